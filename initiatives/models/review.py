from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from curation.model_fields import decider, moment_of_decision
from curation.pairs import LikelyPair, rules_of_pairs
from initiatives.choices import ProposalState
from partners.models import Organisation

from .initiative import Initiative
from .theme import Theme


class ReviewStep(models.Model):
    """Somebody brought an initiative from one publication state to another, and why."""

    OWNERS = ("initiative",)

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="review_steps",
    )
    state = models.CharField(
        "werd",
        max_length=20,
        choices=Initiative.PublicationState,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="door",
        null=True,
        related_name="review_steps",
    )
    note = models.TextField("toelichting", blank=True)
    taken_at = models.DateTimeField("op")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "stap in de beoordeling"
        verbose_name_plural = "stappen in de beoordeling"
        ordering = ["-taken_at", "-pk"]

    def __str__(self):
        return f"{self.initiative}: {self.get_state_display().lower()}"


class ChangeProposalQuerySet(OwnedQuerySet):
    """The words for choosing proposals."""

    def undecided(self):
        """Proposals that wait for a curator."""
        return self.filter(state=ChangeProposal.State.OPEN)

    def with_outdated_file(self, now):
        """Proposals whose file is past its term."""
        return self.exclude(file="").filter(
            proposed_at__lt=now - ChangeProposal.FILE_TERM
        )


class ChangeProposal(models.Model):
    """What a library member or a reader wants to change; the public sees the old until a curator takes it over.

    It is about an initiative, or made with a ``filling`` about an initiative, an organisation (for one ``theme`` or
    none), a meeting or a theme.
    ``values`` has the names of changed fields, each with the old and the new value as the form gives them. ``file`` is
    for the curator only, and goes when nothing is taken over, or after
    ``FILE_TERM``.
    """

    OWNERS = ("initiative", "organisation", "meeting")

    State = ProposalState
    FILE_TERM = timedelta(days=180)

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="proposals",
        null=True,
        blank=True,
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        related_name="proposals",
        null=True,
        blank=True,
    )
    meeting = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="proposals",
        null=True,
        blank=True,
    )
    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="proposals",
        null=True,
        blank=True,
    )
    filling = models.CharField(
        "wat is aangevuld",
        max_length=20,
        blank=True,
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="voorgesteld door",
        null=True,
        related_name="proposals",
    )
    proposed_at = models.DateTimeField("voorgesteld op")
    explanation = models.TextField("toelichting", blank=True)
    values = models.JSONField("wijzigingen")
    file = models.FileField(
        "meegestuurd bestand",
        upload_to="voorstellen/",
        blank=True,
    )
    state = models.CharField(
        "stand",
        max_length=20,
        choices=State,
        default=State.OPEN,
    )
    decided_by = decider()
    decided_at = moment_of_decision()
    answer = models.TextField("antwoord", blank=True)

    objects = ChangeProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "wijzigingsvoorstel"
        verbose_name_plural = "wijzigingsvoorstellen"
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None)
                | ~Q(state="open") & Q(decided_at__isnull=False),
                name="proposal_decided_has_moment",
                violation_error_message="Een voorstel waarover besloten is, heeft een moment van besluit.",
            ),
            models.CheckConstraint(
                condition=Q(
                    initiative__isnull=False,
                    organisation=None,
                    meeting=None,
                    theme=None,
                )
                | Q(
                    initiative=None,
                    organisation__isnull=False,
                    meeting=None,
                )
                & ~Q(filling="")
                | Q(
                    initiative=None,
                    organisation=None,
                    meeting__isnull=False,
                    theme=None,
                )
                & ~Q(filling="")
                | Q(
                    initiative=None,
                    organisation=None,
                    meeting=None,
                    theme__isnull=False,
                )
                & ~Q(filling=""),
                name="proposal_about_one_thing",
                violation_error_message="Een voorstel gaat over één voorbeeld, organisatie, bijeenkomst of thema.",
            ),
            models.UniqueConstraint(
                fields=["initiative", "proposed_by"],
                condition=Q(state="open"),
                name="one_open_proposal_each",
                violation_error_message="Je hebt al een voorstel voor dit praktijkvoorbeeld dat nog openstaat.",
            ),
        ]

    def __str__(self):
        return f"Voorstel voor {self.about}"

    @property
    def about(self):
        """What it is about."""
        return self.initiative or self.organisation or self.meeting or self.theme


class LikelyDouble(LikelyPair):
    """Two initiatives that look alike."""

    one = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="het ene",
        related_name="+",
    )
    other = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="het andere",
        related_name="+",
    )

    class Meta(LikelyPair.Meta):
        abstract = False
        constraints = rules_of_pairs("likely_double", oldest="Het oudste")
