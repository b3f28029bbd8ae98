from django.db import models
from django.db.models import Q
from django.urls import reverse

from curation.model_fields import day_of_archiving, noted_on
from partners.choices import OrganisationKind, OrganisationLevel, OrganisationSector
from partners.fields import SortKeyField
from partners.mail_domains import check_domains
from partners.querysets import OrganisationQuerySet
from sources.model_fields import several_sources


class Organisation(models.Model):
    """A library, a municipality or a partner: one table, since agreements and contacts are between any two.

    The columns that belong to one kind are guarded by constraints. Work with the proxies ``Library``,
    ``Municipality`` and ``Partner`` where the kind matters.
    """

    Kind = OrganisationKind

    Sector = OrganisationSector

    Level = OrganisationLevel

    NEVER_RESTORED = ("invited_on",)

    KIND = ""  # each proxy has its own

    kind = models.CharField(
        "soort organisatie",
        max_length=20,
        choices=Kind,
        editable=False,
    )
    slug = models.SlugField(
        "kenmerk", max_length=120, unique=True, help_text="Staat in het webadres."
    )
    name = models.CharField("naam", max_length=200)
    short_name = models.CharField(
        "korte naam", max_length=60, blank=True, help_text="Bijvoorbeeld UWV of BZK."
    )
    description = models.TextField("omschrijving", blank=True)
    website = models.URLField("website", max_length=500, blank=True)
    province = models.ForeignKey(
        "partners.Province",
        models.PROTECT,
        verbose_name="provincie",
        null=True,
        blank=True,
        related_name="organisations",
    )
    mail_domains = models.CharField(
        "domeinen van e-mail",
        max_length=300,
        blank=True,
        validators=[check_domains],
        help_text="Wie hiervandaan mailt, werkt daar. Bijvoorbeeld bibliotheek.nl; meer met een komma ertussen.",
    )
    sources = several_sources()
    sort_key = SortKeyField()
    updated_at = models.DateTimeField("bijgewerkt op", auto_now=True)
    archived_on = day_of_archiving()
    invited_on = noted_on("uitgenodigd op")

    # municipality
    cbs_code = models.CharField(
        "CBS-code", max_length=6, null=True, blank=True, unique=True
    )
    population = models.PositiveIntegerField("inwoners", null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        "jaar van het inwonertal", null=True, blank=True
    )
    latitude = models.DecimalField(
        "breedtegraad", max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        "lengtegraad", max_digits=8, decimal_places=5, null=True, blank=True
    )
    valid_from = models.DateField("bestaat sinds", null=True, blank=True)
    valid_until = models.DateField("opgeheven op", null=True, blank=True)

    # library
    isil = models.CharField(
        "ISIL-code", max_length=13, null=True, blank=True, unique=True
    )
    work_area = models.ManyToManyField(
        "partners.Municipality",
        verbose_name="werkgebied",
        blank=True,
        related_name="libraries",
    )
    work_area_is_complete = models.BooleanField(
        "dit is het hele werkgebied",
        default=False,
        help_text="Alleen als een bron of de bibliotheek zelf dit zegt. Anders staat er: werkt in ieder geval in.",
    )
    work_area_note = models.CharField(
        "toelichting op het werkgebied", max_length=300, blank=True
    )

    # partner
    sector = models.CharField(
        "soort partner", max_length=30, choices=Sector, blank=True
    )
    level = models.CharField("niveau", max_length=20, choices=Level, blank=True)
    parent = models.ForeignKey(
        "partners.Partner",
        models.PROTECT,
        verbose_name="onderdeel van",
        null=True,
        blank=True,
        related_name="offices",
    )
    support_area = models.ManyToManyField(
        "partners.Province",
        verbose_name="ondersteunt bibliotheken in",
        blank=True,
        related_name="support",
        help_text="Alleen bij een organisatie die de bibliotheken van deze provincies ondersteunt.",
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["sort_key", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="organisation_name_not_empty",
                violation_error_message="Een organisatie heeft een naam.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values),
                name="organisation_kind_known",
                violation_error_message="Een organisatie is een bibliotheek, een gemeente of een partner.",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind=OrganisationKind.MUNICIPALITY,
                    cbs_code__isnull=False,
                    cbs_code__regex=r"^GM\d{4}$",
                    province__isnull=False,
                )
                | (~Q(kind=OrganisationKind.MUNICIPALITY) & Q(cbs_code=None)),
                name="municipality_has_cbs_code",
                violation_error_message="Een gemeente heeft een provincie en een CBS-code: GM met vier cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(kind=OrganisationKind.MUNICIPALITY)
                | Q(
                    population=None,
                    latitude=None,
                    longitude=None,
                    valid_from=None,
                    valid_until=None,
                ),
                name="municipality_columns",
                violation_error_message="Inwoners, ligging en geldigheid horen alleen bij een gemeente.",
            ),
            models.CheckConstraint(
                condition=Q(population=None, population_year=None)
                | Q(population__isnull=False, population_year__isnull=False),
                name="population_has_year",
                violation_error_message="Geef bij het aantal inwoners ook het jaar.",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(50, 54), longitude__range=(3, 8)),
                name="centroid_in_the_netherlands",
                violation_error_message="Geef breedtegraad (50 tot 54) en lengtegraad (3 tot 8) allebei.",
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_from__lt=models.F("valid_until")),
                name="municipality_ends_after_it_began",
                violation_error_message="Een gemeente kan niet opgeheven zijn voordat ze bestond.",
            ),
            models.CheckConstraint(
                condition=Q(isil=None)
                | Q(kind=OrganisationKind.LIBRARY, isil__regex=r"^NL-\d{10}$"),
                name="isil_of_a_library",
                violation_error_message="Een ISIL-code is NL- met tien cijfers, en hoort bij een bibliotheek.",
            ),
            models.CheckConstraint(
                condition=Q(kind=OrganisationKind.PARTNER)
                & ~Q(sector="")
                & ~Q(level="")
                | ~Q(kind=OrganisationKind.PARTNER)
                & Q(sector="", level="", parent=None),
                name="partner_has_sector_and_level",
                violation_error_message="Een partner, en alleen een partner, heeft een soort en een niveau.",
            ),
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")),
                name="partner_not_its_own_parent",
                violation_error_message="Een partner kan niet onder zichzelf hangen.",
            ),
            models.UniqueConstraint(
                fields=["province"],
                condition=Q(sector="provincie"),
                name="one_government_per_province",
                violation_error_message="Van deze provincie is het bestuur al een partner.",
            ),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.KIND and not self.__dict__.get("kind", self.KIND):
            self.kind = self.KIND  # here and not in save(), so that forms and imports can check the constraints

    def __str__(self):
        return self.name

    @property
    def name_in_chooser(self):
        """The name, and of a municipality that ended until which year: some names are of two."""
        if self.valid_until is None:
            return str(self)
        return f"{self} (tot {self.valid_until.year})"

    def is_in_force_on(self, today):
        """Whether it is there on that day; the same rule as ``in_force_on`` of the querysets."""
        return self.valid_until is None or self.valid_until > today

    def get_absolute_url(self):
        return reverse(self.PAGES[self.kind], args=[self.slug])

    PAGES = {
        Kind.LIBRARY: "partners:library_detail",
        Kind.MUNICIPALITY: "opportunities:municipality_detail",
        Kind.PARTNER: "partners:partner_detail",
    }

    @property
    def form_model_name(self):
        """Of the model whose form curators use for this organisation: that of its kind."""
        return self.FORMS.get(self.kind, "organisation")

    FORMS = {
        Kind.LIBRARY: "library",
        Kind.MUNICIPALITY: "municipality",
        Kind.PARTNER: "partner",
    }
