"""The list of libraries with their codes, as the national library publishes it."""

from collections import Counter

from django.utils import timezone
from django.utils.text import slugify
from rapidfuzz import fuzz, process

from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table

from .foreign_names import free_slug, named
from .models import Library, Municipality

OURS = ["slug", "naam", "isil", "provincie"]
SAME_NAME = 92  # of 100: so much alike are the names of one library
WORDS_OF_ANY_LIBRARY = {"bibliotheek", "openbare", "stichting", "de", "bieb", "public"}


class IsilList(ForeignLayout):
    """The national library's list of ISIL codes of public libraries; matches a library by code, else by name."""

    name = "isil"
    headers = ("ISIL-code", "Naam bibliotheek", "Vestigingsplaats")
    recognised = (
        "Lijst van ISIL-codes van de Koninklijke Bibliotheek: ISIL-code, Naam "
        "bibliotheek, Vestigingsplaats, Opmerking."
    )

    def translate(self, table, file_name):
        """Rows with slug, name, code and province; what we call a library that we know stays."""
        self.by_code = {}
        self.without_code = {}
        self.taken = set()
        self.matched = []
        for library in Library.objects.select_related("province"):
            self.taken.add(library.slug)
            if library.isil:
                self.by_code[library.isil] = library
            else:
                self.without_code[library.pk] = library
        self.provinces = provinces_by_place()
        rows = []
        for row in table.rows:
            cells = table.cells_of(row)
            code, name, place = (cells.get(header, "") for header in self.headers)
            rows.append(SheetRow(row.line, self.our_cells(code, name, place)))
        return Table(OURS, rows, table.header_line)

    def our_cells(self, code, name, place):
        """A row of our own layout; a library that is recognised by its name is so only once."""
        province = self.provinces.get(place, "")
        library = self.by_code.get(code) or self.library_called(name, place)
        if library is None:
            slug = free_slug(name, None, self.taken, place)
            return [slug, name, code, province]
        self.without_code.pop(library.pk, None)
        if library.province:
            province = library.province.slug
        return [library.slug, library.name, code, province]

    def library_called(self, name, place):
        """The one library of this name, with or without its place; ``None`` where it is not sure."""
        if not name:
            return None
        names = {}
        for pk, library in self.without_code.items():
            names[pk] = telling_part(library.name)
        for wanted in (telling_part(name), telling_part(f"{name} {place}")):
            alike = process.extract(
                wanted,
                names,
                scorer=fuzz.ratio,
                score_cutoff=SAME_NAME,
                limit=2,
            )
            if len(alike) == 1:
                _, _, pk = alike[0]
                library = self.without_code[pk]
                self.matched.append(names_of(name, library.name))
                return library
        return None

    def notices(self, table):
        return [
            named(
                self.matched,
                "bibliotheek is herkend aan haar naam",
                "bibliotheken zijn herkend aan hun naam",
            )
        ]


def names_of(theirs, ours):
    """The name in the list, and ours where that is another."""
    if theirs == ours:
        return theirs
    return f"{theirs} (bij ons {ours})"


def telling_part(name):
    """The part of a library's name that tells it from others."""
    words = slugify(name).split("-")
    return " ".join(word for word in words if word not in WORDS_OF_ANY_LIBRARY)


def provinces_by_place():
    """The slug of the province of a place that is called like exactly one municipality of today."""
    current = list(
        Municipality.objects.current(timezone.localdate()).select_related("province")
    )
    counts = Counter(municipality.name for municipality in current)
    provinces = {}
    for municipality in current:
        if counts[municipality.name] == 1:
            provinces[municipality.name] = municipality.province.slug
    return provinces
