from django.db import models
from django.urls import reverse

from initiatives.cards import initiative_card
from initiatives.choices import (
    COMPANION_ROLES,
    NOT_TO_FOLLOW,
    CostBand,
    EntryKind,
    Freshness,
    Illustration,
    ParticipationRole,
    Phase,
    PublicationState,
)
from initiatives.querysets import InitiativeQuerySet
from partners.fields import SortKeyField
from partners.models import ContactPerson, Municipality, Organisation
from sources.model_fields import several_sources

from .confirmable import Confirmable
from .initiative_indexes import INDEXES
from .initiative_rules import RULES
from .target_group import TargetGroup
from .theme import Theme


class Initiative(Confirmable, models.Model):
    """An entry: mostly a practice example, what a library and others do or did; else an idea, document or campaign.

    How far it is (``phase``) and who may see it (``publication_state``) are two things. An empty text means
    that nobody knows it yet: pages then say *Niet bekend*.
    """

    EntryKind = EntryKind
    Phase = Phase
    PublicationState = PublicationState
    CostBand = CostBand
    Freshness = Freshness
    Illustration = Illustration

    # publishing is a step of its own
    NEVER_RESTORED = ("publication_state", "confirmation_round")
    NEVER_TOLD = ("confirmation_round",)  # in the history: it is a number for links

    slug = models.SlugField(
        "kenmerk",
        max_length=120,
        unique=True,
        help_text="Staat in het webadres.",
    )
    title = models.CharField("titel", max_length=160)
    entry_kind = models.CharField(
        "wat is het",
        max_length=20,
        choices=EntryKind,
        default=EntryKind.PRACTICE,
        help_text="Een praktijkvoorbeeld doet iemand, of deed iemand. Een plan dat nog niemand uitvoerde, is een idee.",
    )
    summary = models.CharField(
        "samenvatting", max_length=300, help_text="Hooguit 300 tekens."
    )
    format = models.CharField(
        "vorm",
        max_length=120,
        blank=True,
        help_text="Bijvoorbeeld: netwerkbijeenkomst.",
    )

    themes = models.ManyToManyField(
        Theme, verbose_name="thema’s", related_name="initiatives"
    )
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="doelgroepen", related_name="initiatives", blank=True
    )
    organisations = models.ManyToManyField(
        Organisation,
        verbose_name="organisaties",
        through="Participation",
        related_name="initiatives",
    )
    places = models.ManyToManyField(
        Municipality,
        verbose_name="gemeenten",
        related_name="initiatives_here",
        blank=True,
    )
    is_national = models.BooleanField("in het hele land", default=False)
    place_note = models.CharField(
        "toelichting op de plaats", max_length=200, blank=True
    )

    background = models.TextField("aanleiding", blank=True)
    goal = models.TextField("doel", blank=True)
    approach = models.TextField("aanpak", blank=True)
    materials = models.TextField("materiaal", blank=True)
    cost_band = models.CharField("kosten", max_length=20, choices=CostBand, blank=True)
    cost_note = models.TextField("toelichting op de kosten", blank=True)
    effort = models.TextField(
        "inzet", blank=True, help_text="Wie doen er mee, hoeveel uren, wat is er nodig?"
    )
    preconditions = models.TextField("randvoorwaarden", blank=True)
    results = models.TextField("resultaten", blank=True)
    lessons = models.TextField("geleerde lessen", blank=True)
    transferability = models.TextField("overdraagbaarheid", blank=True)
    contact = models.ForeignKey(
        ContactPerson,
        models.SET_NULL,
        verbose_name="contactpersoon",
        null=True,
        blank=True,
        related_name="initiatives",
    )

    phase = models.CharField("fase", max_length=20, choices=Phase, blank=True)
    stop_reason = models.TextField("reden van stoppen", blank=True)
    year = models.PositiveSmallIntegerField(
        "jaar van de gegevens", null=True, blank=True
    )
    start_year = models.PositiveSmallIntegerField(
        "begonnen in jaar", null=True, blank=True
    )
    start_month = models.PositiveSmallIntegerField(
        "begonnen in maand", null=True, blank=True
    )
    end_year = models.PositiveSmallIntegerField(
        "gestopt in jaar", null=True, blank=True
    )
    period_note = models.CharField("periode in woorden", max_length=200, blank=True)

    publication_state = models.CharField(
        "publicatie",
        max_length=20,
        choices=PublicationState,
        default=PublicationState.DRAFT,
    )
    confirmed_on = models.DateField("bevestigd op", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="bevestigd door",
        null=True,
        blank=True,
        related_name="+",
    )
    next_check_on = models.DateField("controleren op", null=True, blank=True)
    # makes a used link useless
    confirmation_round = models.PositiveIntegerField(default=0, editable=False)
    reminded_on = models.DateField(
        "aan herinnerd op", null=True, blank=True, editable=False
    )
    is_featured = models.BooleanField("op de voorpagina", default=False)
    illustration = models.CharField(
        "tekening", max_length=20, choices=Illustration, blank=True
    )
    sources = several_sources(related_name="initiatives")
    created_at = models.DateTimeField("ingevoerd op", auto_now_add=True)
    updated_at = models.DateTimeField("bijgewerkt op", auto_now=True)
    sort_key = SortKeyField("title")

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "praktijkvoorbeeld"
        verbose_name_plural = "praktijkvoorbeelden"
        ordering = ["sort_key", "slug"]
        indexes = INDEXES
        constraints = RULES

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("initiatives:initiative_detail", args=[self.slug])

    @property
    def is_published(self):
        """Whether the public may see it; the same rule as the queryset's ``published()``."""
        return self.publication_state == self.PublicationState.PUBLISHED

    @property
    def is_practice(self):
        """Whether somebody does it or did it; the same rule as the queryset's ``practices()``."""
        return self.entry_kind == EntryKind.PRACTICE

    @property
    def is_to_follow(self):
        """Whether somebody else can do the same; the same rule as the queryset's ``to_follow()``."""
        is_over = self.phase in NOT_TO_FOLLOW
        return self.is_practice and not is_over and bool(self.approach)

    @property
    def former_places(self):
        """For places that are no municipality any more: what they were at the time, in words."""
        moment = "destijds"
        if self.year:
            moment = f"in {self.year}"
        return [
            f"{moment} gemeente {place}"
            for place in self.places.all()
            if place.has_ended
        ]

    @property
    def leads(self):
        """The organisations that lead it."""
        return self.organisations_in(ParticipationRole.LEAD)

    @property
    def companions(self):
        """The organisations that take part in any other role."""
        return self.organisations_in(*COMPANION_ROLES)

    def organisations_in(self, *roles):
        """The organisations in these roles, each once."""
        organisations = []
        for participation in self.participations.all():
            if (
                participation.role in roles
                and participation.organisation not in organisations
            ):
                organisations.append(participation.organisation)
        return organisations

    @property
    def card(self):
        """What a list shows of it."""
        return initiative_card(self)
