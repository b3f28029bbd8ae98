"""The evaluation: once for everybody who was there, and nobody can tell whose answers are whose."""

import uuid

from django.db import transaction
from django.utils import timezone

from events.models import EvaluationAnswer, EvaluationQuestion, Place, Registration
from events.registering import begins_at

from .refused import RefusedError

ALREADY = "Je hebt de evaluatie al ingevuld. Bedankt."
NOT_YET = "Je kunt de evaluatie invullen als de bijeenkomst is begonnen."
NOT_THERE = "De evaluatie is voor wie bij de bijeenkomst was."
NOTHING = "Vul minstens één antwoord in."


def why_not(registration, now):
    """Why somebody cannot fill in the evaluation now, in one sentence; empty when they can."""
    if registration.has_evaluated:
        return ALREADY
    if registration.place != Place.CONFIRMED:
        return NOT_THERE
    return NOT_YET if now < begins_at(registration.event) else ""


@transaction.atomic
def answer(*, registration, answers, now=None):
    """Store the answers ({question: score or text}) apart from who gave them, and that this person did.

    Nothing of the two is stored with a time or a number that follows the order of coming in.
    """
    found = (
        Registration.objects.select_for_update(of=["self"], no_key=True).select_related("event").get(pk=registration.pk)
    )
    reason = why_not(found, now or timezone.now())
    if reason:
        raise RefusedError(reason)
    form = uuid.uuid4()
    given = [_answer(form, question, value) for question, value in answers.items() if value not in (None, "")]
    if not given:
        raise RefusedError(NOTHING)
    EvaluationAnswer.objects.bulk_create(given)
    found.has_evaluated = True
    found.save(update_fields=["has_evaluated"])


def _answer(form, question, value):
    field = "score" if question.kind == EvaluationQuestion.Kind.SCALE else "text"
    return EvaluationAnswer(form=form, question=question, **{field: value})
