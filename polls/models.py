"""What is asked, and what people think of it."""

from uuid import uuid4

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from history.tracking import track_history

from .choices import MotiveState, Opinion
from .querysets import PollQuerySet, VoteQuerySet

LONGEST_MOTIVE = 600


class Poll(models.Model):
    """A statement that anybody agrees or disagrees with, from its first day up to and including its last."""

    NEVER_RESTORED = ("statement",)  # people voted on the words of now

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    statement = models.CharField(
        "stelling",
        max_length=200,
        help_text="Eén zin waar je het mee eens of oneens kunt zijn. Na de eerste stem ligt die vast.",
    )
    explanation = models.TextField(
        "toelichting",
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        blank=True,
    )
    starts_on = models.DateField("eerste dag")
    ends_on = models.DateField("laatste dag")

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = "peiling"
        verbose_name_plural = "peilingen"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(statement=""),
                name="poll_statement_not_empty",
                violation_error_message="Een peiling heeft een stelling.",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")),
                name="poll_ends_after_start",
                violation_error_message="De laatste dag ligt niet voor de eerste.",
            ),
        ]

    def __str__(self):
        return self.statement

    def get_absolute_url(self):
        return reverse("polls:poll_detail", args=[self.slug])

    def is_running_on(self, day):
        """Whether one can vote then."""
        return self.starts_on <= day <= self.ends_on


class Vote(models.Model):
    """What somebody thinks, and why if they said so; nothing in it says who that is.

    ``ballot`` is the number of the form, so that the same form counts once.
    """

    OWNERS = ("poll",)

    poll = models.ForeignKey(
        Poll,
        models.CASCADE,
        verbose_name="peiling",
        related_name="votes",
    )
    ballot = models.UUIDField(
        "stembiljet",
        default=uuid4,
        editable=False,
        unique=True,
    )
    opinion = models.CharField("stem", max_length=10, choices=Opinion)
    motive = models.TextField(
        "motief",
        max_length=LONGEST_MOTIVE,
        validators=[MaxLengthValidator(LONGEST_MOTIVE)],
        blank=True,
    )
    motive_state = models.CharField(
        "stand van het motief",
        max_length=20,
        choices=MotiveState,
        default=MotiveState.NONE,
    )
    voted_on = models.DateField("gestemd op")

    objects = VoteQuerySet.as_manager()

    class Meta:
        verbose_name = "stem"
        verbose_name_plural = "stemmen"
        ordering = ["-voted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opinion__in=Opinion.values),
                name="vote_opinion_known",
                violation_error_message="Kies eens of oneens.",
            ),
            models.CheckConstraint(
                condition=Q(motive="", motive_state=MotiveState.NONE)
                | ~Q(motive="")
                & Q(
                    motive_state__in=[
                        MotiveState.WAITING,
                        MotiveState.SHOWN,
                        MotiveState.REFUSED,
                    ]
                ),
                name="vote_motive_has_a_state",
                violation_error_message="Een motief wacht, staat op de site of is niet geplaatst.",
            ),
        ]

    def __str__(self):
        return f"{self.get_opinion_display()}: {self.motive}"[:80]


track_history(Poll)
