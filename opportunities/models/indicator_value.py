"""The figures of municipalities, and what cannot be one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from opportunities.querysets import IndicatorValueQuerySet
from partners.models import Municipality
from wording.numbers import plain_number

from .measurement import Measurement

RARE = 10  # percent: only of what is at most this rare, a figure below 1 is no fraction by mistake


class IndicatorValue(models.Model):
    """The figure of one municipality in one measurement, under the code it was published with.

    ``value`` is in the unit of the indicator; ``numerator`` and ``denominator`` are counts, where the publisher gave
    them. What merged later is never added up here: see ``opportunities/figures.py``.
    """

    measurement = models.ForeignKey(
        Measurement,
        models.CASCADE,
        verbose_name="meting",
        related_name="values",
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente",
        related_name="indicator_values",
    )
    value = models.DecimalField(
        "waarde",
        max_digits=14,
        decimal_places=4,
    )
    numerator = models.DecimalField(
        "teller",
        max_digits=16,
        decimal_places=4,
        null=True,
        blank=True,
    )
    denominator = models.DecimalField(
        "noemer",
        max_digits=16,
        decimal_places=4,
        null=True,
        blank=True,
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
            problem = f"{self.municipality} bestond niet op 1 januari {codes_year}."
            raise ValidationError({"municipality": problem})

    @property
    def range_problem(self) -> str:
        """What is wrong with a value that the indicator cannot have; empty where it can."""
        indicator = self.measurement.indicator
        value = plain_number(self.value)
        if indicator.lowest is not None and self.value < indicator.lowest:
            return f"{value} kan niet: {indicator} ligt niet onder {plain_number(indicator.lowest)}."
        if indicator.highest is not None and self.value > indicator.highest:
            return f"{value} kan niet: {indicator} ligt niet boven {plain_number(indicator.highest)}."
        return ""

    @property
    def fraction_problem(self) -> str:
        """What is wrong with a part of 1 where percentages are meant; of what is rare, it may be a percentage."""
        indicator = self.measurement.indicator
        is_rare = indicator.highest is not None and indicator.highest <= RARE
        is_fraction = 0 < abs(self.value) < 1
        if not is_fraction or is_rare or not indicator.is_percentage:
            return ""
        percent = plain_number(self.value * 100)
        return f"{plain_number(self.value)} lijkt een deel van 1. Schrijf {percent} voor {percent}%."

    @property
    def share_problem(self) -> str:
        """What is wrong with a share that is not its numerator over its denominator, but for rounding."""
        indicator = self.measurement.indicator
        if not (indicator.per and self.denominator) or self.numerator is None:
            return ""
        computed = self.numerator / self.denominator * indicator.per
        rounding = max(abs(self.value) / 50, 1)
        if abs(computed - self.value) <= rounding:
            return ""
        share = plain_number(round(computed, 1))
        return f"Teller en noemer geven {share}, niet {plain_number(self.value)}."
