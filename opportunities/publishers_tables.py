"""Tables as StatLine, Waarstaatjegemeente and the Bibliotheekmonitor give them: rows of municipalities among others.

In the wide layout every topic is a column, in the long one every figure is a row. Whatever is no figure of a
municipality is left out and told.
"""

import re
from collections import Counter
from itertools import zip_longest

from django.utils import timezone

from spreadsheets.sandbox import RefusedSheetError, SheetRow
from spreadsheets.tables import Table, plain

from .foreign_layouts import (
    OURS,
    FiguresPerLine,
    cbs_code,
    current_municipalities,
    measurement_slug,
    plausible_year,
)
from .models import Measurement
from .publishers_columns import (
    CHOSEN,
    NO_FIGURE,
    PERIOD,
    REGION,
    column_of,
)
from .topics import cells_by_topic, table_in, topic_name, topic_slugs, without_unit

OF_A_MUNICIPALITY = " (gemeente)"  # behind a name that a province has too
MOST_NAMED = 12
NO_YEAR = "In dit bestand staat geen jaar: geen kolom Perioden of Jaar, en in de naam geen tabel die de site kent."
NO_TOPIC = (
    "Geen kolom heet hier zoals een indicator van ons: {}. Zet in de regel met de koppen boven elke kolom de naam van "
    "een indicator, of in de regel daarboven."
)


class PublishersTable(FiguresPerLine):
    """What both layouts share: which rows count, and what is told of the others.

    A subclass gives the kinds of columns that it needs, and the ``values`` of a row.
    """

    needed: tuple[tuple[str, ...], ...] = ()

    def fits(self, names: set[str]) -> bool:
        """Whether each kind of column that the layout needs is there, under one of its names."""
        return all(column_of(names, kind) for kind in self.needed)

    def translate(self, table: Table, file_name: str) -> Table:
        """Rows of our own layout, and ``lines`` of which the measurements are made that are not there yet."""
        self.known = table_in(file_name)
        self.slugs = topic_slugs(self.known)
        self.codes_by_name: dict[str, str] = {}
        for name, code in current_municipalities():
            self.codes_by_name[plain(name)] = code
        self.codes_years = dict(Measurement.objects.values_list("slug", "codes_year"))
        self.left_out: Counter[str] = Counter()
        self.unknown_topics: dict[str, bool] = {}
        self.lines = []
        rows = []
        headers = self.headings(table)
        for row in table.rows:
            cells = cells_by_topic(headers, row)
            for slug, value in self.figures_of(cells, headers):
                ours = self.our_row(cells, slug, value)
                rows.append(SheetRow(row.line, ours))
        if not rows and self.unknown_topics:
            raise RefusedSheetError(NO_TOPIC.format(self.unknown_in_words))
        if not rows:
            raise RefusedSheetError(
                "In dit bestand staat geen cijfer van een gemeente dat de site kent."
            )
        return Table(OURS, rows, table.header_line)

    def headings(self, table: Table) -> list[str]:
        """The headings; of one on two lines, as the portal of StatLine has them, the topic above its unit."""
        width = len(table.headers)
        names_above = table.names_above[:width]
        headings = []
        for name, above in zip_longest(table.headers, names_above, fillvalue=""):
            if self.slug_of(above) and not self.slug_of(name):
                headings.append(above)
            else:
                headings.append(name)
        return headings

    def slug_of(self, topic: str) -> str | None:
        """The slug of our indicator with this topic; ``None`` where it is none of ours."""
        name = topic_name(topic)
        name_without_unit = topic_name(without_unit(topic))
        return self.slugs.get(name) or self.slugs.get(name_without_unit)

    def figures_of(
        self,
        cells: dict[str, str],
        headers: list[str],
    ) -> list[tuple[str, str]]:
        """(slug of the indicator, value) for each figure on a row of a municipality."""
        if not self.is_chosen(cells) or not self.municipality(cells):
            return []
        if self.is_ahead(cells):
            self.left_out["over een jaar dat nog moet komen"] += 1
            return []
        figures = []
        for topic, value in self.values(cells, headers):
            slug = self.slug_of(topic)
            if slug is None:
                self.unknown_topics[topic] = True
            elif value.casefold() in NO_FIGURE:
                self.left_out["zonder cijfer"] += 1
            else:
                figures.append((slug, value))
        return figures

    def values(
        self,
        cells: dict[str, str],
        headers: list[str],
    ) -> list[tuple[str, str]]:
        """(topic, value) of what stands on a row: each form of table says where."""
        raise NotImplementedError

    def is_chosen(self, cells: dict[str, str]) -> bool:
        """Whether a row is about everybody, and is the figure itself."""
        for name, chosen in CHOSEN.items():
            text = cells.get(name, "")
            if text and text.casefold() not in chosen:
                self.left_out["van een deel van de mensen, of een marge"] += 1
                return False
        return True

    def municipality(self, cells: dict[str, str]) -> str:
        """The code of the municipality of a row; empty for the country, a province, a neighbourhood."""
        kind = cells.get("soortregio", "Gemeente") or "Gemeente"
        region = cells[column_of(cells, REGION)]
        code = cbs_code(region)
        if not re.fullmatch(r"GM[0-9]{4}", code):
            name = region.removesuffix(OF_A_MUNICIPALITY)
            code = self.codes_by_name.get(plain(name), "")
        if kind.casefold() != "gemeente" or not code:
            self.left_out["van iets anders dan een gemeente"] += 1
            return ""
        return code

    def is_ahead(self, cells: dict[str, str]) -> bool:
        """Whether a row is of a year that has yet to come: a forecast is no figure."""
        year = plausible_year(self.year_of(cells))
        return bool(year) and year > timezone.localdate().year

    def year_of(self, cells: dict[str, str]) -> str:
        """The year that a row gives, else that of the table, as text."""
        period = column_of(cells, PERIOD)
        if period:
            return cells[period][:4]
        return str(self.known.year or "")

    def our_row(
        self,
        cells: dict[str, str],
        slug: str,
        value: str,
    ) -> list[str]:
        """Measurement, municipality and value; the line is kept, to make the measurement of where it is new."""
        year = self.year_of(cells)
        if not plausible_year(year):
            raise RefusedSheetError(NO_YEAR)
        line = {
            "indicator": slug,
            "year": year,
            "yearofcodes": year,
            "source": self.known.source,
            "method": "",
        }
        self.lines.append(line)
        return [
            measurement_slug(line),
            self.municipality(cells),
            value,
        ]

    @property
    def unknown_in_words(self) -> str:
        """The first topics that we have no indicator for."""
        topics = list(self.unknown_topics)
        return ", ".join(topics[:MOST_NAMED])

    def notices(self, table: Table) -> list[str]:
        """What was left out, and which topics we have no indicator for."""
        sentences = []
        for what, count in self.left_out.items():
            sentences.append(f"Overgeslagen: {count} {what}.")
        if self.unknown_topics:
            sentences.append(
                f"Geen indicator van ons: {self.unknown_in_words}. "
                "Zet er de naam van een indicator boven om hem mee te nemen."
            )
        return sentences
