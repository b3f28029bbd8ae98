"""Tables with figures per municipality as others make them, read as they come."""

import re

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.utils import timezone

from partners.foreign_names import free_slug
from partners.models import Municipality
from sources.models import Source
from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table, plain

from .models import Indicator, Measurement

OURS = ["meting", "gemeente", "waarde"]
CODE = re.compile(r"(?:GM)?([0-9]{1,4})", re.IGNORECASE)
PLAUSIBLE_YEAR = re.compile(r"199[0-9]|20[0-9]{2}|2100")


def cbs_code(text: str) -> str:
    """``363``, ``0363`` and ``gm0363`` are ``GM0363``; what is no code stays as it is."""
    text = text.strip()
    match = CODE.fullmatch(text)
    if match is None:
        return text
    return f"GM{match[1].zfill(4)}"


def current_municipalities() -> QuerySet:
    """(name, code) of the municipalities of today."""
    current = Municipality.objects.current(timezone.localdate())
    return current.values_list("name", "cbs_code")


def plausible_year(text: str) -> int | None:
    """A year as a number; ``None`` for what is none, or cannot be the year of a figure."""
    if PLAUSIBLE_YEAR.fullmatch(text):
        return int(text)
    return None


class FiguresPerLine(ForeignLayout):
    """A figure per line, with what was counted, the year, the year of the codes and the source."""

    name = "cijfers-per-regel"
    headers: tuple[str, ...] = (
        "gm_code",
        "indicator",
        "year",
        "value",
        "source",
        "year_of_codes",
        "method",
    )
    recognised = "Tabel met een cijfer per regel: gm_code, indicator, year, value, unit, source, year_of_codes, method."

    def translate(self, table: Table, file_name: str) -> Table:
        """Rows of our own layout; codes of another year than we have are refused by name, not taken for ours."""
        codes_years = dict(Measurement.objects.values_list("slug", "codes_year"))
        rows = []
        self.lines: list[dict[str, str]] = []
        for row in table.rows:
            cells = table.cells_by_plain_name(row)
            self.lines.append(cells)
            measurement = measurement_slug(cells)
            year = cells["yearofcodes"]
            known_year = codes_years.setdefault(measurement, plausible_year(year))
            if str(known_year) != year:
                measurement = f"{measurement} met codes van {year}"
            ours = [
                measurement,
                cbs_code(cells["gmcode"]),
                cells["value"],
            ]
            rows.append(SheetRow(row.line, ours))
        return Table(OURS, rows, table.header_line)

    def before_rows(self) -> None:
        """Make the measurements and sources that only this table has; never an indicator, which needs a judgement."""
        indicators = Indicator.objects.in_bulk(field_name="slug")
        known = set(Measurement.objects.values_list("slug", flat=True))
        self.made: list[Measurement] = []
        for cells in self.lines:
            slug = measurement_slug(cells)
            indicator = indicators.get(cells["indicator"])
            if slug in known or indicator is None or not can_be_made(cells):
                continue
            known.add(slug)
            measurement = make_measurement(slug, indicator, cells)
            self.made.append(measurement)

    def after_rows(self) -> None:
        """Delete measurements of which every row was refused, and sources on which nothing else rests."""
        for measurement in self.made:
            if not measurement.values.exists():
                measurement.delete()
                delete_if_unused(measurement.source)


def measurement_slug(cells: dict[str, str]) -> str:
    """Under what slug we know the measurement of a line."""
    return f"{cells['indicator']}-{cells['year']}"


def can_be_made(cells: dict[str, str]) -> bool:
    """Whether a line says all that a measurement needs."""
    year = plausible_year(cells["year"])
    year_of_codes = plausible_year(cells["yearofcodes"])
    return bool(year and year_of_codes and cells["source"])


def make_measurement(
    slug: str,
    indicator: Indicator,
    cells: dict[str, str],
) -> Measurement:
    """A new measurement, as a line describes it."""
    return Measurement.objects.create(
        slug=slug,
        indicator=indicator,
        year=plausible_year(cells["year"]),
        codes_year=plausible_year(cells["yearofcodes"]),
        source=source_called(cells["source"]),
        method=cells["method"][:300],
    )


def source_called(title: str) -> Source:
    """The source of this title, made where it is not there yet."""
    title = title[:300]
    source = Source.objects.filter(title=title).first()
    if source:
        return source
    taken = set(Source.objects.values_list("slug", flat=True))
    slug = free_slug(title[:100], None, taken)
    return Source.objects.create(
        slug=slug,
        title=title,
        kind=Source.Kind.DATASET,
    )


def delete_if_unused(source: Source) -> None:
    """Delete a source, unless something refers to it."""
    try:
        with transaction.atomic():
            source.delete()
    except ProtectedError:
        return


class FiguresPerColumn(ForeignLayout):
    """A municipality per row and an indicator per column; source and codes come from measurements that we have."""

    name = "cijfers-per-kolom"
    headers = ("gemeentecode", "jaar")
    recognised = "Tabel met een gemeente per rij: gemeentecode, jaar, en een kolom per indicator (het kenmerk erboven)."

    def translate(self, table: Table, file_name: str) -> Table:
        """A row of ours for each figure; an empty cell is no figure."""
        slugs = {}
        for slug in Indicator.objects.values_list("slug", flat=True):
            slugs[plain(slug)] = slug
        columns = []
        self.skipped = []
        for header in table.headers:
            name = plain(header)
            if name in slugs:
                columns.append(name)
            elif name and name not in self.headers:
                self.skipped.append(header)
        rows = []
        for row in table.rows:
            cells = table.cells_by_plain_name(row)
            municipality = cbs_code(cells["gemeentecode"])
            for column in columns:
                if not cells[column]:
                    continue
                measurement = f"{slugs[column]}-{cells['jaar']}"
                ours = [measurement, municipality, cells[column]]
                rows.append(SheetRow(row.line, ours))
        return Table(OURS, rows, table.header_line)

    def notices(self, table: Table) -> list[str]:
        if not self.skipped:
            return []
        skipped = ", ".join(self.skipped)
        return [f"Overgeslagen, want geen indicator van ons: {skipped}."]
