from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from opportunities.choices import PolicyDocumentKind
from opportunities.querysets import PolicyDocumentQuerySet
from partners.models import Municipality
from wording.days import day_in_words
from wording.enumerations import joined

PROGRAMME = Q(kind=PolicyDocumentKind.PROGRAMME)
DAY = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"  # as exact as it is known


class PolicyDocument(models.Model):
    """What a municipality or one of its parties says it wants: read by a curator, theme by theme.

    ``read_on`` says that the whole of it was read; only then can a theme be *not mentioned*. ``text`` is for whoever
    reads it and is not shown to the public, which follows ``page_url``, where it comes from, or ``url``, the document
    itself. With ``missing_because`` we know of it, or that there is none, and have nothing to read.
    """

    OWNERS = ("municipality",)

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente",
        related_name="policy_documents",
    )
    kind = models.CharField(
        "soort",
        max_length=30,
        choices=PolicyDocumentKind,
    )
    title = models.CharField("titel", max_length=250)
    party = models.CharField(
        "partij",
        max_length=120,
        blank=True,
        help_text="Alleen bij een verkiezingsprogramma.",
    )
    from_year = models.PositiveSmallIntegerField("geldt van (jaar)")
    until_year = models.PositiveSmallIntegerField(
        "geldt tot en met (jaar)",
        null=True,
        blank=True,
    )
    parties = models.CharField(
        "partijen",
        max_length=300,
        blank=True,
        help_text="Wie het akkoord sloten, met puntkomma’s ertussen.",
    )
    dated = models.CharField(
        "datum",
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(rf"^{DAY}\Z", "Schrijf 2026, 2026-06 of 2026-06-10.")
        ],
        help_text="Zo precies als bekend: 2026, 2026-06 of 2026-06-10.",
    )
    page_url = models.URLField(
        "pagina van herkomst",
        max_length=500,
        blank=True,
    )
    url = models.URLField(
        "webadres van het stuk",
        max_length=500,
        blank=True,
    )
    seen_on = models.DateField(
        "gezien op",
        null=True,
        blank=True,
        help_text="Wanneer iemand zag dat het er stond.",
    )
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    missing_because = models.CharField(
        "waarom het er niet is",
        max_length=300,
        blank=True,
        help_text="Lezers zien dit. Leeg als het te lezen is.",
    )
    read_on = models.DateField(
        "helemaal gelezen op",
        null=True,
        blank=True,
        help_text="Pas dan kan een thema ‘niet genoemd’ zijn.",
    )
    text = models.TextField(
        "tekst om te lezen",
        blank=True,
        help_text="Plak hier de tekst; lezers zien hem niet.",
    )

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
            models.CheckConstraint(
                condition=Q(dated="") | Q(dated__regex=rf"^{DAY}$"),
                name="policy_document_date_readable",
                violation_error_message="Schrijf een datum als 2026, 2026-06 of 2026-06-10.",
            ),
            models.CheckConstraint(
                condition=Q(missing_because="") | Q(url="", read_on=None),
                name="policy_document_missing_is_not_read",
                violation_error_message="Een stuk dat er niet is, heeft geen webadres en is niet gelezen.",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.period})"

    @property
    def period(self) -> str:
        """For which years it counts, in words."""
        if self.until_year is None:
            return f"vanaf {self.from_year}"
        if self.until_year == self.from_year:
            return f"{self.from_year}"
        return f"{self.from_year}–{self.until_year}"

    @property
    def by(self) -> str:
        """Who says it."""
        return self.party or f"Gemeente {self.municipality}"

    @property
    def first_url(self) -> str:
        """Where a reader goes first: the page it comes from, else the document itself."""
        return self.page_url or self.url

    @property
    def parties_in_words(self) -> str:
        """``PRO, D66 en CDA``."""
        parties = map(str.strip, self.parties.split(";"))
        return joined([party for party in parties if party])

    @property
    def dated_in_words(self) -> str:
        """``10 juni 2026``, ``juni 2026`` or ``2026``."""
        return day_in_words(self.dated)

    def is_over(self, year: int) -> bool:
        """Whether it counted until before that year."""
        return self.until_year is not None and self.until_year < year
