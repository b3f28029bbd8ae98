"""What supports what we say: figures, quotes and recognition by others."""

import re
from textwrap import shorten

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from accounts.scopes import OwnedQuerySet
from initiatives.choices import FigureKind
from initiatives.querysets import CitationQuerySet
from initiatives.reported_speech import objection_to
from partners.models import Organisation

from .initiative import Initiative
from .owners import AboutOneThing

LONGEST_IN_CHOOSER = 90  # letters


class Figure(AboutOneThing):
    """A number with what it counts, the period and the source; about an initiative, theme, network or partner."""

    Kind = FigureKind

    value = models.DecimalField(
        "waarde",
        max_digits=14,
        decimal_places=2,
    )
    qualifier = models.CharField(
        "ervoor",
        max_length=20,
        blank=True,
        help_text="Bijvoorbeeld: zo’n, ruim, meer dan.",
    )
    unit = models.CharField(
        "eenheid",
        max_length=30,
        blank=True,
        help_text="Bijvoorbeeld % of €; leeg bij een aantal.",
    )
    label = models.CharField("wat het is", max_length=200)
    period = models.CharField("periode", max_length=60)
    kind = models.CharField(
        "soort",
        max_length=20,
        choices=Kind,
        default=Kind.REPORTED,
    )
    source = models.ForeignKey(
        "sources.Source",
        models.PROTECT,
        verbose_name="bron",
        related_name="figures",
    )
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta(AboutOneThing.Meta):
        verbose_name = "cijfer"
        verbose_name_plural = "cijfers"
        ordering = ["position", "pk"]
        constraints = [
            *AboutOneThing.Meta.constraints,
            models.UniqueConstraint(
                fields=[
                    "initiative",
                    "theme",
                    "network",
                    "organisation",
                    "label",
                    "period",
                ],
                name="figure_unique",
                nulls_distinct=False,
                violation_error_message="Dit cijfer staat er al voor deze periode.",
            ),
        ]

    def __str__(self):
        return f"{self.label} ({self.period})"

    @property
    def year(self):
        """The last year in its period; ``None`` where that names none."""
        years = re.findall(r"\b(?:19|20)[0-9]{2}\b", self.period)
        return int(years[-1]) if years else None


class Citation(AboutOneThing):
    """What someone said in a source, told as reported speech in our own words."""

    speaker = models.CharField("wie het zei", max_length=120)
    speaker_role = models.CharField("als", max_length=160, blank=True)
    paraphrase = models.TextField(
        "naverteld",
        help_text="In onze eigen woorden, met de naam erin: volgens … Letterlijk staan er hooguit vijf woorden, tussen "
        "aanhalingstekens.",
    )
    source = models.ForeignKey(
        "sources.Source",
        models.PROTECT,
        verbose_name="bron",
        related_name="citations",
    )
    passage = models.CharField(
        "waar in de bron",
        max_length=120,
        blank=True,
    )

    objects = CitationQuerySet.as_manager()

    class Meta(AboutOneThing.Meta):
        verbose_name = "uitspraak"
        verbose_name_plural = "uitspraken"
        ordering = ["source__published_on", "pk"]
        constraints = [
            *AboutOneThing.Meta.constraints,
            models.UniqueConstraint(
                fields=[
                    "source",
                    "speaker",
                    "passage",
                    "initiative",
                    "theme",
                    "network",
                    "organisation",
                ],
                name="citation_unique",
                nulls_distinct=False,
                violation_error_message="Deze uitspraak staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker} in {self.source}"

    @property
    def name_in_chooser(self):
        """Who said what: one person may say several things in one source."""
        return f"{self.speaker}: {shorten(self.paraphrase, LONGEST_IN_CHOOSER, placeholder=' …')}"

    def clean(self):
        """A sentence in the first person, or a long literal piece, would be words that we put in a mouth."""
        objection = objection_to(self.paraphrase)
        if objection:
            raise ValidationError({"paraphrase": objection})


class Recognition(models.Model):
    """An outside body judged the initiative; never set by whoever runs it."""

    OWNERS = ("initiative",)

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="recognitions",
    )
    body = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="erkend door",
        related_name="recognitions",
    )
    level = models.CharField(
        "niveau",
        max_length=120,
        help_text="Bijvoorbeeld: Goed beschreven.",
    )
    awarded_on = models.DateField("toegekend op")
    expires_on = models.DateField("geldig tot", null=True, blank=True)
    url = models.URLField("webadres van het oordeel", max_length=500)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "erkenning"
        verbose_name_plural = "erkenningen"
        ordering = ["-awarded_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(awarded_on__lt=F("expires_on")),
                name="recognition_expires_after_award",
                violation_error_message="Een erkenning kan niet verlopen voordat ze is toegekend.",
            ),
            models.UniqueConstraint(
                fields=["initiative", "body", "level"],
                name="recognition_unique",
                violation_error_message="Deze erkenning staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.level} ({self.body})"
