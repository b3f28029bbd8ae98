"""From what a file calls something to the row in the database."""

import pytest

from partners.models import Province
from spreadsheets.lookups import Lookup
from tests.factories import ProvinceFactory

pytestmark = pytest.mark.django_db


def test_all_rows_are_read_once(django_assert_num_queries):
    provinces = [ProvinceFactory() for _ in range(3)]
    lookup = Lookup(Province)

    with django_assert_num_queries(1):
        found = [lookup.get(province.slug) for province in provinces]

    assert found == provinces


def test_a_row_that_came_later_is_found_and_remembered(django_assert_num_queries):
    lookup = Lookup(Province, "code")
    before = lookup.get("PV99")
    province = ProvinceFactory(code="PV99")

    with django_assert_num_queries(1):
        found = [lookup.get("PV99"), lookup.get("PV99")]

    assert (before, found) == (None, [province, province])


def test_a_key_is_text_whatever_the_field_holds():
    province = ProvinceFactory(code="PV27")

    assert Lookup(Province, "code").key_of(province) == "PV27"
