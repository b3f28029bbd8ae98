from django.db import models
from django.db.models import F, Q

from accounts.scopes import OwnedQuerySet
from initiatives.models import Theme
from opportunities.choices import PassageWeight, PolicyDocumentKind
from opportunities.querysets import PolicyDocumentQuerySet
from partners.models import Municipality

PROGRAMME = Q(kind=PolicyDocumentKind.PROGRAMME)


class PolicyDocument(models.Model):
    """What a municipality or one of its parties says it wants: read by a curator, theme by theme.

    ``read_on`` says that the whole of it was read; only then can a theme be *not mentioned*. ``text`` is for whoever
    reads it and is not shown to the public, which follows ``url``.
    """

    OWNERS = ("municipality",)

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name="gemeente", related_name="policy_documents"
    )
    kind = models.CharField("soort", max_length=30, choices=PolicyDocumentKind)
    title = models.CharField("titel", max_length=250)
    party = models.CharField("partij", max_length=120, blank=True, help_text="Alleen bij een verkiezingsprogramma.")
    from_year = models.PositiveSmallIntegerField("geldt van (jaar)")
    until_year = models.PositiveSmallIntegerField("geldt tot en met (jaar)", null=True, blank=True)
    url = models.URLField("webadres", max_length=500, blank=True)
    read_on = models.DateField(
        "helemaal gelezen op", null=True, blank=True, help_text="Pas dan kan een thema ‘niet genoemd’ zijn."
    )
    text = models.TextField("tekst om te lezen", blank=True, help_text="Plak hier de tekst; lezers zien hem niet.")

    objects = PolicyDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "beleidsstuk"
        verbose_name_plural = "beleidsstukken"
        ordering = ["municipality__sort_key", "-from_year", "kind", "party"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="policy_document_title_not_empty",
                violation_error_message="Een beleidsstuk heeft een titel.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PolicyDocumentKind.values),
                name="policy_document_kind_known",
                violation_error_message="Kies een soort uit de lijst.",
            ),
            models.CheckConstraint(
                condition=PROGRAMME & ~Q(party="") | ~PROGRAMME & Q(party=""),
                name="policy_document_party_of_a_programme",
                violation_error_message="Een verkiezingsprogramma, en niets anders, is van een partij.",
            ),
            models.CheckConstraint(
                condition=Q(from_year__range=(1990, 2100))
                & (Q(until_year=None) | Q(until_year__range=(F("from_year"), 2100))),
                name="policy_document_years_plausible",
                violation_error_message="Jaren liggen tussen 1990 en 2100, en het laatste niet voor het eerste.",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.period})"

    @property
    def period(self):
        """For which years it counts, in words."""
        if self.until_year is None:
            return f"vanaf {self.from_year}"
        if self.until_year == self.from_year:
            return f"{self.from_year}"
        return f"{self.from_year}–{self.until_year}"

    @property
    def by(self):
        """Who says it."""
        return self.party or f"Gemeente {self.municipality}"


class Passage(models.Model):
    """A place in a document where it speaks about a theme, word for word."""

    OWNERS = ("document",)

    document = models.ForeignKey(PolicyDocument, models.CASCADE, verbose_name="beleidsstuk", related_name="passages")
    theme = models.ForeignKey(Theme, models.PROTECT, verbose_name="thema", related_name="passages")
    quote = models.CharField("citaat", max_length=600, help_text="Letterlijk, hooguit 600 tekens.")
    page = models.PositiveSmallIntegerField("bladzijde", null=True, blank=True)
    weight = models.CharField("gewicht", max_length=20, choices=PassageWeight, default=PassageWeight.MENTIONED)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "passage uit een beleidsstuk"
        verbose_name_plural = "passages uit beleidsstukken"
        ordering = ["document", "page", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(quote=""),
                name="passage_quote_not_empty",
                violation_error_message="Een passage heeft een citaat.",
            ),
            models.CheckConstraint(
                condition=Q(weight__in=PassageWeight.values),
                name="passage_weight_known",
                violation_error_message="Een passage noemt een thema of maakt er een speerpunt van.",
            ),
            models.UniqueConstraint(
                fields=["document", "theme", "quote"],
                name="passage_unique",
                violation_error_message="Deze passage staat al bij dit thema.",
            ),
        ]

    def __str__(self):
        return f"{self.theme}: {self.quote[:60]}"
