"""What attendees thought of it; answers hang under a question and never under a person or a moment."""

import uuid

from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from events.choices import QuestionKind

from .event import Event


class EvaluationQuestion(models.Model):
    """A question to attendees, set by the organiser."""

    OWNERS = ("event",)

    Kind = QuestionKind

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="questions",
    )
    text = models.CharField("vraag", max_length=300)
    kind = models.CharField(
        "soort",
        max_length=20,
        choices=Kind,
        default=Kind.SCALE,
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluatievraag"
        verbose_name_plural = "evaluatievragen"
        ordering = ["event", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "text"],
                name="evaluation_question_unique",
                violation_error_message="Deze vraag staat er al.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="evaluation_question_not_empty",
                violation_error_message="Schrijf de vraag.",
            ),
        ]

    def __str__(self):
        return self.text


class EvaluationAnswer(models.Model):
    """One answer; ``form`` holds the answers of one person together without saying whose they are.

    Its key is random too: counting numbers would tell who answered first.
    """

    OWNERS = ("question",)

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    form = models.UUIDField("formulier", default=uuid.uuid4)
    question = models.ForeignKey(
        EvaluationQuestion,
        models.PROTECT,
        verbose_name="vraag",
        related_name="answers",
    )
    score = models.PositiveSmallIntegerField(
        "cijfer",
        null=True,
        blank=True,
    )
    text = models.TextField("antwoord", max_length=2000, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een evaluatievraag"
        verbose_name_plural = "antwoorden op evaluatievragen"
        ordering = ["question", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(score=None) & ~Q(text="")
                | Q(score__isnull=False, score__range=(1, 5), text=""),
                name="evaluation_answer_score_or_text",
                violation_error_message="Een antwoord is een cijfer van 1 tot en met 5 of een tekst.",
            ),
            models.UniqueConstraint(
                fields=["form", "question"],
                name="evaluation_answer_unique",
                violation_error_message="Deze vraag is al beantwoord.",
            ),
        ]

    def __str__(self):
        return self.text or str(self.score)
