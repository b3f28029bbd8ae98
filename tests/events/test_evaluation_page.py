"""The evaluation: once, after the begin, by who was there, and without their name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.links import evaluation_token, place_token
from events.models import EvaluationAnswer, EvaluationQuestion, Place, Registration
from tests.event_factories import EvaluationQuestionFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)
OPEN = EvaluationQuestion.Kind.OPEN


def page_of(response):
    return response.content.decode()


def address(registration):
    return f"/agenda/evaluatie/{evaluation_token(registration)}/"


@pytest.fixture
def registration():
    return RegistrationFactory(booking__event__starts_on=YESTERDAY)


@pytest.fixture
def questions(registration):
    """A scale and an open question, the open one first."""
    scale = EvaluationQuestionFactory(event=registration.event, text="Hoe was het?", position=2)
    return scale, EvaluationQuestionFactory(event=registration.event, text="Wat neem je mee?", kind=OPEN, position=1)


def answers():
    return list(EvaluationAnswer.objects.order_by("question__position").values_list("score", "text"))


def test_the_questions_are_asked_in_order_and_promised_to_be_anonymous(client, registration, questions):
    page = page_of(client.get(address(registration)))

    assert page.index("Wat neem je mee?") < page.index("Hoe was het?")
    assert page.count('type="radio"') == 5
    assert "Je antwoorden zijn anoniem" in page


def test_answers_are_stored_once(client, registration, questions):
    scale, text = questions
    data = {f"vraag_{scale.pk}": "4", f"vraag_{text.pk}": " Veel\r\nideeën "}

    first, second = client.post(address(registration), data), client.post(address(registration), data)

    assert (first.status_code, second.status_code) == (200, 409)
    assert "Bedankt" in page_of(first)
    assert "Je hebt de evaluatie al ingevuld. Bedankt." in page_of(second)
    assert answers() == [(None, "Veel\r\nideeën"), (4, "")]
    assert Registration.objects.get().has_evaluated


def test_not_everything_has_to_be_answered(client, registration, questions):
    client.post(address(registration), {f"vraag_{questions[0].pk}": "1"})

    assert answers() == [(1, "")]


WRONG = [
    ("", "", "Vul minstens één antwoord in."),
    ("", "  \r\n ", "Vul minstens één antwoord in."),
    ("6", "", "Kies een cijfer van 1 tot en met 5."),
    ("0", "", "Kies een cijfer van 1 tot en met 5."),
    ("9" * 5000, "Goed", "Kies een cijfer van 1 tot en met 5."),
    ("", "a" * 10_000, "Maak dit korter: hooguit 2.000 tekens."),
    ("5", "\x00", "Er staat een teken in dat geen tekst is."),
]


def test_what_cannot_be_is_a_sentence_and_nothing_is_stored(client, registration, questions):
    silent = []

    for score, answer, sentence in WRONG:
        data = {f"vraag_{questions[0].pk}": score, f"vraag_{questions[1].pk}": answer}
        response = client.post(address(registration), data)
        if response.status_code != 422 or sentence not in page_of(response):
            silent.append((score, answer, sentence))

    assert silent == []
    assert (answers(), Registration.objects.get().has_evaluated) == ([], False)


def test_a_question_of_another_event_is_not_answered(client, registration, questions):
    other = EvaluationQuestionFactory()

    response = client.post(address(registration), {f"vraag_{other.pk}": "5"})

    assert (response.status_code, answers()) == (422, [])


def test_who_had_no_place_is_not_asked(client, registration, questions):
    for place in (Place.WAITING, Place.CANCELLED, Place.LAPSED):
        Registration.objects.update(place=place)

        seen = client.get(address(registration))
        sent = client.post(address(registration), {f"vraag_{questions[0].pk}": "5"})

        assert (place, sent.status_code, answers()) == (place, 409, [])
        assert "De evaluatie is voor wie bij de bijeenkomst was." in page_of(seen)


def test_not_before_it_began(client):
    registration = RegistrationFactory()
    question = EvaluationQuestionFactory(event=registration.event)

    response = client.post(address(registration), {f"vraag_{question.pk}": "5"})

    assert (response.status_code, answers()) == (409, [])
    assert "Je kunt de evaluatie invullen als de bijeenkomst is begonnen." in page_of(response)


def test_without_questions_there_is_no_form(client, registration):
    assert "Voor deze bijeenkomst is er geen evaluatie." in page_of(client.get(address(registration)))


def test_the_link_of_a_place_is_no_link_for_the_evaluation(client, registration, questions):
    response = client.get(f"/agenda/evaluatie/{place_token(registration)}/")

    assert response.status_code == 410
    assert response["Referrer-Policy"] == "no-referrer"
