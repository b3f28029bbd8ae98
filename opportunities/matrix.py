"""The kansenkaart: themes by need, policy and supply, of one municipality or of many at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from initiatives.models import Theme
from partners.models import Municipality
from partners.successions import Successions

from .choices import Need
from .figures import Figures
from .matrix_rows import Row, main_row
from .models import Measurement
from .municipal_figure import MunicipalFigure
from .supply import Supplies, supplies_of
from .wishes import Wishes, wishes_of


@dataclass(frozen=True)
class Matrix:
    """All rows of a municipality, main themes in their order, with what they were made from."""

    rows: list[Row]
    figures: list[MunicipalFigure]
    wishes: Wishes
    supplies: Supplies

    @property
    def every_row(self) -> list[Row]:
        """Main themes, each with its parts after it."""
        rows = []
        for row in self.rows:
            rows += [row, *row.parts]
        return rows

    @property
    def single_rows(self) -> list[Row]:
        """Of each theme the row that no part of it decides."""
        rows = []
        for row in self.rows:
            rows += [row.undecided, *row.parts]
        return rows

    def row_of(self, theme: Theme) -> Row:
        """The row of a theme."""
        return next(row for row in self.every_row if row.theme.pk == theme.pk)

    def most_striking(self, count: int) -> list[Row]:
        """The rows of single themes of which the figure is furthest from the middle, towards much need.

        A low need is nothing to begin a talk with, so that those come only where every need is low.
        """
        worth_a_talk = [row for row in self.measured_rows if row.need != Need.LOW]
        rows = worth_a_talk or self.measured_rows
        furthest_first = sorted(
            rows,
            key=lambda row: -row.deviation,
        )
        return furthest_first[:count]

    @property
    def measured_rows(self) -> list[Row]:
        """The rows of single themes with a figure."""
        measured = []
        for row in self.single_rows:
            if row.figure and row.figure.value is not None:
                measured.append(row)
        return measured

    def is_low_but_for(self, themes: Collection[Theme]) -> bool:
        """Whether there are figures of other themes, and the need is low by every one of those."""
        other_needs = set()
        for row in self.measured_rows:
            if row.theme not in themes:
                other_needs.add(row.need)
        return other_needs == {Need.LOW}

    @property
    def by_chance(self) -> list[Row]:
        """The rows of main themes, the largest chance first."""
        return sorted(self.rows, key=attrgetter("chance.position"))


class MatrixMaker:
    """Loads what the matrices of some municipalities of today need; the number of queries is always the same."""

    def __init__(
        self,
        municipality_ids: list[int],
        today: date,
        *,
        leads_only: bool = False,
        successions: Successions | None = None,
        main_themes: list[Theme] | None = None,
    ) -> None:
        """``leads_only``: only the figures that decide a level.

        ``successions``, where the page has loaded them already; ``main_themes``, with their parts: the only ones of
        which there must be rows.
        """
        successions = successions or Successions.on(today)
        measurements = Measurement.objects.latest()
        if leads_only:
            measurements = Measurement.objects.leads()
        if main_themes is None:
            main_themes = list(Theme.objects.main().prefetch_related("subthemes"))
        else:
            themes = with_parts(main_themes)
            measurements = measurements.filter(indicator__theme__in=themes)
        self.themes = main_themes
        self._figures = Figures(municipality_ids, successions, measurements)
        year = today.year
        self._wishes = wishes_of(municipality_ids, year)
        theme_ids = [theme.pk for theme in with_parts(self.themes)]
        self._supplies = supplies_of(municipality_ids, successions, year, theme_ids)

    def matrix(self, municipality_id: int) -> Matrix:
        """The kansenkaart of one of the municipalities."""
        figures = self._figures.of(municipality_id)
        wishes = self._wishes[municipality_id]
        supplies = self._supplies[municipality_id]
        leads = {}
        for figure in figures:
            if figure.indicator.is_lead:
                leads[figure.indicator.theme_id] = figure
        rows = [main_row(theme, leads, wishes, supplies) for theme in self.themes]
        return Matrix(rows, figures, wishes, supplies)


def matrix_of(
    municipality: Municipality,
    today: date,
    successions: Successions,
) -> Matrix:
    """The kansenkaart of one municipality of today, with the figures that decide a level."""
    maker = MatrixMaker(
        [municipality.pk],
        today,
        leads_only=True,
        successions=successions,
    )
    return maker.matrix(municipality.pk)


def with_parts(main_themes: list[Theme]) -> list[Theme]:
    """Main themes, each with its parts after it."""
    themes = []
    for theme in main_themes:
        themes += [theme, *theme.subthemes.all()]
    return themes
