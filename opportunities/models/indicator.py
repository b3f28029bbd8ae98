from django.db import models
from django.db.models import F, Q

from accounts.scopes import ScopedQuerySet
from initiatives.models import Theme
from opportunities.choices import Direction
from partners.fields import SortKeyField


class Indicator(models.Model):
    """Something that is counted per municipality and says something about a theme, in the judgement of the editors.

    ``direction`` says which value means much need; ``per`` is set for shares (of 100 or 1000) that may be computed
    from a numerator and a denominator. Its figures are ``IndicatorValue``s, per ``Measurement``.
    """

    slug = models.SlugField(
        "kenmerk",
        max_length=120,
        unique=True,
        help_text="Zoals in de bestanden met cijfers.",
    )
    name = models.CharField("naam", max_length=160)
    short_name = models.CharField(
        "kort, in een zin",
        max_length=80,
        help_text="Bijvoorbeeld: aandeel 65-plussers.",
    )
    unit = models.CharField(
        "eenheid",
        max_length=80,
        help_text="Bijvoorbeeld: % van 18 jaar en ouder.",
    )
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        verbose_name="thema",
        related_name="indicators",
    )
    judgement = models.TextField(
        "waarom bij dit thema",
        help_text="Lezers zien dit bij het cijfer.",
    )
    direction = models.CharField(
        "richting",
        max_length=20,
        choices=Direction,
    )
    is_lead = models.BooleanField(
        "bepaalt de behoefte",
        default=False,
        help_text="Per thema is er één cijfer dat het niveau bepaalt.",
    )
    is_compared = models.BooleanField(
        "telt mee bij het vergelijken",
        default=False,
        help_text="Om gemeenten te vinden die op elkaar lijken.",
    )
    per = models.PositiveIntegerField(
        "deel van",
        null=True,
        blank=True,
        help_text="100 bij procenten, 1000 bij per duizend; leeg als het geen deel is.",
    )
    lowest = models.DecimalField(
        "laagste mogelijke waarde",
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
    )
    highest = models.DecimalField(
        "hoogste mogelijke waarde",
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Bij een percentage boven de 10 is een cijfer als 0,12 een vergissing, en dat weigeren we.",
    )
    sort_key = SortKeyField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        ordering = ["sort_key", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="")
                & ~Q(short_name="")
                & ~Q(unit="")
                & ~Q(judgement=""),
                name="indicator_explains_itself",
                violation_error_message="Een indicator heeft een naam, een korte naam, een eenheid en een uitleg.",
            ),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values),
                name="indicator_direction_known",
                violation_error_message="Kies een richting uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(is_lead=False) | ~Q(direction=Direction.BACKGROUND),
                name="indicator_lead_has_direction",
                violation_error_message="Wat alleen achtergrond is, kan de behoefte niet bepalen.",
            ),
            models.UniqueConstraint(
                fields=["theme"],
                condition=Q(is_lead=True),
                name="indicator_one_lead_per_theme",
                violation_error_message="Bij dit thema bepaalt al een andere indicator de behoefte.",
            ),
            models.CheckConstraint(
                condition=Q(per=None) | Q(per__in=[100, 1000, 10000, 100000]),
                name="indicator_per_known",
                violation_error_message="Een deel is van 100, 1000, 10.000 of 100.000; laat anders leeg.",
            ),
            models.CheckConstraint(
                condition=Q(lowest=None) | Q(highest=None) | Q(lowest__lt=F("highest")),
                name="indicator_lowest_below_highest",
                violation_error_message="De laagste mogelijke waarde ligt onder de hoogste.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_percentage(self) -> bool:
        """Whether its values are percentages, which some write as 12 and others as 0.12."""
        return self.unit.startswith("%")
