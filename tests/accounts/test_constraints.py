import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
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


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
