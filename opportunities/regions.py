"""Several municipalities as one table: the work area of a library, a province, or where a network works."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from initiatives.models import Theme
from partners.models import Library, Municipality, Network, Province
from partners.successions import Successions

from .choices import CHANCES, NO_KNOWN_SUPPLY, Chance, Need
from .matrix import MatrixMaker

KINDS = {"provincie": Province, "bibliotheek": Library, "netwerk": Network}
SHOWN = {"kans": "Kans", "behoefte": "Behoefte", "beleid": "Beleid", "aanbod": "Aanbod"}
LEVELS = {
    "kans": lambda row: row.chance,
    "behoefte": lambda row: row.need,
    "beleid": lambda row: row.policy,
    "aanbod": lambda row: row.supply,
}
BLANKS, NAME, INHABITANTS = "witte-vlekken", "naam", "inwoners"
LONGEST = 120  # characters of a value


@dataclass(frozen=True)
class Line:
    """A municipality in the table, with the rows of the themes that are shown."""

    municipality: Municipality
    rows: list

    @property
    def blanks(self):
        """Themes with much need for which we know of no supply: where a curator should go next."""
        return sum(row.need == Need.HIGH and row.supply in NO_KNOWN_SUPPLY for row in self.rows)

    @property
    def unknown(self):
        """Themes of which we cannot say what they are."""
        return sum(row.chance == Chance.UNKNOWN for row in self.rows)

    @property
    def chances(self):
        """Themes in which there is a chance."""
        return sum(row.chance in CHANCES for row in self.rows)


class Region:
    """What a query string asks for: ``provincie``, ``bibliotheek`` or ``netwerk`` (a slug), and how to show it.

    ``themas=alle`` shows sub-themes too, ``toon`` which level stands in the cells, ``kans`` keeps municipalities with
    that outcome somewhere, ``sorteer`` is the order. What does not exist finds nothing.
    """

    def __init__(self, data, today):
        names = (*KINDS, "themas", "toon", "kans", "sorteer")
        self.asked = {name: data.get(name, "").replace("\x00", "").strip()[:LONGEST] for name in names}
        self.today = today

    # --- what is asked -------------------------------------------------------------------------------
    @cached_property
    def kind(self):
        """``provincie``, ``bibliotheek`` or ``netwerk``: the first that was asked for, or nothing."""
        return next((kind for kind in KINDS if self.asked[kind]), "")

    @cached_property
    def place(self):
        """The province, library or network; ``None`` where it does not exist."""
        if not self.kind:
            return None
        found = KINDS[self.kind].objects.filter(slug=self.asked[self.kind])
        return (found if self.kind == "provincie" else found.published()).first()

    @property
    def title(self):
        """What the region is called."""
        if self.place is None:
            return "een regio"
        return {"bibliotheek": "het werkgebied van ", "netwerk": "het werkgebied van ", "provincie": ""}[
            self.kind
        ] + str(self.place)

    @property
    def shown(self):
        """Which level stands in the cells."""
        return self.asked["toon"] if self.asked["toon"] in SHOWN else "kans"

    @property
    def shows_parts(self):
        """Whether sub-themes have columns too."""
        return self.asked["themas"] == "alle"

    @property
    def order(self):
        """The order asked for; blank spots first where nothing or nonsense was."""
        known = {BLANKS, NAME, INHABITANTS, *(theme.slug for theme in self.themes)}
        return self.asked["sorteer"] if self.asked["sorteer"] in known else BLANKS

    # --- what is found -------------------------------------------------------------------------------
    @cached_property
    def municipalities(self):
        """Municipalities of today in the region, by name."""
        if self.place is None:
            return []
        current = Municipality.objects.current(self.today).select_related("province")
        if self.kind == "provincie":
            return list(current.filter(province=self.place))
        return list(current.filter(pk__in=self._work_area()))

    def _work_area(self):
        """Where a library works, or the libraries that are in a network now; what ended lives on in others."""
        libraries = [self.place.pk]
        if self.kind == "netwerk":
            libraries = self.place.memberships.filter(has_left=False).values("organisation")
        then = Municipality.objects.filter(libraries__in=libraries).values_list("pk", flat=True)
        return {now for pk in then for now in self._successions.living_on_in(pk)}

    @cached_property
    def _successions(self):
        return Successions.on(self.today)

    @cached_property
    def themes(self):
        """The themes of the columns, main themes with or without their parts."""
        every = [each for theme in self._main_themes for each in (theme, *theme.subthemes.all())]
        return every if self.shows_parts else self._main_themes

    @cached_property
    def _main_themes(self):
        return list(Theme.objects.main().prefetch_related("subthemes"))

    @cached_property
    def lines(self):
        """The municipalities that fit, in order."""
        return sorted(filter(self._fits, self._every_line), key=self._key)

    @cached_property
    def _every_line(self):
        ids = [each.pk for each in self.municipalities]
        maker = MatrixMaker(ids, self.today, leads_only=True, successions=self._successions)
        wanted = [theme.pk for theme in self.themes]
        lines = []
        for municipality in self.municipalities:
            rows = {row.theme.pk: row for row in maker.matrix(municipality.pk).every_row}
            lines.append(Line(municipality, [rows[pk] for pk in wanted]))
        return lines

    def _fits(self, line):
        return not self.asked["kans"] or any(row.chance == self.asked["kans"] for row in line.rows)

    def _key(self, line):
        name = line.municipality.sort_key
        if self.order == NAME:
            return (name,)
        if self.order == INHABITANTS:
            return -(line.municipality.population or 0), name
        if self.order == BLANKS:
            return -line.blanks, -line.unknown, name
        return self._key_of_theme(line), name

    def _key_of_theme(self, line):
        """The best first: a great chance, or the highest level; what is not known last."""
        row = next(row for row in line.rows if row.theme.slug == self.order)
        if self.shown == "kans":
            return row.chance.position
        level = LEVELS[self.shown](row)
        return -list(type(level)).index(level)

    # --- addresses -----------------------------------------------------------------------------------
    @property
    def query(self):
        """The query string, with only what was asked."""
        return self.query_with()

    def query_with(self, **changes):
        """The query string with other values."""
        return urlencode({name: value for name, value in (self.asked | changes).items() if value})


def table_of(region):
    """(header, rows) of a file: every level in words, so that it can be sorted and filtered elsewhere."""
    columns = [f"{theme}: {SHOWN[shown].lower()}" for theme in region.themes for shown in SHOWN]
    header = ["gemeente", "code", "provincie", "inwoners", "witte vlekken", "nog niet bekend", *columns]
    return header, (_cells(line) for line in region.lines)


def _cells(line):
    place = line.municipality
    levels = [LEVELS[shown](row).label for row in line.rows for shown in SHOWN]
    facts = [place.name, place.cbs_code, place.province.name, place.population or "Niet bekend"]
    return [*facts, line.blanks, line.unknown, *levels]
