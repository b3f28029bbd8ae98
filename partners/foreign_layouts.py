"""Tables of municipalities as their publishers make them, read as they come."""

import re
from datetime import date

from django.utils.text import slugify

from sources.models import Source
from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table

from .models import Municipality, Province, Succession

MOST_NAMED = 20  # municipalities in one sentence


class MunicipalityTable(ForeignLayout):
    """The municipalities of one year, as Statistics Netherlands (CBS) publishes them.

    What we know of a later year is never replaced by what was true before.
    """

    def translate(self, table, file_name):
        """Rows with code, name, province, inhabitants and their year; the year is in the name of the file."""
        found = re.search(r"(19|20)\d\d", file_name)
        self.year = int(found[0]) if found else None
        everything = Municipality.objects.select_related("province").prefetch_related("sources")
        known = {each.cbs_code: each for each in everything}
        taken = {each.slug for each in known.values()}
        provinces = {province.code: province for province in Province.objects.all()}
        latest = max((each.population_year or 0 for each in known.values()), default=0)
        is_older = (self.year or 0) < latest
        rows, self.codes = [], {}
        for row in table.rows:
            code, name, province_code, population = self.facts(table.headers, row.cells)
            self.codes[code] = name
            before, province = known.get(code), provinces.get(province_code)
            cells = self._known_cells(before) if before and is_older else None
            rows.append(SheetRow(row.line, cells or self._cells(code, name, province, population, before, taken)))
        self._compare(known)
        return Table(
            ["code", "naam", "slug", "provincie", "inwoners", "inwoners_jaar", "bronnen"], rows, table.preamble
        )

    @property
    def source(self):
        """The slug of this table as a source."""
        return f"{self.name}-{self.year or 'zonder-jaar'}"

    def before_rows(self):
        """Every row says that it comes from this table."""
        title = f"{self.title} {self.year or ''}".strip()
        Source.objects.get_or_create(slug=self.source, defaults={"title": title, "kind": "dataset", "publisher": "CBS"})

    def facts(self, headers, cells):
        """Code, name, code of the province and inhabitants (or an empty text) of a row."""
        raise NotImplementedError

    def _known_cells(self, known):
        population = "" if known.population is None else str(known.population)
        year = str(known.population_year or "")
        sources = " | ".join(source.slug for source in known.sources.all())
        return [known.cbs_code, known.name, known.slug, known.province.slug, population, year, sources]

    def _cells(self, code, name, province, population, before, taken):
        slug = before.slug if before else free_slug(name, province, taken)
        *_, old_population, old_year, old_sources = self._known_cells(before) if before else ["", "", ""]
        year = str(self.year) if population and self.year else old_year
        population = population if population and self.year else old_population
        sources = " | ".join(dict.fromkeys([*filter(None, old_sources.split(" | ")), self.source]))
        return [code, name, slug, province.slug if province else "", population, year, sources]

    def _compare(self, known):
        """Which municipalities we thought there were on the first day of that year, and which the table has."""
        day = date(self.year, 1, 1) if self.year else date.today()  # noqa: DTZ011 only to compare with
        there = {
            code: each.name
            for code, each in known.items()
            if each.is_in_force_on(day) and (each.valid_from is None or each.valid_from <= day)
        }
        began = [name for code, name in self.codes.items() if code not in there]
        ended = [name for code, name in there.items() if code not in self.codes]
        when = f"op 1 januari {self.year}" if self.year else "nu"
        self.told = [
            named(f"{len(began)} in deze tabel bestonden volgens ons {when} niet", began),
            named(f"{len(ended)} die volgens ons {when} bestonden, staan er niet in", ended),
        ]
        if began or ended:
            self.told.append("Wat in wat opging staat in een tabel met herindelingen; importeer die bij Herindelingen.")
        if not self.year:
            self.told.append("Inwoners zijn overgeslagen: in de naam van het bestand staat geen jaar.")

    def notices(self, table):
        return self.told


class CbsAreas(MunicipalityTable):
    """*Gebieden in Nederland*: the columns have numbers that differ per year, so they are found by what they hold."""

    name, title = "cbs-gebieden", "Gebieden in Nederland"
    headers = ("RegioS", "Naam_2")
    recognised = (
        "Tabel ‘Gebieden in Nederland’ van het CBS (csv met puntkomma’s); het jaar staat in de naam van het bestand."
    )

    def facts(self, headers, cells):
        row = dict(zip(headers, (cell.strip() for cell in cells), strict=False))
        province = next((value for value in row.values() if re.fullmatch(r"PV\d\d", value)), "")
        population = next((value for name, value in row.items() if name.startswith("Inwonertal")), "")
        return row.get("RegioS", ""), row.get("Naam_2", ""), province, population


