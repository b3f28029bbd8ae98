"""The figures of a municipality of today, whatever codes they were published under; nothing is silently added up."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from partners.models import Municipality
from partners.successions import MunicipalityPart, Successions

from .models import IndicatorValue, Measurement
from .municipal_figure import MunicipalFigure


class Figures:
    """The figures of some municipalities of today, loaded in 3 queries however many there are."""

    def __init__(
        self,
        municipality_ids: list[int],
        successions: Successions,
        measurements: Iterable[Measurement],
    ) -> None:
        """``measurements``: of which there must be figures; ``successions``: those of today."""
        self.measurements = list(measurements)
        self._parts = {}  # (municipality id, year of the codes) -> what it consisted of
        part_ids: set[int] = set()
        merged_ids: set[int] = set()
        years = {measurement.codes_year for measurement in self.measurements}
        for year in years:
            new_year = date(year, 1, 1)
            for pk in municipality_ids:
                parts = successions.parts_on(pk, new_year)
                self._parts[pk, year] = parts
                ids = [part.municipality_id for part in parts]
                part_ids.update(ids)
                if len(parts) > 1:
                    merged_ids.update(ids)
        self._values = self._load_values(part_ids)
        self._merged = Municipality.objects.in_bulk(merged_ids)

    def _load_values(self, municipality_ids):
        """{(measurement id, municipality id): named row}: whole objects take too long for a region."""
        values = IndicatorValue.objects.of(self.measurements, municipality_ids)
        rows = values.values_list(
            "measurement_id",
            "municipality_id",
            "value",
            "numerator",
            "denominator",
            named=True,
        )
        return {(row.measurement_id, row.municipality_id): row for row in rows}

    def of(self, municipality_id: int) -> list[MunicipalFigure]:
        """The figures of a municipality, in the order of the measurements."""
        figures = []
        for measurement in self.measurements:
            parts = self._parts[municipality_id, measurement.codes_year]
            if len(parts) > 1:
                figure = self.figure_of_parts(municipality_id, measurement, parts)
            else:
                figure = self.figure_of_its_own(municipality_id, measurement)
            if figure:
                figures.append(figure)
        return figures

    def figure_of_its_own(
        self,
        municipality_id: int,
        measurement: Measurement,
    ) -> MunicipalFigure | None:
        """The figure of a municipality that took in no others since."""
        row = self._values.get((measurement.pk, municipality_id))
        if row is None:
            return None
        return MunicipalFigure(measurement, row.value)

    def figure_of_parts(
        self,
        municipality_id: int,
        measurement: Measurement,
        parts: list[MunicipalityPart],
    ) -> MunicipalFigure | None:
        """The figure of a municipality that took in others since.

        Computed from counts where all parts have those, else as it was.
        """
        existing = []
        for part in parts:
            municipality = self._merged[part.municipality_id]
            if municipality.existed_in(measurement.codes_year):
                existing.append(part)
        rows = self.rows_of(existing, measurement)
        if not rows:
            return None
        if all(part.is_whole for part in existing) and len(rows) == len(existing):
            if len(existing) == 1:  # only its name or code is another
                return MunicipalFigure(measurement, rows[0].value)
            value = recomputed(rows, measurement.indicator.per)
            if value is not None:
                return MunicipalFigure(measurement, value, is_recomputed=True)
        return self.figure_as_it_was(municipality_id, measurement, rows)

    def rows_of(
        self,
        parts: list[MunicipalityPart],
        measurement: Measurement,
    ) -> list:
        """What was measured in these parts, as far as there is a figure."""
        rows = []
        for part in parts:
            row = self._values.get((measurement.pk, part.municipality_id))
            if row:
                rows.append(row)
        return rows

    def figure_as_it_was(
        self,
        municipality_id: int,
        measurement: Measurement,
        rows: list,
    ) -> MunicipalFigure:
        """The figures of what there was before municipalities merged, side by side."""
        own_value = None
        parts = []
        for row in rows:
            municipality = self._merged[row.municipality_id]
            parts.append((municipality.name, row.value))
            if row.municipality_id == municipality_id:
                own_value = row.value
        return MunicipalFigure(
            measurement,
            own_value,
            is_old_division=True,
            parts=sorted(parts),
        )


def recomputed(
    rows: list,
    per: int | None,
) -> Decimal | None:
    """The share of all parts together, from their counts; ``None`` where it is no share, or a count is missing."""
    if not per:
        return None
    numerator = Decimal(0)
    denominator = Decimal(0)
    for row in rows:
        if not row.denominator:
            return None
        numerator += row.numerator
        denominator += row.denominator
    return numerator / denominator * per
