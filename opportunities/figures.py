"""The figures of a municipality of today, whatever codes they were published under; nothing is silently added up."""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from partners.models import Municipality
from partners.wording import amount, joined

from .choices import Need
from .models import IndicatorValue, Measurement


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
    parts: list = field(default_factory=list)

    @property
    def indicator(self):
        """What is counted."""
        return self.measurement.indicator

    @property
    def spread(self):
        """Where the figure stands among those of all municipalities."""
        return self.measurement.spread

    @property
    def need(self):
        """The level of need; unknown where the municipality itself has no figure."""
        if self.value is None:
            return Need.UNKNOWN
        return self.spread.need_of(self.value, self.indicator.direction)

    @property
    def in_words(self):
        """``51,2% van 65 jaar en ouder``."""
        return with_unit(self.value, self.indicator)

    @property
    def short(self):
        """``51,2%``: the figure without of whom."""
        return "" if self.value is None else bare(self.value, self.indicator)

    @property
    def median(self):
        """The middle of all municipalities: ``48,1%``."""
        return bare(self.spread.median, self.indicator)

    @property
    def low_until(self):
        """The end of the lower third, empty where there is none."""
        return "" if self.spread.low_until is None else bare(self.spread.low_until, self.indicator)

    @property
    def high_from(self):
        """The beginning of the upper third, empty where there is none."""
        return "" if self.spread.high_from is None else bare(self.spread.high_from, self.indicator)

    @property
    def remark(self):
        """What the reader must know about the territory, in one sentence; empty where there is nothing to say."""
        if self.is_recomputed:
            return "Opnieuw berekend uit de aantallen van de gemeenten die hierin opgingen."
        if not self.is_old_division:
            return ""
        told = joined(f"{name} {bare(value, self.indicator)}" for name, value in self.parts)
        return f"Oude indeling ({self.measurement.codes_year}): {told or 'een deel ontbreekt'}. We tellen dat niet op."


def bare(value, indicator):
    """The figure with a % where it is one, rounded to one decimal."""
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{amount(rounded)}{'%' if indicator.is_percentage else ''}"


def with_unit(value, indicator):
    """The figure with its unit."""
    if value is None:
        return "Niet bekend"
    unit = indicator.unit.removeprefix("%").strip()
    return f"{bare(value, indicator)} {unit}".strip()


class Figures:
    """The figures of some municipalities of today, loaded in 3 queries however many there are."""

    def __init__(self, municipality_ids, successions, measurements):
        """``measurements``: a queryset or list of which; ``successions``: those of today."""
        self.measurements = list(measurements)
        self._parts = {
            (pk, year): successions.parts_on(pk, date(year, 1, 1))
            for year in {each.codes_year for each in self.measurements}
            for pk in municipality_ids
        }
        every = {part.municipality_id for parts in self._parts.values() for part in parts}
        found = IndicatorValue.objects.of(self.measurements, every)
        rows = found.values_list("measurement_id", "municipality_id", "value", "numerator", "denominator")
        self._rows = {(measurement, place): numbers for measurement, place, *numbers in rows}
        self._merged = self._places_that_merged()

    def of(self, municipality_id):
        """The ``MunicipalFigure``s of a municipality, in the order of the measurements."""
        figures = (self._figure(municipality_id, each) for each in self.measurements)
        return [figure for figure in figures if figure]

    def _places_that_merged(self):
        """{id: municipality} of every part of those that consist of several."""
        several = {part.municipality_id for parts in self._parts.values() if len(parts) > 1 for part in parts}
        return Municipality.objects.in_bulk(several) if several else {}

    def _figure(self, municipality_id, measurement):
        parts = self._parts[municipality_id, measurement.codes_year]
        if len(parts) > 1:
            return self._figure_of_parts(municipality_id, measurement, parts)
        row = self._rows.get((measurement.pk, municipality_id))
        return MunicipalFigure(measurement, row[0]) if row else None

    def _figure_of_parts(self, municipality_id, measurement, parts):
        """Of who took in others since: computed from counts where all of them have those, else as it was."""
        there = [each for each in parts if self._merged[each.municipality_id].existed_in(measurement.codes_year)]
        rows = {each.municipality_id: self._rows.get((measurement.pk, each.municipality_id)) for each in there}
        told = sorted((self._merged[pk].name, row[0]) for pk, row in rows.items() if row)
        if not told:
            return None
        if len(there) == 1 and there[0].is_whole:  # only its name or code is another
            return MunicipalFigure(measurement, told[0][1])
        if measurement.indicator.per and all(each.is_whole for each in there) and _have_counts(rows.values()):
            value = _recomputed(rows.values(), measurement)
            return MunicipalFigure(measurement, value, is_recomputed=True)
        own = (rows.get(municipality_id) or [None])[0]
        return MunicipalFigure(measurement, own, is_old_division=True, parts=told)


def _have_counts(rows):
    return all(row and row[2] for row in rows)


def _recomputed(rows, measurement):
    """The share of all parts together, from their counts."""
    numerator = sum(row[1] for row in rows)
    return numerator / sum(row[2] for row in rows) * measurement.indicator.per
