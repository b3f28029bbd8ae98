"""Rules about who is curator of what and who works where."""

import factory
import pytest

from tests.constraints import Rule, accepted, constraint_that_refuses, refused, same_as_another, sentences_about
from tests.factories import LibraryFactory, ProvinceFactory, UserFactory
from tests.role_factories import CuratorshipFactory, MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class ProvinceCuratorshipFactory(CuratorshipFactory):
    user = factory.SubFactory(UserFactory)
    province = factory.SubFactory(ProvinceFactory)


class LibraryMembershipFactory(MembershipFactory):
    user = factory.SubFactory(UserFactory)
    library = factory.SubFactory(LibraryFactory)


RULES = [
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


@refused(RULES)
def test_database_refuses(rule, values):
    row = rule.row(values)

    assert constraint_that_refuses(row) == rule.name


@refused(RULES)
def test_sentence_is_given(rule, values):
    row = rule.row(values)

    assert sentences_about(row) == [rule.sentence]


@accepted(RULES)
def test_neighbour_is_accepted(rule, values):
    row = rule.row(values)

    assert sentences_about(row) == []
    assert constraint_that_refuses(row) == ""
