"""Several municipalities as one table: the work area of a library, a province, or where a network works."""

from datetime import date
from functools import cached_property
from operator import attrgetter
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import QueryDict

from initiatives.models import Theme
from partners.models import Library, Municipality, Network, Province
from partners.successions import Successions
from visitors.asked import asked_text

from .matrix import MatrixMaker
from .matrix_rows import Row
from .region_lines import RegionLine

KINDS: dict[str, type[Model]] = {
    "provincie": Province,
    "bibliotheek": Library,
    "netwerk": Network,
}
PARAMETERS = (*KINDS, "thema", "themas", "toon", "kans", "sorteer")
USUALLY_LEFT = ("bibliotheek", "netwerk", "kans", "sorteer", "themas")
SHOWN = {
    "behoefte": "Behoefte",
    "kans": "Kans",
    "beleid": "Beleid",
    "aanbod": "Aanbod",
}
LEVELS = {  # of a row, by what is shown
    "kans": attrgetter("chance"),
    "behoefte": attrgetter("need"),
    "beleid": attrgetter("policy"),
    "aanbod": attrgetter("supply"),
}
BLANKS = "witte-vlekken"
NAME = "naam"
INHABITANTS = "inwoners"


class Region:
    """The region of a query string: ``provincie``, ``bibliotheek`` or ``netwerk`` (a slug), and how to show it.

    ``themas=alle`` shows sub-themes too, ``toon`` which level stands in the cells, ``kans`` keeps municipalities with
    that outcome somewhere, ``sorteer`` is the order. What does not exist has no municipalities.
    """

    def __init__(self, data: QueryDict, today: date) -> None:
        self.today = today
        self.parameters = {}
        for name in PARAMETERS:
            self.parameters[name] = asked_text(data, name)

    # --- what the query string says -------------------------------------------------------------------
    @cached_property
    def kind(self) -> str:
        """``provincie``, ``bibliotheek`` or ``netwerk``: the first that is there, or nothing."""
        for kind in KINDS:
            if self.parameters[kind]:
                return kind
        return ""

    @cached_property
    def place(self) -> Province | Library | Network | None:
        """The province, library or network; ``None`` where it does not exist."""
        if not self.kind:
            return None
        slug = self.parameters[self.kind]
        places = KINDS[self.kind].objects.filter(slug=slug)
        if self.kind != "provincie":
            places = places.published()
        return places.first()

    @property
    def title(self) -> str:
        """What the region is called."""
        if not self.kind:
            return "Nederland"
        if self.place is None:
            return "een regio"
        if self.kind == "provincie":
            return str(self.place)
        name = str(self.place)
        if self.kind == "netwerk" and name.isupper():  # an abbreviation, such as B7
            name = f"de {name}"
        return f"het werkgebied van {name}"

    @property
    def shown(self) -> str:
        """Which level stands in the cells: a key of ``SHOWN``."""
        shown = self.parameters["toon"]
        if shown in SHOWN:
            return shown
        return "behoefte"

    @property
    def has_more_choices(self) -> bool:
        """Whether something is chosen of what is usually left as it is."""
        return any(self.parameters[name] for name in USUALLY_LEFT)

    @property
    def shows_parts(self) -> bool:
        """Whether sub-themes have columns too."""
        return self.parameters["themas"] == "alle"

    @property
    def order(self) -> str:
        """A kind of order or the slug of a theme; blank spots first where there is nothing or nonsense."""
        order = self.parameters["sorteer"]
        slugs = [theme.slug for theme in self.themes]
        if order in (NAME, INHABITANTS, *slugs):
            return order
        return BLANKS

    @property
    def decided_by_volunteers(self) -> list[str]:
        """The themes of which somewhere a figure of volunteers decides the need."""
        names = {}
        for line in self.lines:
            for row in line.rows:
                if row.is_decided_by_volunteers:
                    names[row.theme.name] = True
        return list(names)

    # --- the table ------------------------------------------------------------------------------------
    @cached_property
    def municipalities(self) -> list[Municipality]:
        """Municipalities of today in the region, by name."""
        if self.place is None:
            return []
        current = Municipality.objects.current(self.today).select_related("province")
        if self.kind == "provincie":
            return list(current.filter(province=self.place))
        return list(current.filter(pk__in=self.work_area))

    @property
    def work_area(self) -> set[int]:
        """Ids of where a library works, or the libraries that are in a network now; what ended lives on in others."""
        of_libraries = Municipality.objects.filter(libraries__in=self.libraries)
        work_area = set()
        for pk in of_libraries.values_list("pk", flat=True):
            work_area.update(self.successions.living_on_in(pk))
        return work_area

    @property
    def libraries(self) -> QuerySet[Library]:
        """The library, or those that are in the network now."""
        libraries = Library.objects.published()
        if self.place is None:
            return libraries.none()
        if self.kind == "netwerk":
            return libraries.filter(
                network_memberships__network=self.place,
                network_memberships__has_left=False,
            )
        return libraries.filter(pk=self.place.pk)

    @cached_property
    def successions(self) -> Successions:
        """The reorganisations in force."""
        return Successions.on(self.today)

    @cached_property
    def main_themes(self) -> list[Theme]:
        """The main themes with their parts."""
        return list(Theme.objects.main().prefetch_related("subthemes"))

    @cached_property
    def themes(self) -> list[Theme]:
        """The themes of the columns, main themes with or without their parts."""
        themes = []
        for theme in self.main_themes:
            themes.append(theme)
            if self.shows_parts:
                themes += theme.subthemes.all()
        return themes

    @cached_property
    def rows(self) -> dict[int, dict[int, Row]]:
        """The kansenkaart of each municipality (by id): its rows by theme id."""
        ids = [municipality.pk for municipality in self.municipalities]
        maker = MatrixMaker(
            ids,
            self.today,
            leads_only=True,
            successions=self.successions,
            main_themes=self.main_themes,
        )
        rows = {}
        for pk in ids:
            matrix = maker.matrix(pk)
            rows[pk] = {row.theme.pk: row for row in matrix.every_row}
        return rows

    @cached_property
    def lines(self) -> list[RegionLine]:
        """The municipalities that fit, in order."""
        lines = []
        for municipality in self.municipalities:
            by_theme = self.rows[municipality.pk]
            rows = [by_theme[theme.pk] for theme in self.themes]
            line = RegionLine(municipality, rows)
            if self.fits(line):
                lines.append(line)
        return sorted(lines, key=self.sort_key)

    def fits(self, line: RegionLine) -> bool:
        """Whether the outcome that is looked for is somewhere in the line."""
        chance = self.parameters["kans"]
        return not chance or any(row.chance == chance for row in line.rows)

    def sort_key(self, line: RegionLine) -> tuple:
        """By what lines are sorted: equal ones by name."""
        name = line.municipality.sort_key
        if self.order == NAME:
            return (name,)
        if self.order == INHABITANTS:
            population = line.municipality.population or 0
            return -population, name  # the largest first
        if self.order == BLANKS:
            return -line.blanks, -line.unknown, name
        row = line.row_about(self.order)
        if self.shown == "kans":
            return row.chance.position, name  # a great chance first
        level = LEVELS[self.shown](row)
        return -level.position, name  # the highest first, what is not known last

    # --- addresses ------------------------------------------------------------------------------------
    @property
    def query(self) -> str:
        """The query string, with only what says something."""
        return self.query_with()

    def query_with(self, **changes: str) -> str:
        """The query string with other values."""
        parameters = self.parameters | changes
        filled = {name: value for name, value in parameters.items() if value}
        return urlencode(filled)
