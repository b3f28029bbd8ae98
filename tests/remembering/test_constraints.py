"""The rule about what a transaction notes while it is under way."""

import factory
import pytest

from remembering.models import UncommittedChange
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.numbered import NumberedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class UncommittedChangeFactory(NumberedFactory):
    class Meta:
        model = UncommittedChange

    kind = "content"
    transaction = factory.Sequence(str)


RULES = [
    Rule(
        "remembering_change_once",
        "Deze wijziging is al genoteerd.",
        UncommittedChangeFactory,
        refused=[same_as_another(UncommittedChangeFactory, "kind", "transaction")],
        accepted=[same_as_another(UncommittedChangeFactory, "kind"), {"kind": "places"}],
    ),
]


def test_what_breaks_a_rule_is_refused_with_its_sentence():
    assert list(wrongly_accepted(RULES)) == []


def test_what_just_fits_is_accepted():
    assert list(wrongly_refused(RULES)) == []
