from datetime import timedelta

from django.db import models
from django.db.models import Q

from accounts.scopes import ScopedQuerySet
from curation.model_fields import decider, moment_of_decision
from initiatives.choices import TipState
from partners.models import Municipality

from .initiative import Initiative


class TipQuerySet(ScopedQuerySet):
    """The words for choosing tips."""

    def of_provinces(self, province_ids):
        return self.filter(place__province__in=province_ids)

    def to_judge(self):
        """Suggestions that wait for a curator."""
        return self.filter(state=TipState.WAITING)

    def outdated(self, now):
        """Suggestions past their term: a year after they came in."""
        return self.filter(tipped_at__lt=now - Tip.TERM)


class Tip(models.Model):
    """A reader knows of an example of somebody else: no more than a name and a link.

    One without a place is for national curators.
    """

    TERM = timedelta(days=365)
    State = TipState

    title = models.CharField("naam", max_length=160)
    url = models.URLField("webadres", max_length=500)
    place = models.ForeignKey(
        Municipality,
        models.SET_NULL,
        verbose_name="gemeente",
        null=True,
        blank=True,
        related_name="+",
    )
    email = models.EmailField("e-mailadres", blank=True)
    tipped_at = models.DateTimeField("binnengekomen op")
    state = models.CharField(
        "stand",
        max_length=20,
        choices=State,
        default=State.WAITING,
    )
    initiative = models.ForeignKey(
        Initiative,
        models.SET_NULL,
        verbose_name="wat het werd",
        null=True,
        blank=True,
        related_name="tips",
    )
    answer = models.TextField("antwoord", blank=True)
    decided_by = decider()
    decided_at = moment_of_decision()

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = "tip"
        verbose_name_plural = "tips"
        ordering = ["-tipped_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=TipState.WAITING, decided_at=None)
                | ~Q(state=TipState.WAITING) & Q(decided_at__isnull=False),
                name="tip_decided_has_moment",
                violation_error_message="Een tip waarover besloten is, heeft een moment van besluit.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(url=""),
                name="tip_title_and_url",
                violation_error_message="Een tip heeft een naam en een webadres.",
            ),
        ]

    def __str__(self):
        return self.title
