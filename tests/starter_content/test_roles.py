"""Who takes part in what: nobody who was only approached, interested, shown or named."""

import pytest

from initiatives.models import Participation
from partners.models import Organisation, Partner

pytestmark = pytest.mark.django_db

ONLY_IN_VIEW = ["nationale-ombudsman", "nctv", "uwv-hoorn"]  # of whom an article says that they were interested
ONLY_NAMED = ["cz", "dagvoorzitter-nl", "kivi", "triodos-bank"]  # a speaker, a moderator or a building of a meeting


def test_who_was_only_approached_takes_part_in_nothing():
    assert list(Participation.objects.filter(organisation__slug__in=ONLY_IN_VIEW)) == []
    assert Partner.objects.filter(slug__in=ONLY_IN_VIEW).count() == len(ONLY_IN_VIEW)


def test_who_was_only_named_is_no_partner():
    assert list(Partner.objects.filter(slug__in=ONLY_NAMED)) == []


def test_uwv_works_with_the_library_that_it_holds_speeddates_with():
    roles = Participation.objects.filter(organisation__slug="uwv").values_list("initiative__slug", flat=True)
    companions = Organisation.objects.companions_of(Organisation.objects.filter(slug="uwv"))

    assert "landelijke-partijen-benaderen" not in roles
    assert set(companions.values_list("slug", flat=True)).isdisjoint(ONLY_IN_VIEW)


def test_the_library_that_was_shown_as_an_example_does_not_take_part_in_the_whole():
    taxes = Participation.objects.filter(initiative__slug="hulp-bij-belastingaangifte")

    assert sorted(taxes.values_list("organisation__slug", flat=True)) == ["belastingdienst", "kb"]
