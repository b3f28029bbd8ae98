"""The rules about who comes, what they choose, what they thought of it and what they were sent."""

from datetime import UTC, date, datetime

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.event_factories import (
    EvaluationAnswerFactory,
    EvaluationQuestionFactory,
    MailingFactory,
    RegistrationFactory,
    SentEntryFactory,
    SessionChoiceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

NOON = datetime(2027, 1, 1, 12, tzinfo=UTC)
ADDRESS = "noor@voorbeeld.nl"
KNOWN = [{"place": place} for place in ("bevestigd", "wachtlijst", "vervallen", "geannuleerd")]
OFFERED = [
    {"place": "aangeboden"},
    {"place": "bevestigd", "offered_until": NOON},
    {"place": "wachtlijst", "offered_until": NOON},
]


def also_registered(*, email=ADDRESS, place="bevestigd", theirs=ADDRESS, at="bevestigd"):
    """Values for somebody with ``email`` and ``place`` for the event to which ``theirs`` came with ``at`` before."""
    until = {"offered_until": NOON} if at == "aangeboden" else {}
    return lambda row: {
        "event": RegistrationFactory(email=theirs, place=at, **until).event,
        "email": email,
        "place": place,
    }


RULES = [
    Rule(
        "registration_address_once",
        "Dit e-mailadres is al aangemeld voor deze bijeenkomst.",
        RegistrationFactory,
        refused=[
            also_registered(),
            also_registered(email=ADDRESS.upper()),
            also_registered(place="wachtlijst"),
            also_registered(at="aangeboden"),
        ],
        accepted=[
            also_registered(email="iris@voorbeeld.nl"),
            also_registered(email="", theirs=""),
            also_registered(at="geannuleerd"),
            also_registered(at="vervallen"),
            also_registered(place="geannuleerd"),
            lambda row: {"email": RegistrationFactory(email=ADDRESS).email},
        ],
    ),
    Rule(
        "registration_place_known",
        "Deze stand kennen we niet.",
        RegistrationFactory,
        refused=[{"place": ""}, {"place": "misschien"}],
        accepted=[*KNOWN, {"place": "aangeboden", "offered_until": NOON}],
    ),
    Rule(
        "registration_offer_has_end",
        "Een aangeboden plek heeft een moment waarop het aanbod stopt.",
        RegistrationFactory,
        refused=OFFERED,
        accepted=[{"place": "aangeboden", "offered_until": NOON}, {"place": "wachtlijst"}],
    ),
    Rule(
        "registration_has_name",
        "Een deelnemer heeft een naam.",
        RegistrationFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "Noor"}, {"name": "", "forgotten_on": date(2027, 4, 1)}],
    ),
    Rule(
        "session_choice_one_each_round",
        "Je kunt per ronde naar één deelsessie.",
        SessionChoiceFactory,
        refused=[same_as_another(SessionChoiceFactory, "registration", "round")],
        accepted=[
            same_as_another(SessionChoiceFactory, "registration", round=2),
            lambda row: {**same_as_another(SessionChoiceFactory, "registration")(row), "place": "wachtlijst"},
            same_as_another(SessionChoiceFactory, "registration", "round", place="geannuleerd"),
        ],
    ),
    Rule(
        "sent_entry_unique",
        "Dit agendapunt staat er al.",
        SentEntryFactory,
        refused=[same_as_another(SentEntryFactory, "registration", "uid")],
        accepted=[same_as_another(SentEntryFactory, "registration"), same_as_another(SentEntryFactory, "uid")],
    ),
    Rule(
        "session_choice_unique",
        "Deze deelsessie is al gekozen.",
        SessionChoiceFactory,
        refused=[
            same_as_another(SessionChoiceFactory, "registration", "session", place="wachtlijst"),
            lambda row: {
                **same_as_another(SessionChoiceFactory, "registration", "session")(row),
                "place": "wachtlijst",
            },
        ],
        accepted=[
            same_as_another(SessionChoiceFactory, "registration", "session", place="geannuleerd"),
            same_as_another(SessionChoiceFactory, "session"),
        ],
    ),
    Rule(
        "session_choice_place_known",
        "Deze stand kennen we niet.",
        SessionChoiceFactory,
        refused=[{"place": ""}, {"place": "misschien"}],
        accepted=[*KNOWN, {"place": "aangeboden", "offered_until": NOON}],
    ),
    Rule(
        "session_choice_offer_has_end",
        "Een aangeboden plek heeft een moment waarop het aanbod stopt.",
        SessionChoiceFactory,
        refused=OFFERED,
        accepted=[{"place": "aangeboden", "offered_until": NOON}, {"place": "wachtlijst"}],
    ),
    Rule(
        "evaluation_question_unique",
        "Deze vraag staat er al.",
        EvaluationQuestionFactory,
        refused=[same_as_another(EvaluationQuestionFactory, "event", "text")],
        accepted=[
            same_as_another(EvaluationQuestionFactory, "event"),
            same_as_another(EvaluationQuestionFactory, "text"),
        ],
    ),
    Rule(
        "evaluation_question_not_empty",
        "Schrijf de vraag.",
        EvaluationQuestionFactory,
        refused=[{"text": ""}],
        accepted=[{"text": "Wat vond je ervan?"}],
    ),
    Rule(
        "evaluation_answer_score_or_text",
        "Een antwoord is een cijfer van 1 tot en met 5 of een tekst.",
        EvaluationAnswerFactory,
        refused=[
            {"score": 0},
            {"score": 6},
            {"score": None, "text": ""},
            {"score": 4, "text": "Goed."},
        ],
        accepted=[{"score": 1}, {"score": 5}, {"score": None, "text": "Goed."}],
    ),
    Rule(
        "evaluation_answer_unique",
        "Deze vraag is al beantwoord.",
        EvaluationAnswerFactory,
        refused=[same_as_another(EvaluationAnswerFactory, "form", "question")],
        accepted=[
            same_as_another(EvaluationAnswerFactory, "form"),
            same_as_another(EvaluationAnswerFactory, "question"),
        ],
    ),
    Rule(
        "mailing_subject_and_body",
        "Een mail heeft een onderwerp en een tekst.",
        MailingFactory,
        refused=[{"subject": ""}, {"body": ""}],
        accepted=[{"subject": "A", "body": "B"}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
