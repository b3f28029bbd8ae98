from datetime import timedelta

from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from partners.choices import ClaimState

from .organisation import Organisation


class ClaimQuerySet(OwnedQuerySet):
    """The words for choosing claims."""

    def unconfirmed(self):
        """Claims of which nobody showed yet that the address is theirs."""
        return self.filter(state=ClaimState.UNCONFIRMED)

    def to_judge(self):
        """Claims that a curator decides about."""
        return self.filter(state=ClaimState.WAITING)

    def outdated(self, now):
        """Claims past their term: sooner where the address was not confirmed."""
        never = Q(
            state=ClaimState.UNCONFIRMED,
            asked_at__lt=now - Claim.UNCONFIRMED_TERM,
        )
        return self.filter(never | Q(asked_at__lt=now - Claim.TERM))


class Claim(models.Model):
    """Somebody says that they work at an organisation: at a library to write for it, at a partner to answer for it."""

    OWNERS = ("organisation",)
    UNCONFIRMED_TERM = timedelta(days=7)
    TERM = timedelta(days=180)

    State = ClaimState

    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        related_name="claims",
    )
    name = models.CharField("naam", max_length=200)
    email = models.EmailField("e-mailadres", max_length=254)
    job_title = models.CharField("functie", max_length=120, blank=True)
    explanation = models.TextField(
        "toelichting",
        max_length=1000,
        blank=True,
    )
    state = models.CharField(
        "stand",
        max_length=20,
        choices=State,
        default=State.UNCONFIRMED,
    )
    asked_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ClaimState.values),
                name="claim_state_known",
                violation_error_message="Een aanvraag is onbevestigd, wacht, is toegekend of is afgewezen.",
            )
        ]

    def __str__(self):
        return f"{self.name} bij {self.organisation}"
