"""Rules about reactions and who is asked to answer."""

import pytest

from tests.constraints import Rule, wrongly_accepted, wrongly_refused
from tests.factories import ThemeFactory
from tests.reaction_factories import AskedPersonFactory, ReactionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
EMPTY = {"state": "ingetrokken", "name": "", "job_title": "", "email": "", "text": ""}


def asked_the_same(row):
    other = AskedPersonFactory()
    return {"question": other.question, "email": other.email.upper()}


RULES = [
    Rule(
        "reaction_about_one_thing",
        "Een reactie gaat over één voorbeeld, thema of bijeenkomst.",
        ReactionFactory,
        refused=[{"initiative": None}, lambda row: {"theme": ThemeFactory()}],
        accepted=[lambda row: {"initiative": None, "theme": ThemeFactory()}],
    ),
    Rule(
        "reaction_answers_a_question",
        "Alleen een antwoord hoort bij een vraag, en een antwoord altijd.",
        ReactionFactory,
        refused=[{"kind": "antwoord"}, lambda row: {"answer_to": ReactionFactory()}],
        accepted=[{"kind": "ervaring"}, lambda row: {"kind": "antwoord", "answer_to": ReactionFactory()}],
    ),
    Rule(
        "reaction_state_known",
        "Kies een stand uit de lijst.",
        ReactionFactory,
        refused=[{"state": "weg"}],
        accepted=[{"state": "onbevestigd"}, {"state": "wacht"}, {"state": "niet-geplaatst"}],
    ),
    Rule(
        "reaction_withdrawn_is_empty",
        "Een reactie heeft een naam en een tekst, tot ze is ingetrokken.",
        ReactionFactory,
        refused=[{"name": ""}, {"text": ""}, EMPTY | {"email": "a@voorbeeld.nl"}, EMPTY | {"kind": "ervaring"}],
        accepted=[EMPTY, {"email": ""}],
    ),
    Rule(
        "asked_person_once_a_question",
        "Dit adres kreeg deze vraag al.",
        AskedPersonFactory,
        refused=[asked_the_same],
        accepted=[{"question": None}, lambda row: {"email": AskedPersonFactory().email}],
    ),
]


def test_nobody_accepts_what_breaks_a_rule():
    assert list(wrongly_accepted(RULES)) == []


def test_what_just_fits_is_accepted():
    assert list(wrongly_refused(RULES)) == []
