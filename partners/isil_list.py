"""The list of libraries with their codes, as the national library publishes it."""

from collections import Counter

from django.utils import timezone
from django.utils.text import slugify
from rapidfuzz import fuzz, process

from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table

from .foreign_layouts import free_slug, named
from .models import Library, Municipality

SAME_NAME = 92  # of 100: so much alike are the names of one library


class IsilList(ForeignLayout):
    """The national library's list of ISIL codes of public libraries; matches a library by code, else by name."""

    name = "isil"
    headers = ("ISIL-code", "Naam bibliotheek", "Vestigingsplaats")
    recognised = (
        "Lijst van ISIL-codes van de Koninklijke Bibliotheek: ISIL-code, Naam bibliotheek, Vestigingsplaats, Opmerking."
    )

    def translate(self, table, file_name):
        """Rows with slug, name, code and province; what we call a library that we know stays."""
        libraries = list(Library.objects.select_related("province"))
        by_code = {each.isil: each for each in libraries if each.isil}
        unmatched = {each.pk: each for each in libraries if not each.isil}
        taken = {each.slug for each in libraries}
        provinces = _provinces_by_place()
        self.matched, rows = [], []
        for row in table.rows:
            facts = dict(zip(table.headers, (cell.strip() for cell in row.cells), strict=False))
            code, name, place = (facts.get(header, "") for header in self.headers)
            library = by_code.get(code) or self._by_name(name, place, unmatched)
            if library:
                unmatched.pop(library.pk, None)
                cells = [
                    library.slug,
                    library.name,
                    code,
                    library.province.slug if library.province else provinces.get(place, ""),
                ]
            else:
                cells = [free_slug(name, None, taken, place), name, code, provinces.get(place, "")]
            rows.append(SheetRow(row.line, cells))
        return Table(["slug", "naam", "isil", "provincie"], rows, table.preamble)

    def _by_name(self, name, place, unmatched):
        """The one library of this name, with or without its place; nothing where it is not sure."""
        names = {pk: _bare(each.name) for pk, each in unmatched.items()}
        for wanted in (_bare(name), _bare(f"{name} {place}")):
            found = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=SAME_NAME, limit=2)
            if len(found) == 1:
                library = unmatched[found[0][2]]
                self.matched.append(f"{name} ({library.name})")
                return library
        return None

    def notices(self, table):
        return [named(f"{len(self.matched)} zijn herkend aan hun naam", self.matched, "bibliotheken")]


def _bare(name):
    """The part of a library's name that tells it from others."""
    words = slugify(name).split("-")
    return " ".join(
        word for word in words if word not in {"bibliotheek", "openbare", "stichting", "de", "bieb", "public"}
    )


def _provinces_by_place():
    """The province of a place that is called like exactly one municipality of today."""
    current = list(Municipality.objects.current(timezone.localdate()).select_related("province"))
    counts = Counter(each.name for each in current)
    return {each.name: each.province.slug for each in current if counts[each.name] == 1}
