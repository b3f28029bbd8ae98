"""The kansenkaart: themes by need, policy and supply, of one municipality or of many at once."""

from dataclasses import dataclass, field

from initiatives.models import Theme
from partners.successions import Successions

from .chances import Rule, rule_for
from .choices import Chance, Need, Policy, Supply
from .figures import Figures, MunicipalFigure
from .models import Measurement
from .supply import Supplies, supplies_of
from .wishes import Wishes, wishes_of


@dataclass(frozen=True)
class Row:
    """One theme of a municipality: the three levels, the rule that they fall under, and what they rest on.

    ``figure`` is the one that decides the need; ``parts`` are the rows of its sub-themes.
    """

    theme: Theme
    need: Need
    policy: Policy
    supply: Supply
    rule: Rule
    figure: MunicipalFigure | None
    parts: list = field(default_factory=list)

    @property
    def chance(self):
        """What the theme is for the library."""
        return self.rule.chance

    @property
    def theme_ids(self):
        """The theme and its parts."""
        return {self.theme.pk, *(part.theme.pk for part in self.parts)}

    @property
    def missing(self):
        """Which of the three nobody knows, in words."""
        levels = {"behoefte": self.need, "beleid": self.policy, "aanbod": self.supply}
        return [name for name, level in levels.items() if not level]

    @property
    def why(self):
        """The reason in a few words."""
        return self.rule.why if self.chance != Chance.UNKNOWN else ""


@dataclass(frozen=True)
class Matrix:
    """All rows of a municipality, main themes in their order, with what they were made from."""

    rows: list
    figures: list
    wishes: Wishes
    supplies: Supplies

    @property
    def every_row(self):
        """Main themes, each with its parts after it."""
        return [each for row in self.rows for each in (row, *row.parts)]

    def row_of(self, theme):
        """The row of a theme."""
        return next(row for row in self.every_row if row.theme.pk == theme.pk)

    @property
    def by_chance(self):
        """The rows of main themes, the largest chance first."""
        return sorted(self.rows, key=lambda row: row.chance.position)

    def with_chance(self, chance):
        """The rows of main themes with this outcome."""
        return [row for row in self.rows if row.chance == chance]


class MatrixMaker:
    """Loads what the matrices of some municipalities of today need; the number of queries is always the same."""

    def __init__(self, municipality_ids, today, *, leads_only=False, successions=None, initiatives=None):
        """``leads_only``: only the figures that decide a level.

        ``successions`` and the ``initiatives`` of a single municipality, where the page has loaded them already.
        """
        self.themes = list(Theme.objects.main().prefetch_related("subthemes"))
        successions = successions or Successions.on(today)
        measurements = Measurement.objects.leads() if leads_only else Measurement.objects.latest()
        self._figures = Figures(municipality_ids, successions, measurements)
        self._wishes = wishes_of(municipality_ids, today.year)
        self._supplies = supplies_of(municipality_ids, successions, today.year, initiatives)

    def matrix(self, municipality_id):
        """The kansenkaart of one of the municipalities."""
        figures, wishes = self._figures.of(municipality_id), self._wishes[municipality_id]
        supplies = self._supplies[municipality_id]
        leads = {each.indicator.theme_id: each for each in figures if each.indicator.is_lead}
        rows = [self._main_row(theme, leads, wishes, supplies) for theme in self.themes]
        return Matrix(rows, figures, wishes, supplies)

    def _main_row(self, theme, leads, wishes, supplies):
        """A main theme needs what its own figure or the neediest of its parts says."""
        parts = [
            _row(part, leads.get(part.pk), wishes.level({part.pk}), supplies.level({part.pk}, {part.pk, theme.pk}))
            for part in theme.subthemes.all()
        ]
        figures = [leads[pk] for pk in (theme.pk, *(part.theme.pk for part in parts)) if pk in leads]
        deciding = max(figures, key=lambda figure: list(Need).index(figure.need), default=None)
        every = {theme.pk, *(part.theme.pk for part in parts)}
        return _row(theme, deciding, wishes.level(every), supplies.level(every, {theme.pk}), parts)


def _row(theme, figure, policy, supply, parts=()):
    need = figure.need if figure else Need.UNKNOWN
    return Row(theme, need, policy, supply, rule_for(need, policy, supply), figure, list(parts))
