"""From what a file calls something to the row in the database."""

from datetime import date

import pytest

from partners.models import Municipality, Organisation, Province
from spreadsheets.lookups import Lookup
from tests.factories import LibraryFactory, MunicipalityFactory, ProvinceFactory

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


def test_a_name_stands_for_what_has_it_in_any_case():
    drenthe = ProvinceFactory(name="Drenthe", slug="pv-drenthe")

    found = [Lookup(Province).get(name) for name in ("Drenthe", "drenthe", "PV-Drenthe", "Dren the")]

    assert found == [drenthe] * 4


def test_a_name_is_of_today_where_an_ended_municipality_had_it_too():
    MunicipalityFactory(cbs_code="GM0001", name="Sluis", valid_until=date(2003, 1, 1))
    MunicipalityFactory(cbs_code="GM0003", name="Haarlem", valid_until=date(2003, 1, 1))
    today = MunicipalityFactory(cbs_code="GM0002", name="Sluis")
    to_end = MunicipalityFactory(cbs_code="GM0004", name="Haarlem", valid_until=date(2999, 1, 1))
    lookup = Lookup(Municipality, "cbs_code")

    assert [lookup.get(name) for name in ("Sluis", "Haarlem")] == [today, to_end]


def test_what_ended_is_marked_where_a_name_is_of_two():
    MunicipalityFactory(cbs_code="GM0001", name="Sluis", valid_until=date(2003, 1, 1))
    MunicipalityFactory(cbs_code="GM0002", name="Sluis")

    assert Lookup(Municipality, "cbs_code").named_keys() == [
        ("GM0002", "Sluis (GM0002)"),
        ("GM0001", "Sluis (tot 2003) (GM0001)"),
    ]


def test_a_name_that_two_have_is_refused_and_says_what_to_write():
    LibraryFactory(slug="de-bibliotheek-a", name="De Bibliotheek")
    LibraryFactory(slug="de-bibliotheek-b", name="De Bibliotheek")
    sentence = "‘de bibliotheek’ kan meer dan één organisatie zijn. Schrijf de-bibliotheek-a of de-bibliotheek-b."

    with pytest.raises(ValueError, match=sentence):
        Lookup(Organisation).get("de bibliotheek")
