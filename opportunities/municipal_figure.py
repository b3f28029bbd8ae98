"""What a measurement says of a municipality, in words and beside all others."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from wording.enumerations import joined
from wording.numbers import amount

from .choices import Need
from .models import Indicator, Measurement, Spread

OF_VOLUNTEERS = "Wie meedeed, koos daar zelf voor. Leg dit cijfer dus niet naast cijfers over alle volwassenen."


@dataclass(frozen=True)
class MunicipalFigure:
    """What one measurement says of a municipality of today.

    ``value`` is ``None`` where only municipalities that ended have a figure. ``is_old_division``: the figure is that of
    an earlier territory, and ``parts`` (name, value) are what there was; ``is_recomputed``: from the counts of those.
    """

    measurement: Measurement
    value: Decimal | None
    is_old_division: bool = False
    is_recomputed: bool = False
    parts: list[tuple[str, Decimal]] = field(default_factory=list)

    @property
    def indicator(self) -> Indicator:
        """What is counted."""
        return self.measurement.indicator

    @property
    def spread(self) -> Spread:
        """Where the figure stands among those of all municipalities."""
        return self.measurement.spread

    @property
    def need(self) -> Need:
        """The level of need; unknown where the municipality itself has no figure."""
        if self.value is None:
            return Need.UNKNOWN
        return self.spread.need_of(self.value, self.indicator.direction)

    @property
    def deviation(self) -> Decimal:
        """How far it is from the middle towards much need; nought where the municipality itself has no figure."""
        if self.value is None:
            return Decimal(0)
        return self.spread.deviation_of(self.value, self.indicator.direction)

    @property
    def in_words(self) -> str:
        """``51,2% van 65 jaar en ouder``."""
        if self.value is None:
            return "Niet bekend"
        return f"{self.short} {self.unit}".strip()

    @property
    def unit(self) -> str:
        """``van 65 jaar en ouder``: what follows the figure."""
        return self.indicator.unit.removeprefix("%").strip()

    @property
    def short(self) -> str:
        """``51,2%``: the figure without of whom."""
        return without_unit(self.value, self.indicator)

    @property
    def median(self) -> str:
        """The middle of all municipalities: ``48,1%``."""
        return without_unit(self.spread.median, self.indicator)

    @property
    def middle(self) -> str:
        """``de helft van de gemeenten zit onder 13,1 per 1.000``."""
        sentence = f"de helft van de gemeenten zit onder {self.median}"
        if not self.indicator.unit.startswith("per "):
            return sentence
        of_how_many = " ".join(self.indicator.unit.split()[:2])
        return f"{sentence} {of_how_many}"

    @property
    def low_until(self) -> str:
        """The end of the lower third, empty where there is none."""
        return without_unit(self.spread.low_until, self.indicator)

    @property
    def high_from(self) -> str:
        """The beginning of the upper third, empty where there is none."""
        return without_unit(self.spread.high_from, self.indicator)

    @property
    def remark(self) -> str:
        """What the reader must know of whom and where it was measured; empty where there is nothing to say."""
        sentences = [self.remark_on_territory]
        if self.measurement.is_of_volunteers:
            sentences.append(OF_VOLUNTEERS)
        return " ".join(sentence for sentence in sentences if sentence)

    @property
    def remark_on_territory(self) -> str:
        """Of which municipalities the figure is, in one sentence; empty where there is nothing to say."""
        if self.is_recomputed:
            return "We rekenden dit opnieuw uit, met de aantallen van de gemeenten die samengingen."
        if not self.is_old_division:
            return ""
        parts = []
        for name, value in self.parts:
            parts.append(f"{name} {without_unit(value, self.indicator)}")
        return f"Oude indeling ({self.measurement.codes_year}): {joined(parts)}. We tellen dat niet op."


def without_unit(
    value: Decimal | None,
    indicator: Indicator,
) -> str:
    """The figure with a % where it is one, rounded to one decimal; empty where there is none."""
    if value is None:
        return ""
    rounded = amount(value.quantize(Decimal("0.1"), ROUND_HALF_UP))
    if indicator.is_percentage:
        return f"{rounded}%"
    return rounded
