"""Rules about who is curator of what and who works where."""

import factory
import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.factories import LibraryFactory, ProvinceFactory, UserFactory
from tests.role_factories import ClaimFactory, CuratorshipFactory, MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class ProvinceCuratorshipFactory(CuratorshipFactory):
    user = factory.SubFactory(UserFactory)
    province = factory.SubFactory(ProvinceFactory)


class LibraryMembershipFactory(MembershipFactory):
    user = factory.SubFactory(UserFactory)
    library = factory.SubFactory(LibraryFactory)


RULES = [
    Rule(
        "claim_state_known",
        "Een aanvraag is onbevestigd, wacht, is toegekend of is afgewezen.",
        ClaimFactory,
        refused=[{"state": "misschien"}],
        accepted=[{"state": state} for state in ("onbevestigd", "wacht", "toegekend", "afgewezen")],
    ),
    Rule(
        "curatorship_unique",
        "Deze gebruiker is hier al curator.",
        ProvinceCuratorshipFactory,
        refused=[
            same_as_another(ProvinceCuratorshipFactory, "user", "province"),
            same_as_another(ProvinceCuratorshipFactory, "user", "province", province=None),
        ],
        accepted=[
            same_as_another(ProvinceCuratorshipFactory, "user"),
            same_as_another(ProvinceCuratorshipFactory, "province"),
            same_as_another(ProvinceCuratorshipFactory, "province", province=None),
        ],
    ),
    Rule(
        "membership_unique",
        "Deze gebruiker hoort al bij deze bibliotheek.",
        LibraryMembershipFactory,
        refused=[same_as_another(LibraryMembershipFactory, "user", "library")],
        accepted=[
            same_as_another(LibraryMembershipFactory, "user"),
            same_as_another(LibraryMembershipFactory, "library"),
        ],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
