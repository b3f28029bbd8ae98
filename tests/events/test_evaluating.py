"""Answers are stored once, and apart from who gave them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.evaluating import answer
from events.actions.refused import RefusedError
from events.models import EvaluationAnswer
from tests.event_factories import EvaluationQuestionFactory, EventFactory, RegistrationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def registration():
    return RegistrationFactory(booking__event=EventFactory(starts_on=YESTERDAY))


def test_scores_and_texts_are_stored_together(registration):
    scale = EvaluationQuestionFactory(event=registration.event)
    text = EvaluationQuestionFactory(event=registration.event, kind="open")

    answer(registration=registration, answers={scale: 4, text: "Meer pauze"})

    assert {(each.question, each.score, each.text) for each in EvaluationAnswer.objects.all()} == {
        (scale, 4, ""),
        (text, None, "Meer pauze"),
    }
    assert EvaluationAnswer.objects.values("form").distinct().count() == 1


def test_nothing_of_an_answer_says_whose_it_is():
    """No person, no moment, and no number that follows the order of coming in."""
    assert {field.name for field in EvaluationAnswer._meta.local_fields} == {"id", "form", "question", "score", "text"}
    assert EvaluationAnswer._meta.pk.get_internal_type() == "UUIDField"


def test_a_second_time_is_refused(registration):
    question = EvaluationQuestionFactory(event=registration.event)
    answer(registration=registration, answers={question: 4})

    with pytest.raises(RefusedError, match="al ingevuld"):
        answer(registration=registration, answers={question: 1})
    assert EvaluationAnswer.objects.get().score == 4


def test_an_empty_form_does_not_count(registration):
    question = EvaluationQuestionFactory(event=registration.event, kind="open")

    with pytest.raises(RefusedError, match="minstens één"):
        answer(registration=registration, answers={question: ""})
    registration.refresh_from_db()
    assert not registration.has_evaluated


def test_before_the_begin_it_is_too_early():
    registration = RegistrationFactory()
    question = EvaluationQuestionFactory(event=registration.event)

    with pytest.raises(RefusedError, match="als de bijeenkomst is begonnen"):
        answer(registration=registration, answers={question: 4})


def test_who_was_not_there_has_nothing_to_say():
    registration = RegistrationFactory(booking__event=EventFactory(starts_on=YESTERDAY), place="geannuleerd")
    question = EvaluationQuestionFactory(event=registration.event)

    with pytest.raises(RefusedError, match="wie bij de bijeenkomst was"):
        answer(registration=registration, answers={question: 4})
