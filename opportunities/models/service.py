from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format

from initiatives.models import Initiative, TargetGroup, Theme
from opportunities.choices import AdoptionLevel, ServiceParty, ServiceState
from opportunities.querysets import ServiceQuerySet
from partners.fields import SortKeyField
from partners.models import Municipality, Organisation
from sources.model_fields import several_sources


class Service(models.Model):
    """Something that exists already in a municipality: by whom, who began and pays it, for whom, how it is liked.

    ``example`` says that it was taken over from a practice example elsewhere; then ``level`` says how far it is,
    ``adapted`` what is different here, and ``reports`` what it brought. Library members send services in; curators
    publish them. ``seen_year`` is when somebody read of it, ``confirmed_on`` when somebody who knows it said that it
    is there; ``counts_in`` says what that is worth.
    """

    OWNERS = ("municipality",)
    NEVER_RESTORED = ("publication_state",)
    SEEN_COUNTS = 3  # years

    PublicationState = ServiceState

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente",
        related_name="services",
    )
    name = models.CharField("naam", max_length=160)
    description = models.TextField(
        "omschrijving",
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        blank=True,
    )
    themes = models.ManyToManyField(
        Theme,
        verbose_name="thema’s",
        related_name="services",
    )
    provider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="wie het doet",
        null=True,
        blank=True,
        related_name="provided_services",
    )
    provider_name = models.CharField(
        "wie het doet, in woorden",
        max_length=160,
        blank=True,
        help_text="Voor wie niet in de lijst staat.",
    )
    started_by = models.CharField(
        "begonnen door",
        max_length=20,
        choices=ServiceParty,
        blank=True,
    )
    started_by_name = models.CharField(
        "begonnen door wie precies",
        max_length=160,
        blank=True,
    )
    paid_by = models.CharField(
        "betaald door",
        max_length=20,
        choices=ServiceParty,
        blank=True,
    )
    paid_by_name = models.CharField(
        "betaald door wie precies",
        max_length=160,
        blank=True,
    )
    target_groups = models.ManyToManyField(
        TargetGroup,
        verbose_name="voor wie",
        related_name="services",
        blank=True,
    )
    satisfaction = models.CharField(
        "hoe tevreden mensen zijn", max_length=300, blank=True
    )
    satisfaction_source = models.CharField(
        "waar dat staat",
        max_length=300,
        blank=True,
        help_text="Het onderzoek of verslag, met het jaar.",
    )
    from_year = models.PositiveSmallIntegerField(
        "begonnen in jaar", null=True, blank=True
    )
    until_year = models.PositiveSmallIntegerField(
        "gestopt in jaar", null=True, blank=True
    )
    seen_year = models.PositiveSmallIntegerField(
        "gezien in jaar",
        null=True,
        blank=True,
        help_text="Het jaar waarin een bron zei dat het er was.",
    )
    confirmed_on = models.DateField(
        "bevestigd op",
        null=True,
        blank=True,
        help_text="Wanneer iemand die het kent zei dat het er is.",
    )
    example = models.ForeignKey(
        Initiative,
        models.PROTECT,
        verbose_name="overgenomen van voorbeeld",
        null=True,
        blank=True,
        related_name="adoptions",
    )
    level = models.CharField(
        "hoe ver het is", max_length=20, choices=AdoptionLevel, blank=True
    )
    adapted = models.TextField(
        "wat er is aangepast",
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        blank=True,
    )
    stop_reason = models.TextField(
        "waarom het stopte",
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        blank=True,
    )
    url = models.URLField("webadres", max_length=500, blank=True)
    sources = several_sources(related_name="services")
    publication_state = models.CharField(
        "publicatie",
        max_length=20,
        choices=ServiceState,
        default=ServiceState.SUBMITTED,
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="ingezonden door",
        null=True,
        blank=True,
        editable=False,
        related_name="services",
    )
    updated_at = models.DateTimeField("bijgewerkt op", auto_now=True)
    sort_key = SortKeyField()

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = "bestaand aanbod"
        verbose_name_plural = "bestaand aanbod"
        ordering = ["municipality__sort_key", "sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="service_name_not_empty",
                violation_error_message="Aanbod heeft een naam.",
            ),
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="service_unique_in_municipality",
                violation_error_message="Dit aanbod staat al bij deze gemeente.",
            ),
            models.CheckConstraint(
                condition=Q(publication_state__in=ServiceState.values),
                name="service_publication_state_known",
                violation_error_message="Kies een publicatiestand uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction="") | ~Q(satisfaction_source=""),
                name="service_satisfaction_has_source",
                violation_error_message="Zeg bij de tevredenheid waar dat staat.",
            ),
            models.CheckConstraint(
                condition=(Q(from_year=None) | Q(from_year__range=(1900, 2100)))
                & (Q(until_year=None) | Q(until_year__range=(1900, 2100)))
                & (
                    Q(from_year=None)
                    | Q(until_year=None)
                    | Q(from_year__lte=F("until_year"))
                ),
                name="service_years_plausible",
                violation_error_message="Jaren liggen tussen 1900 en 2100, en stoppen komt na beginnen.",
            ),
            models.CheckConstraint(
                condition=Q(seen_year=None) | Q(seen_year__range=(1900, 2100)),
                name="service_seen_year_plausible",
                violation_error_message="Het jaar waarin het gezien is, ligt tussen 1900 en 2100.",
            ),
            models.CheckConstraint(
                condition=Q(level__in=AdoptionLevel.values),
                name="service_level_known",
                violation_error_message="Kies uit de lijst hoe ver het is.",
            ),
            models.CheckConstraint(
                condition=~Q(level=AdoptionLevel.STOPPED) | Q(until_year__isnull=False),
                name="service_stopped_in_a_year",
                violation_error_message="Vul in in welk jaar het stopte.",
            ),
            models.CheckConstraint(
                condition=Q(stop_reason="") | Q(level=AdoptionLevel.STOPPED),
                name="service_stop_reason_of_what_stopped",
                violation_error_message="Een reden om te stoppen hoort bij wat gestopt is.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def by(self) -> str:
        """Who does it, in words; empty where nobody knows."""
        if self.provider_name:
            return self.provider_name
        if self.provider:
            return str(self.provider)
        return ""

    @property
    def has_stopped(self) -> bool:
        """Whether who took it over said that it is over."""
        return self.level == AdoptionLevel.STOPPED

    def counts_in(self, year: int) -> bool:
        """Whether it is trusted to be there in that year: confirmed, or seen not too long ago."""
        if self.confirmed_on:
            return True
        return self.seen_year is not None and self.seen_year >= year - self.SEEN_COUNTS

    @property
    def provenance(self) -> str:
        """How we know of it: ``Gezien in 2020. Niemand bevestigde het nog.``"""
        if self.confirmed_on:
            return f"Bevestigd op {date_format(self.confirmed_on, 'j F Y')}."
        if self.seen_year:
            return f"Gezien in {self.seen_year}. Niemand bevestigde het nog."
        return "Gezien in een onbekend jaar. Niemand bevestigde het nog."
