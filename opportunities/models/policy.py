from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from accounts.scopes import OwnedQuerySet
from initiatives.models import Theme
from initiatives.reported_speech import objection_to
from opportunities.choices import PassageWeight, PolicyDocumentKind
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
    kind = models.CharField("soort", max_length=30, choices=PolicyDocumentKind)
    title = models.CharField("titel", max_length=250)
    party = models.CharField(
        "partij",
        max_length=120,
        blank=True,
        help_text="Alleen bij een verkiezingsprogramma.",
    )
    from_year = models.PositiveSmallIntegerField("geldt van (jaar)")
    until_year = models.PositiveSmallIntegerField(
        "geldt tot en met (jaar)", null=True, blank=True
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
    page_url = models.URLField("pagina van herkomst", max_length=500, blank=True)
    url = models.URLField("webadres van het stuk", max_length=500, blank=True)
    seen_on = models.DateField(
        "gezien op",
        null=True,
        blank=True,
        help_text="Wanneer iemand zag dat het er stond.",
    )
    note = models.CharField("toelichting", max_length=300, blank=True)
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

    @property
    def first_url(self):
        """Where a reader goes first: the page it comes from, else the document itself."""
        return self.page_url or self.url

    @property
    def parties_in_words(self):
        """``PRO, D66 en CDA``."""
        return joined(
            [party.strip() for party in self.parties.split(";") if party.strip()]
        )

    @property
    def dated_in_words(self):
        """``10 juni 2026``, ``juni 2026`` or ``2026``."""
        return day_in_words(self.dated)

    def is_over(self, year):
        """Whether it counted until before that year."""
        return self.until_year is not None and self.until_year < year


class Passage(models.Model):
    """A place in a document where it speaks about a theme.

    Readers see ``told``, in our own words, and where it stands; ``quote`` is the sentence that a curator marked, kept
    to find it again. ``url`` is only for a place with an address of its own.
    """

    OWNERS = ("document",)

    document = models.ForeignKey(
        PolicyDocument,
        models.CASCADE,
        verbose_name="beleidsstuk",
        related_name="passages",
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, verbose_name="thema", related_name="passages"
    )
    told = models.CharField(
        "in eigen woorden",
        max_length=400,
        blank=True,
        help_text="Dit zien lezers. Vertel na wat er staat, met hooguit vijf woorden tussen aanhalingstekens.",
    )
    quote = models.CharField(
        "gemarkeerde zin",
        max_length=600,
        blank=True,
        help_text="Letterlijk, om haar terug te vinden. Lezers zien haar niet.",
    )
    place = models.CharField(
        "plek in het stuk",
        max_length=200,
        blank=True,
        help_text="Het kopje of hoofdstuk.",
    )
    page = models.PositiveSmallIntegerField("bladzijde", null=True, blank=True)
    url = models.URLField("webadres van deze plek", max_length=500, blank=True)
    weight = models.CharField(
        "gewicht", max_length=20, choices=PassageWeight, default=PassageWeight.MENTIONED
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "passage uit een beleidsstuk"
        verbose_name_plural = "passages uit beleidsstukken"
        ordering = ["document", "page", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(quote="") | ~Q(told=""),
                name="passage_says_something",
                violation_error_message="Vertel een passage na, of markeer een zin.",
            ),
            models.CheckConstraint(
                condition=Q(weight__in=PassageWeight.values),
                name="passage_weight_known",
                violation_error_message="Een passage noemt een thema of maakt er een speerpunt van.",
            ),
            models.UniqueConstraint(
                fields=["document", "theme", "quote", "told"],
                name="passage_unique",
                violation_error_message="Deze passage staat al bij dit thema.",
            ),
        ]

    def __str__(self):
        return f"{self.theme}: {self.text[:60]}"

    def clean(self):
        """Refuse a text that is not in our own words."""
        objection = objection_to(self.told)
        if objection:
            raise ValidationError({"told": objection})

    @property
    def text(self):
        """What a curator recognises it by."""
        return self.told or self.quote

    @property
    def where(self):
        """``bladzijde 12, Zorg voor elkaar``; empty where nobody wrote it down."""
        parts = []
        if self.page:
            parts.append(f"bladzijde {self.page}")
        if self.place:
            parts.append(f"‘{self.place}’")
        return ", ".join(parts)

    @property
    def first_url(self):
        """The address of this place, else of the document."""
        return self.url or self.document.url or self.document.page_url
