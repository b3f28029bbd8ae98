from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from accounts.scopes import ScopedQuerySet
from initiatives.models import Theme
from opportunities.choices import Direction
from opportunities.querysets import IndicatorValueQuerySet, MeasurementManager
from partners.fields import SortKeyField
from partners.models import Municipality

ESTIMATE = "Berekende schatting"  # how the method of figures begins that a model made and nobody counted
VOLUNTEERS = "Vragenlijst; wie meedeed koos daar zelf voor"  # the method of figures of whoever wanted to take part
RARE = 10  # percent: only of what is at most this rare, a figure below 1 is no fraction by mistake


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
        "eenheid", max_length=80, help_text="Bijvoorbeeld: % van 18 jaar en ouder."
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, verbose_name="thema", related_name="indicators"
    )
    judgement = models.TextField(
        "waarom bij dit thema", help_text="Lezers zien dit bij het cijfer."
    )
    direction = models.CharField("richting", max_length=20, choices=Direction)
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
    def is_percentage(self):
        """Whether its values are percentages, which some write as 12 and others as 0.12."""
        return self.unit.startswith("%")


class Measurement(models.Model):
    """An indicator in one year: where the figures come from, and of which year the codes of municipalities are."""

    slug = models.SlugField(
        "kenmerk",
        max_length=130,
        unique=True,
        help_text="Indicator en jaar: bijvoorbeeld x-2024.",
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, verbose_name="indicator", related_name="measurements"
    )
    year = models.PositiveSmallIntegerField("jaar van de cijfers")
    codes_year = models.PositiveSmallIntegerField(
        "jaar van de gemeentecodes",
        help_text="De gemeenten zoals ze op 1 januari van dat jaar waren.",
    )
    source = models.ForeignKey(
        "sources.Source",
        models.PROTECT,
        verbose_name="bron",
        related_name="measurements",
    )
    method = models.CharField(
        "methode",
        max_length=300,
        blank=True,
        help_text=f"Begin met ‘{ESTIMATE}’ als de cijfers uit een rekenmodel komen; lezers zien dat dan overal.",
    )

    objects = MeasurementManager()

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        ordering = ["indicator__sort_key", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"],
                name="measurement_once_a_year",
                violation_error_message="Van deze indicator is er al een meting in dit jaar.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(1990, 2100), codes_year__range=(1990, 2100)),
                name="measurement_years_plausible",
                violation_error_message="Een jaar ligt tussen 1990 en 2100.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.year}"

    @property
    def is_estimate(self):
        """Whether a model made the figures, and nobody counted or asked everywhere."""
        return self.method.startswith(ESTIMATE)

    @property
    def is_of_volunteers(self):
        """Whether only those answered who wanted to, so that it does not stand beside figures of everybody."""
        return self.method.startswith(VOLUNTEERS)

    @property
    def caveat(self):
        """How the figures were made, where readers must know that beside each of them."""
        if self.is_estimate:
            return "berekende schatting"
        if self.is_of_volunteers:
            return "wie meedeed, koos daar zelf voor"
        return ""


class IndicatorValue(models.Model):
    """The figure of one municipality in one measurement, under the code it was published with.

    ``value`` is in the unit of the indicator; ``numerator`` and ``denominator`` are counts, where the publisher gave
    them. What merged later is never added up here: see ``opportunities/figures.py``.
    """

    measurement = models.ForeignKey(
        Measurement, models.CASCADE, verbose_name="meting", related_name="values"
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente",
        related_name="indicator_values",
    )
    value = models.DecimalField("waarde", max_digits=14, decimal_places=4)
    numerator = models.DecimalField(
        "teller", max_digits=16, decimal_places=4, null=True, blank=True
    )
    denominator = models.DecimalField(
        "noemer", max_digits=16, decimal_places=4, null=True, blank=True
    )

    objects = IndicatorValueQuerySet.as_manager()

    class Meta:
        verbose_name = "cijfer van een gemeente"
        verbose_name_plural = "cijfers van gemeenten"
        ordering = ["measurement", "municipality__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["measurement", "municipality"],
                name="indicator_value_once",
                violation_error_message="Deze gemeente heeft al een cijfer in deze meting.",
            ),
            models.CheckConstraint(
                condition=Q(numerator=None, denominator=None)
                | Q(
                    numerator__isnull=False,
                    denominator__isnull=False,
                    numerator__gte=0,
                    denominator__gt=0,
                ),
                name="indicator_value_numerator_and_denominator",
                violation_error_message="Geef teller en noemer allebei: de teller niet onder 0, de noemer erboven.",
            ),
        ]

    def __str__(self):
        return f"{self.measurement}: {self.municipality}"

    def clean(self):
        """What only the indicator and the reorganisations can tell; the same for a form and a file."""
        if not (self.measurement_id and self.municipality_id) or self.value is None:
            return
        problem = self.range_problem or self.fraction_problem or self.share_problem
        if problem:
            raise ValidationError({"value": problem})
        codes_year = self.measurement.codes_year
        if not self.municipality.existed_in(codes_year):
            raise ValidationError(
                {
                    "municipality": f"{self.municipality} bestond niet op 1 januari {codes_year}."
                }
            )

    @property
    def range_problem(self):
        """What is wrong with a value that the indicator cannot have; empty where it can."""
        indicator = self.measurement.indicator
        value = plain_number(self.value)
        if indicator.lowest is not None and self.value < indicator.lowest:
            return f"{value} kan niet: {indicator} ligt niet onder {plain_number(indicator.lowest)}."
        if indicator.highest is not None and self.value > indicator.highest:
            return f"{value} kan niet: {indicator} ligt niet boven {plain_number(indicator.highest)}."
        return ""

    @property
    def fraction_problem(self):
        """What is wrong with a part of 1 where percentages are meant; of what is rare, it may be a percentage."""
        indicator = self.measurement.indicator
        is_rare = indicator.highest is not None and indicator.highest <= RARE
        is_fraction = 0 < abs(self.value) < 1
        if not is_fraction or is_rare or not indicator.is_percentage:
            return ""
        percent = plain_number(self.value * 100)
        return f"{plain_number(self.value)} lijkt een deel van 1. Schrijf {percent} voor {percent}%."

    @property
    def share_problem(self):
        """What is wrong with a share that is not its numerator over its denominator, but for rounding."""
        indicator = self.measurement.indicator
        if not (indicator.per and self.denominator) or self.numerator is None:
            return ""
        computed = self.numerator / self.denominator * indicator.per
        if abs(computed - self.value) <= max(abs(self.value) / 50, 1):
            return ""
        return f"Teller en noemer geven {plain_number(round(computed, 1))}, niet {plain_number(self.value)}."


def plain_number(number):
    """A number as Dutch readers write it, without zeros that say nothing."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