class CbsMunicipalities(MunicipalityTable):
    """The older list in Excel: *Gemeenten alfabetisch*, with bare numbers for codes."""

    name, title = "cbs-gemeenten-oud", "Gemeenten"
    headers = ("Gemeentecode", "Provinciecode", "Gemeentenaam")
    recognised = "Oudere lijst van gemeenten van het CBS (xls of xlsx); het jaar staat in de naam van het bestand."

    def facts(self, headers, cells):
        row = dict(zip(headers, (cell.strip() for cell in cells), strict=False))
        return f"GM{row['Gemeentecode'].zfill(4)}", row["Gemeentenaam"], f"PV{row['Provinciecode'].zfill(2)}", ""


class Reorganisations(ForeignLayout):
    """Which municipality ended when, and in which it lives on."""

    name = "herindelingen"
    headers = ("old_code", "old_name", "new_code", "new_name", "date", "kind", "role")
    recognised = "Tabel met herindelingen: old_code, old_name, old_province, new_code, new_name, date, kind, role."
    KINDS = {
        "merged_into_new": Succession.Kind.MERGED,
        "absorbed_by_existing": Succession.Kind.ABSORBED,
        "split": Succession.Kind.SPLIT,
        "renamed_or_recoded": Succession.Kind.RENAMED,
    }

    def translate(self, table, file_name):
        """Rows of our own layout; a kind we do not know is passed on, and refused with its own name."""
        self.facts = [dict(zip(table.headers, row.cells, strict=False)) for row in table.rows]
        rows = [SheetRow(row.line, self._cells(facts)) for row, facts in zip(table.rows, self.facts, strict=True)]
        return Table(["oud", "nieuw", "datum", "soort", "hoofddeel", "aangekondigd"], rows, table.preamble)

    def _cells(self, facts):
        kind = facts.get("kind", "")
        main = "nee" if facts.get("role") == "part" else "ja"
        return [
            facts.get("old_code", ""),
            facts.get("new_code", ""),
            facts.get("date", ""),
            self.KINDS.get(kind, kind),
            main,
            "nee",
        ]

    def before_rows(self):
        """Make the municipalities that only this table knows."""
        known = set(Municipality.objects.values_list("cbs_code", flat=True))
        taken = set(Municipality.objects.values_list("slug", flat=True))
        provinces = {province.name: province for province in Province.objects.all()}
        self.began, self.ended = [], []
        open_ended = dict(Municipality.objects.filter(valid_until=None).values_list("cbs_code", "name"))
        for facts in self.facts:
            province = provinces.get(facts.get("old_province", ""))
            for side in ("old", "new"):
                code, name = facts.get(f"{side}_code", ""), facts.get(f"{side}_name", "")
                if code not in known and re.fullmatch(r"GM\d{4}", code) and name and province:
                    slug = free_slug(name, province, taken)
                    Municipality.objects.create(cbs_code=code, name=name, slug=slug, province=province)
                    known.add(code)
                    self.began += [name] if side == "new" else []
            if facts.get("old_code") in open_ended:
                self.ended.append(open_ended.pop(facts["old_code"]))

    def notices(self, table):
        return [
            named(f"{len(self.ended)} houden hiermee op te bestaan", self.ended),
            named(f"{len(self.began)} zijn nieuw", self.began),
        ]


def free_slug(name, province, taken, place=""):
    """An address that nothing has yet; with the place or province where the bare name is taken."""
    wanted = [slugify(name), slugify(f"{name} {place or province or ''}")]
    wanted += [f"{wanted[1]}-{number}" for number in range(2, 100)]
    slug = next(each for each in wanted if each and each not in taken)
    taken.add(slug)
    return slug


def named(sentence, names, what="gemeenten"):
    """A sentence that begins with a count, and the first names."""
    count, rest = sentence.split(" ", 1)
    more = f" en nog {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    listed = f": {', '.join(sorted(names)[:MOST_NAMED])}{more}" if names else ""
    return f"{count} {what} {rest}{listed}."
