"""The kansenkaart: themes by need, policy and supply, of one municipality or of many at once."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from initiatives.models import Initiative, Theme
from partners.successions import Successions

from .chances import Rule, rule_for
from .choices import Chance, Need, Policy, Supply
from .figures import Figures, MunicipalFigure
from .models import Measurement
from .supply import Supplies, supplies_of
from .wishes import Wishes, wishes_of


@dataclass(frozen=True)
class Row:
    """One theme of a municipality: what it rests on, the three levels, and the rule that they fall under.

    ``figure`` is the one that decides the need; ``parts`` are the rows of its sub-themes.
    """

    theme: Theme
    figure: MunicipalFigure | None
    policy: Policy
    supply: Supply
    parts: list["Row"] = field(default_factory=list)

    @cached_property
    def need(self) -> Need:
        """How large the need is."""
        if self.figure is None:
            return Need.UNKNOWN
        return self.figure.need

    @cached_property
    def rule(self) -> Rule:
        """The rule that decides what the theme is for the library."""
        return rule_for(self.need, self.policy, self.supply)

    @property
    def chance(self) -> Chance:
        """What the theme is for the library."""
        return self.rule.chance

    @property
    def theme_ids(self) -> set[int]:
        """The theme and its parts."""
        return {self.theme.pk, *(part.theme.pk for part in self.parts)}

    @property
    def missing(self) -> list[str]:
        """Which of the three nobody knows, in words."""
        levels = {"behoefte": self.need, "beleid": self.policy, "aanbod": self.supply}
        return [name for name, level in levels.items() if not level]

    @property
    def why(self) -> str:
        """The reason in a few words."""
        return self.rule.why


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

    def row_of(self, theme: Theme) -> Row:
        """The row of a theme."""
        return next(row for row in self.every_row if row.theme.pk == theme.pk)

    @property
    def by_chance(self) -> list[Row]:
        """The rows of main themes, the largest chance first."""
        return sorted(self.rows, key=lambda row: row.chance.position)

    def with_chance(self, chance: Chance) -> list[Row]:
        """The rows of main themes with this outcome."""
        return [row for row in self.rows if row.chance == chance]


class MatrixMaker:
    """Loads what the matrices of some municipalities of today need; the number of queries is always the same."""

    def __init__(
        self,
        municipality_ids: list[int],
        today: date,
        *,
        leads_only: bool = False,
        successions: Successions | None = None,
        initiatives: list[Initiative] | None = None,
    ) -> None:
        """``leads_only``: only the figures that decide a level.

        ``successions`` and the ``initiatives`` of a single municipality, where the page has loaded them already.
        """
        if successions is None:
            successions = Successions.on(today)
        measurements = Measurement.objects.latest()
        if leads_only:
            measurements = Measurement.objects.leads()
        self.themes = list(Theme.objects.main().prefetch_related("subthemes"))
        self._figures = Figures(municipality_ids, successions, measurements)
        self._wishes = wishes_of(municipality_ids, today.year)
        self._supplies = supplies_of(municipality_ids, successions, today.year, initiatives)

    def matrix(self, municipality_id: int) -> Matrix:
        """The kansenkaart of one of the municipalities."""
        figures = self._figures.of(municipality_id)
        wishes = self._wishes[municipality_id]
        supplies = self._supplies[municipality_id]
        leads = {figure.indicator.theme_id: figure for figure in figures if figure.indicator.is_lead}
        rows = [main_row(theme, leads, wishes, supplies) for theme in self.themes]
        return Matrix(rows, figures, wishes, supplies)


def main_row(theme: Theme, leads: dict[int, MunicipalFigure], wishes: Wishes, supplies: Supplies) -> Row:
    """The row of a main theme, by the figures that decide a need, by theme id.

    It needs what its own figure or the neediest of its parts says.
    """
    theme_ids = {theme.pk}
    figures = []
    if theme.pk in leads:
        figures.append(leads[theme.pk])
    parts = []
    for subtheme in theme.subthemes.all():
        theme_ids.add(subtheme.pk)
        figure = leads.get(subtheme.pk)
        if figure:
            figures.append(figure)
        policy = wishes.level({subtheme.pk})
        supply = supplies.level({subtheme.pk}, checked_ids={subtheme.pk, theme.pk})
        parts.append(Row(subtheme, figure, policy, supply))
    neediest = max(figures, key=lambda figure: figure.need.position, default=None)
    supply = supplies.level(theme_ids, checked_ids={theme.pk})
    return Row(theme, neediest, wishes.level(theme_ids), supply, parts)
