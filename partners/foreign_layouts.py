"""Tables of municipalities as their publishers make them, read as they come."""

import re
from datetime import date

from django.utils import timezone

from sources.models import Source
from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table

from .foreign_names import free_slug, named
from .models import Municipality, Province

OURS = ["code", "naam", "slug", "provincie", "inwoners", "inwoners_jaar", "bronnen"]
YEAR = re.compile(r"(19|20)\d\d")


class MunicipalityTable(ForeignLayout):
    """The municipalities of one year, as Statistics Netherlands (CBS) publishes them.

    What we know of a later year is never replaced by what was true before.
    """

    def translate(self, table, file_name):
        """Rows with code, name, province, inhabitants and their year; the year is in the name of the file."""
        self.year = year_in(file_name)
        municipalities = Municipality.objects.select_related(
            "province"
        ).prefetch_related("sources")
        self.known = municipalities.in_bulk(field_name="cbs_code")
        self.taken = {municipality.slug for municipality in self.known.values()}
        self.provinces = Province.objects.in_bulk(field_name="code")
        self.codes = {}
        is_older = (self.year or 0) < self.latest_known_year()
        rows = []
        for row in table.rows:
            code, name, province_code, population = self.facts(table.cells_of(row))
            self.codes[code] = name
            if is_older and code in self.known:
                cells = cells_we_have(self.known[code])
            else:
                cells = self.cells(code, name, province_code, population)
            rows.append(SheetRow(row.line, cells))
        self.compare()
        return Table(OURS, rows, table.header_line)

    def latest_known_year(self):
        """The year of the newest number of inhabitants that we have; 0 where we have none."""
        years = []
        for municipality in self.known.values():
            years.append(municipality.population_year or 0)
        return max(years, default=0)

    @property
    def source(self):
        """The slug of this table as a source."""
        year = self.year or "zonder-jaar"
        return f"{self.name}-{year}"

    def before_rows(self):
        """Every row says that it comes from this table."""
        title = f"{self.title} {self.year or ''}".strip()
        Source.objects.get_or_create(
            slug=self.source,
            defaults={
                "title": title,
                "kind": Source.Kind.DATASET,
                "publisher": "CBS",
            },
        )

    def facts(self, cells):
        """Code, name, code of the province and inhabitants (or an empty text) of a row: each table says where."""
        raise NotImplementedError

    def cells(
        self,
        code,
        name,
        province_code,
        population,
    ):
        """A row of our own layout: what the table says, with what we know already where it says nothing."""
        province = self.provinces.get(province_code)
        province_slug = ""
        if province:
            province_slug = province.slug
        municipality = self.known.get(code)
        if municipality is None:
            slug = free_slug(name, province, self.taken)
            old_population = ""
            old_year = ""
            sources = []
        else:
            _, _, slug, _, old_population, old_year, old_sources = cells_we_have(
                municipality
            )
            sources = list(filter(None, old_sources.split(" | ")))
        year = str(self.year or "")
        if not population or not year:
            population = old_population
            year = old_year
        if self.source not in sources:
            sources.append(self.source)
        return [code, name, slug, province_slug, population, year, " | ".join(sources)]

    def compare(self):
        """Which municipalities we thought there were on the first day of that year, and which the table has."""
        day = timezone.localdate()
        when = "nu"
        if self.year:
            day = date(self.year, 1, 1)
            when = f"op 1 januari {self.year}"
        there = {}
        for code, municipality in self.known.items():
            if municipality.existed_on(day):
                there[code] = municipality.name
        began = [name for code, name in self.codes.items() if code not in there]
        ended = [name for code, name in there.items() if code not in self.codes]
        self.sentences = differences(began, ended, when)
        if not self.year:
            self.sentences.append(
                "Inwoners zijn overgeslagen: in de naam van het bestand staat geen jaar."
            )

    def notices(self, table):
        return self.sentences


def year_in(file_name):
    """The year in the name of a file; ``None`` where there is none."""
    match = YEAR.search(file_name)
    if match is None:
        return None
    return int(match[0])


def cells_we_have(municipality):
    """A row of our own layout with what we know of a municipality."""
    population = ""
    if municipality.population is not None:
        population = str(municipality.population)
    return [
        municipality.cbs_code,
        municipality.name,
        municipality.slug,
        municipality.province.slug,
        population,
        str(municipality.population_year or ""),
        " | ".join(source.slug for source in municipality.sources.all()),
    ]


class CbsAreas(MunicipalityTable):
    """*Gebieden in Nederland*: the columns have numbers that differ per year, so they are found by what they hold."""

    name = "cbs-gebieden"
    title = "Gebieden in Nederland"
    headers = ("RegioS", "Naam_2")
    recognised = (
        "Tabel ‘Gebieden in Nederland’ van het CBS (csv met puntkomma’s); het jaar "
        "staat in de naam van het bestand."
    )

    def facts(self, cells):
        provinces = [text for text in cells.values() if re.fullmatch(r"PV\d\d", text)]
        populations = []
        for name, text in cells.items():
            if name.startswith("Inwonertal"):
                populations.append(text)
        province = next(iter(provinces), "")
        population = next(iter(populations), "")
        return cells.get("RegioS", ""), cells.get("Naam_2", ""), province, population


class CbsMunicipalities(MunicipalityTable):
    """The older list in Excel: *Gemeenten alfabetisch*, with bare numbers for codes."""

    name = "cbs-gemeenten-oud"
    title = "Gemeenten"
    headers = ("Gemeentecode", "Provinciecode", "Gemeentenaam")
    recognised = "Oudere lijst van gemeenten van het CBS (xls of xlsx); het jaar staat in de naam van het bestand."

    def facts(self, cells):
        code = "GM" + cells["Gemeentecode"].zfill(4)
        province = "PV" + cells["Provinciecode"].zfill(2)
        return code, cells["Gemeentenaam"], province, ""


def differences(began, ended, when):
    """In sentences: what only the table has, what only we had then, and where one finds what became of what."""
    sentences = [
        named(
            began,
            f"gemeente in deze tabel bestond volgens ons {when} niet",
            f"gemeenten in deze tabel bestonden volgens ons {when} niet",
        ),
        named(
            ended,
            f"gemeente die volgens ons {when} bestond, staat er niet in",
            f"gemeenten die volgens ons {when} bestonden, staan er niet in",
        ),
    ]
    if began or ended:
        sentences.append(
            "Wat in wat opging staat in een tabel met herindelingen; importeer die bij Herindelingen."
        )
    return sentences
