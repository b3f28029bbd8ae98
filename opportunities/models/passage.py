from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from initiatives.models import Theme
from initiatives.reported_speech import objection_to
from opportunities.choices import PassageWeight

from .policy import PolicyDocument


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
        Theme,
        models.PROTECT,
        verbose_name="thema",
        related_name="passages",
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
    page = models.PositiveSmallIntegerField(
        "bladzijde",
        null=True,
        blank=True,
    )
    url = models.URLField(
        "webadres van deze plek",
        max_length=500,
        blank=True,
    )
    weight = models.CharField(
        "gewicht",
        max_length=20,
        choices=PassageWeight,
        default=PassageWeight.MENTIONED,
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
    def text(self) -> str:
        """What a curator recognises it by."""
        return self.told or self.quote

    @property
    def where(self) -> str:
        """``bladzijde 12, Zorg voor elkaar``; empty where nobody wrote it down."""
        parts = []
        if self.page:
            parts.append(f"bladzijde {self.page}")
        if self.place:
            parts.append(f"‘{self.place}’")
        return ", ".join(parts)

    @property
    def first_url(self) -> str:
        """The address of this place, else of the document."""
        return self.url or self.document.url or self.document.page_url
