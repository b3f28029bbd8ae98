"""Tables with figures per municipality as others make them, read as they come."""

import re

from django.db import transaction
from django.db.models import ProtectedError

from partners.foreign_layouts import free_slug
from sources.models import Source
from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table, plain

from .models import Indicator, Measurement

OURS = ["meting", "gemeente", "waarde"]
PLAUSIBLE_YEAR = re.compile(r"199[0-9]|20[0-9]{2}|2100")


def cbs_code(text):
    """``363``, ``0363`` and ``gm0363`` are ``GM0363``; what is no code stays as it is."""
    found = re.fullmatch(r"(?:GM)?([0-9]{1,4})", text.strip(), flags=re.IGNORECASE)
    return f"GM{found[1].zfill(4)}" if found else text.strip()


def _facts(table, row):
    """{name of the column, plainly: text} of a row; a cell that is not there is empty."""
    names = [plain(header) for header in table.headers]
    return dict.fromkeys(names, "") | dict(zip(names, (cell.strip() for cell in row.cells), strict=False))


class FiguresPerLine(ForeignLayout):
    """A figure per line, with what was counted, the year, the year of the codes and the source."""

    name = "cijfers-per-regel"
    headers = ("gm_code", "indicator", "year", "value", "source", "year_of_codes", "method")
    recognised = "Tabel met een cijfer per regel: gm_code, indicator, year, value, unit, source, year_of_codes, method."

    def translate(self, table, file_name):
        """Rows of our own layout; codes of another year than we have are refused by name, not taken for ours."""
        self.facts = [_facts(table, row) for row in table.rows]
        self.codes_years = dict(Measurement.objects.values_list("slug", "codes_year"))
        rows = [
            SheetRow(row.line, [self._measurement(facts), cbs_code(facts["gmcode"]), facts["value"]])
            for row, facts in zip(table.rows, self.facts, strict=True)
        ]
        return Table(OURS, rows, table.preamble)

    def _measurement(self, facts):
        slug = f"{facts['indicator']}-{facts['year']}"
        known = self.codes_years.setdefault(slug, _year(facts["yearofcodes"]))
        return slug if str(known) == facts["yearofcodes"] else f"{slug} met codes van {facts['yearofcodes']}"

    def before_rows(self):
        """Make the measurements and sources that only this table knows; never an indicator, which needs a judgement."""
        indicators = {each.slug: each for each in Indicator.objects.all()}
        known = set(Measurement.objects.values_list("slug", flat=True))
        self.made = []
        for facts in self.facts:
            slug, indicator = f"{facts['indicator']}-{facts['year']}", indicators.get(facts["indicator"])
            year, codes_year = _year(facts["year"]), _year(facts["yearofcodes"])
            if slug not in known and indicator and year and codes_year and facts["source"]:
                known.add(slug)
                values = {"indicator": indicator, "year": year, "codes_year": codes_year}
                source, method = _source(facts["source"]), facts["method"][:300]
                self.made.append(Measurement.objects.create(slug=slug, source=source, method=method, **values))

    def after_rows(self):
        """A measurement of which every row was refused is none; its source goes when nothing else rests on it."""
        for measurement in self.made:
            if not measurement.values.exists():
                measurement.delete()
                _delete_if_unused(measurement.source)


class FiguresPerColumn(ForeignLayout):
    """A municipality per row and an indicator per column; source and codes come from measurements that we have."""

    name = "cijfers-per-kolom"
    headers = ("gemeentecode", "jaar")
    recognised = "Tabel met een gemeente per rij: gemeentecode, jaar, en een kolom per indicator (het kenmerk erboven)."

    def translate(self, table, file_name):
        """A row of ours for each figure; an empty cell is no figure."""
        slugs = {plain(slug): slug for slug in Indicator.objects.values_list("slug", flat=True)}
        columns = [name for name in map(plain, table.headers) if name in slugs]
        ours = {*columns, *map(plain, self.headers), ""}
        self.skipped = [header for header in table.headers if plain(header) not in ours]
        rows = [
            SheetRow(row.line, [f"{slugs[column]}-{facts['jaar']}", cbs_code(facts["gemeentecode"]), facts[column]])
            for row in table.rows
            for facts in [_facts(table, row)]
            for column in columns
            if facts[column]
        ]
        return Table(OURS, rows, table.preamble)

    def notices(self, table):
        return [f"Overgeslagen, want geen indicator van ons: {', '.join(self.skipped)}."] if self.skipped else []


def _year(text):
    return int(text) if PLAUSIBLE_YEAR.fullmatch(text) else None


def _source(title):
    """The source of this title, made where it is not there yet."""
    title = title[:300]
    taken = set(Source.objects.values_list("slug", flat=True))
    found = Source.objects.filter(title=title).first()
    return found or Source.objects.create(
        slug=free_slug(title[:100], None, taken), title=title, kind=Source.Kind.DATASET
    )


def _delete_if_unused(source):
    try:
        with transaction.atomic():
            source.delete()
    except ProtectedError:
        return
