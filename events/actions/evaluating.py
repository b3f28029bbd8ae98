"""The evaluation: once for everybody who was there, and nobody can tell whose answers are whose."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.models import EvaluationAnswer, EvaluationQuestion, Place, Registration
from events.registering import begins_at

from .refused import RefusedError

ALREADY = "Je hebt de evaluatie al ingevuld. Bedankt."
NOT_YET = "Je kunt de evaluatie invullen als de bijeenkomst is begonnen."
NOT_THERE = "De evaluatie is voor wie bij de bijeenkomst was."
NOTHING = "Vul minstens één antwoord in."
Answers = Mapping[EvaluationQuestion, int | str | None]


def why_not(registration: Registration, now: datetime) -> str:
    """Why somebody cannot fill in the evaluation now, in one sentence; empty when they can."""
    if registration.has_evaluated:
        return ALREADY
    if registration.place != Place.CONFIRMED:
        return NOT_THERE
    if now < begins_at(registration.event):
        return NOT_YET
    return ""


@transaction.atomic
def answer(
    *,
    registration: Registration,
    answers: Answers,
    now: datetime | None = None,
) -> None:
    """Store the answers apart from who gave them, and that this person did.

    Nothing of the two is stored with a time or a number that follows the order of coming in.
    """
    locked = Registration.objects.select_for_update(
        of=["self"],
        no_key=True,
    )
    registration = locked.select_related("event").get(pk=registration.pk)
    reason = why_not(
        registration,
        now or timezone.now(),
    )
    if reason:
        raise RefusedError(reason)
    rows = rows_of(answers)
    if not rows:
        raise RefusedError(NOTHING)
    EvaluationAnswer.objects.bulk_create(rows)
    registration.has_evaluated = True
    registration.save(update_fields=["has_evaluated"])


def rows_of(answers: Answers) -> list[EvaluationAnswer]:
    """The answers of one form, of which a number that says nothing tells that they belong together."""
    form = uuid.uuid4()
    rows = []
    for question, value in answers.items():
        if value in (None, ""):
            continue
        row = EvaluationAnswer(form=form, question=question)
        if question.kind == EvaluationQuestion.Kind.SCALE:
            row.score = value
        else:
            row.text = value
        rows.append(row)
    return rows
