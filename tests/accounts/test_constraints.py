import pytest

from tests.constraints import Rule, accepted, constraint_that_refuses, refused, same_as_another, sentences_about
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

RULES = [
    Rule(
        "user_email_unique",
        "Er is al een gebruiker met dit e-mailadres.",
        UserFactory,
        refused=[same_as_another(UserFactory, "email")],
        accepted=[{"email": "ander@voorbeeld.nl"}],
    ),
    Rule(
        "user_email_in_small_letters",
        "Schrijf het e-mailadres in kleine letters.",
        UserFactory,
        refused=[{"email": "Ander@voorbeeld.nl"}, {"email": "ander@voorbeeld.NL"}, {"email": "ÉÉN@voorbeeld.nl"}],
        accepted=[{"email": "ander@voorbeeld.nl"}, {"email": "één@voorbeeld.nl"}],
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
