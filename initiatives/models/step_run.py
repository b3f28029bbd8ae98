"""A step of many initiatives at once."""

from django.conf import settings
from django.db import models

from initiatives.choices import PublicationState, StepOutcome, StepRunState

from .initiative import Initiative
from .review import ReviewStep


class StepRunQuerySet(models.QuerySet):
    """The words for choosing steps of many."""

    def visible_to(self, user):
        """Their own, and all for national curators."""
        if user.is_national_curator:
            return self
        return self.filter(user=user)


class StepRun(models.Model):
    """Many initiatives that somebody publishes or archives at once; done in the background, one whole one at a time."""

    State = StepRunState

    BUSY = [State.BUSY, State.UNDOING]

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="wie",
        null=True,
        related_name="+",
    )
    step = models.CharField(
        "wordt",
        max_length=20,
        choices=PublicationState,
    )
    state = models.CharField(
        "stand",
        max_length=20,
        choices=State,
        default=State.BUSY,
    )
    problem = models.TextField("reden", blank=True)
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)

    objects = StepRunQuerySet.as_manager()

    class Meta:
        verbose_name = "stap van veel tegelijk"
        verbose_name_plural = "stappen van veel tegelijk"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.get_step_display()} van {self.created_at:%d-%m-%Y}"

    @property
    def is_busy(self):
        """Whether the worker is at it, or will be."""
        return self.state in self.BUSY


class StepOfRun(models.Model):
    """One initiative of such a run, and how it was before."""

    Outcome = StepOutcome

    run = models.ForeignKey(
        StepRun,
        models.CASCADE,
        verbose_name="stap van veel tegelijk",
        related_name="steps",
    )
    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="+",
    )
    outcome = models.CharField(
        "uitkomst",
        max_length=20,
        choices=Outcome,
        default=Outcome.WAITING,
    )
    reason = models.TextField("reden", blank=True)
    before = models.CharField(
        "was",
        max_length=20,
        choices=PublicationState,
        blank=True,
    )
    check_before = models.DateField(
        "controleren op, daarvoor",
        null=True,
        blank=True,
    )
    step = models.ForeignKey(
        ReviewStep,
        models.SET_NULL,
        verbose_name="stap",
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "voorbeeld van een stap van veel tegelijk"
        verbose_name_plural = "voorbeelden van stappen van veel tegelijk"
        ordering = ["run", "pk"]
        indexes = [
            models.Index(
                fields=["run", "outcome", "id"],
                name="step_of_run_outcome",
            )
        ]

    def __str__(self):
        return f"{self.initiative}: {self.get_outcome_display().lower()}"
