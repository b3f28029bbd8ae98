"""An indicator in one year."""

from django.db import models
from django.db.models import Q

from opportunities.querysets import MeasurementManager

from .indicator import Indicator

ESTIMATE = "Berekende schatting"  # how the method of figures begins that a model made and nobody counted
VOLUNTEERS = "Vragenlijst; wie meedeed koos daar zelf voor"  # the method of figures of whoever wanted to take part


class Measurement(models.Model):
    """An indicator in one year: where the figures come from, and of which year the codes of municipalities are."""

    slug = models.SlugField(
        "kenmerk",
        max_length=130,
        unique=True,
        help_text="Indicator en jaar: bijvoorbeeld x-2024.",
    )
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        verbose_name="indicator",
        related_name="measurements",
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
                condition=Q(
                    year__range=(1990, 2100),
                    codes_year__range=(1990, 2100),
                ),
                name="measurement_years_plausible",
                violation_error_message="Een jaar ligt tussen 1990 en 2100.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.year}"

    @property
    def is_estimate(self) -> bool:
        """Whether a model made the figures, and nobody counted or asked everywhere."""
        return self.method.startswith(ESTIMATE)

    @property
    def is_of_volunteers(self) -> bool:
        """Whether only those answered who wanted to, so that it does not stand beside figures of everybody."""
        return self.method.startswith(VOLUNTEERS)

    @property
    def caveat(self) -> str:
        """How the figures were made, where readers must know that beside each of them."""
        if self.is_estimate:
            return "berekende schatting"
        if self.is_of_volunteers:
            return "wie meedeed, koos daar zelf voor"
        return ""
