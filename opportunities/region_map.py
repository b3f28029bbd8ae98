"""The map of a region, or of the whole country: one theme by need, policy, supply or chance."""

from functools import cached_property
from operator import attrgetter

from initiatives.models import Theme
from partners.choropleth import UNKNOWN, Choropleth, Reading, choropleth
from partners.models import Municipality

from .choices import Chance, Need, Policy, Supply
from .matrix import MatrixMaker, with_parts
from .matrix_rows import Row
from .models import Measurement
from .regions import LEVELS, SHOWN, Region

SHADES = {  # of each level, from little to much; ``Chance`` has a shade per outcome
    Need.LOW: "1",
    Need.MEDIUM: "2",
    Need.HIGH: "3",
    Policy.ABSENT: "1",
    Policy.MENTIONED: "2",
    Policy.PRIORITY: "3",
    Supply.NONE: "1",
    Supply.LIMITED: "2",
    Supply.AMPLE: "3",
    Chance.BIG: "4",
    Chance.CHANCE: "3",
    Chance.STRENGTH: "s",
    Chance.HIGH_NEED: "2",
    Chance.MEDIUM_NEED: "1",
    Chance.LOW_NEED: "0",
    Chance.NOT_NOW: "n",
}
KINDS = {
    "behoefte": Need,
    "beleid": Policy,
    "aanbod": Supply,
    "kans": Chance,
}


class RegionMap:
    """What of which theme is on the map, and the map itself."""

    def __init__(self, region: Region) -> None:
        self.region = region

    @cached_property
    def themes(self) -> list[Theme]:
        """Every theme one can choose, main themes each with its parts after it."""
        return with_parts(self.region.main_themes)

    @cached_property
    def theme(self) -> Theme | None:
        """The chosen theme, or the first one."""
        for theme in self.themes:
            if theme.slug == self.region.parameters["thema"]:
                return theme
        return next(iter(self.themes), None)

    @property
    def column(self) -> Theme | None:
        """The theme of the table that a narrow screen shows; a part has its main theme where parts have no column."""
        if self.theme and self.theme not in self.region.themes:
            return self.theme.parent
        return self.theme

    @cached_property
    def rows(self) -> dict[Municipality, Row]:
        """The row of the theme in each municipality: of the region, or of the whole country where none is chosen."""
        if self.theme is None:
            return {}
        if self.region.municipalities:
            return self.rows_of_region(self.theme)
        return self.rows_of_country(self.theme)

    def rows_of_region(self, theme: Theme) -> dict[Municipality, Row]:
        """The row of a theme in each municipality of the region, which the table has made already."""
        rows = {}
        for municipality in self.region.municipalities:
            by_theme = self.region.rows[municipality.pk]
            rows[municipality] = by_theme[theme.pk]
        return rows

    def rows_of_country(self, theme: Theme) -> dict[Municipality, Row]:
        """The row of a theme in every municipality; no other theme is counted."""
        municipalities = list(Municipality.objects.current(self.region.today))
        ids = [municipality.pk for municipality in municipalities]
        own_or_parent = (theme.pk, theme.parent_id)
        main_themes = []
        for main_theme in self.region.main_themes:
            if main_theme.pk in own_or_parent:
                main_themes.append(main_theme)
        maker = MatrixMaker(
            ids,
            self.region.today,
            leads_only=True,
            main_themes=main_themes,
        )
        rows = {}
        for municipality in municipalities:
            matrix = maker.matrix(municipality.pk)
            rows[municipality] = matrix.row_of(theme)
        return rows

    @cached_property
    def drawn(self) -> Choropleth | None:
        """The map; nothing where there is no theme at all."""
        if self.theme is None:
            return None
        shown = self.region.shown
        labels = {}
        for level in reversed(KINDS[shown]):
            shade = SHADES.get(level, UNKNOWN)
            labels[shade] = level.label
        readings = {}
        for municipality, row in self.rows.items():
            readings[municipality.pk] = self.reading(row)
        return choropleth(
            f"{SHOWN[shown]}: {self.theme}",
            self.rows,
            readings,
            labels,
            self.region.today,
            below=f"{self.theme.slug}/",
            zooms=bool(self.region.municipalities),
        )

    def reading(self, row: Row) -> Reading:
        """The level in words, with the figure where all municipalities are measured by the same one."""
        level = LEVELS[self.region.shown](row)
        text = level.label.lower()
        has_figure = self.region.shown == "behoefte" and self.has_one_figure
        if has_figure and row.figure and row.figure.short:
            text = f"{text}, {row.figure.short}"
        return Reading(SHADES.get(level, UNKNOWN), text)

    @property
    def measurements(self) -> list[Measurement]:
        """What was measured of the figures that decide a need on this map; none where it shows something else."""
        if self.region.shown not in ("behoefte", "kans"):
            return []
        measurements = {}
        for row in self.rows.values():
            if row.figure:
                measurement = row.figure.measurement
                measurements[measurement.pk] = measurement
        return sorted(
            measurements.values(),
            key=attrgetter("indicator.sort_key"),
        )

    @cached_property
    def has_one_figure(self) -> bool:
        """Whether the same figure decides the need everywhere; else figures beside each other would mislead."""
        indicator_ids = set()
        for row in self.rows.values():
            if row.figure:
                indicator_ids.add(row.figure.indicator.pk)
        return len(indicator_ids) == 1
