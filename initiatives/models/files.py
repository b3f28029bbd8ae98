"""What can be opened: documents and photos."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q

from curation.model_fields import day_of_archiving
from initiatives.choices import DocumentKind
from initiatives.file_sizes import MOST_MEGABYTES, check_size
from initiatives.querysets import DocumentQuerySet, PhotoQuerySet
from partners.models import Agreement, Network, Organisation
from sources.model_fields import several_sources

from .initiative import Initiative
from .owners import exactly_one
from .picture import Picture
from .theme import Theme


class Document(models.Model):
    """A paper, leaflet, presentation or scheme that a reader may want to find."""

    Kind = DocumentKind

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    description = models.TextField("omschrijving", blank=True)
    published_on = models.DateField("verschenen op", null=True, blank=True)
    period = models.CharField(
        "verschenen, in woorden",
        max_length=60,
        blank=True,
    )
    url = models.URLField("webadres", max_length=500, blank=True)
    file = models.FileField(
        "bestand",
        upload_to="documenten/",
        blank=True,
        validators=[FileExtensionValidator(["pdf"]), check_size],
        help_text=f"Een pdf van hooguit {MOST_MEGABYTES} MB.",
    )
    publishers = models.ManyToManyField(
        Organisation,
        verbose_name="van",
        related_name="documents",
        blank=True,
    )
    initiatives = models.ManyToManyField(
        Initiative,
        verbose_name="praktijkvoorbeelden",
        related_name="documents",
        blank=True,
    )
    themes = models.ManyToManyField(
        Theme,
        verbose_name="thema’s",
        related_name="documents",
        blank=True,
    )
    networks = models.ManyToManyField(
        Network,
        verbose_name="netwerken",
        related_name="documents",
        blank=True,
    )
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        verbose_name="overeenkomst",
        null=True,
        blank=True,
        related_name="documents",
    )
    sources = several_sources()
    archived_on = day_of_archiving()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-published_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="document_title_not_empty",
                violation_error_message="Een document heeft een titel.",
            )
        ]

    def __str__(self):
        return self.title


class Photo(Picture):
    """A picture of an example or of an organisation."""

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        null=True,
        blank=True,
        related_name="photos",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        null=True,
        blank=True,
        related_name="photos",
    )
    OWNERS = ("initiative", "organisation")
    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto’s"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt_text="") & ~Q(credit=""),
                name="photo_has_alt_text_and_credit",
                violation_error_message="Zeg wat er op de foto te zien is en wie hem maakte.",
            ),
            models.CheckConstraint(
                condition=exactly_one("initiative", "organisation"),
                name="photo_of_one_thing",
                violation_error_message="Een foto hoort bij één voorbeeld of bij één organisatie.",
            ),
        ]
