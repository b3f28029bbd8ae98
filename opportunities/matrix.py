"""The kansenkaart: themes by need, policy and supply, of one municipality or of many at once."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from initiatives.models import Initiative, Theme
from partners.successions import Successions

from .chances import Rule, reason_for, rule_for
from .choices import Chance, Need, Policy, Supply
from .figures import Figures, MunicipalFigure
from .models import Measurement
from .supply import Supplies, supplies_of
from .wishes import Wishes, wishes_of


@dataclass(frozen=True)
class Row:
    """One theme of a municipality: what it rests on, the three levels, and the rule that they fall under.

    ``figure`` is the one that decides the need, ``policy_in_numbers`` and ``supply_in_numbers`` say what the levels of
    policy and supply were counted from; ``parts`` are the rows of its sub-themes. Of a main theme the levels
    are those of the part with the best outcome, ``decided_by``; empty where that is the main theme itself. ``own`` is
    the row of a main theme apart from its parts.
    """

    theme: Theme
    figure: MunicipalFigure | None
    policy: Policy
    supply: Supply
    parts: list["Row"] = field(default_factory=list)
    decided_by: Theme | None = None
    own: "Row | None" = None
    policy_in_numbers: str = ""
    supply_in_numbers: str = ""

    @cached_property
    def need(self) -> Need:
        """How large the need is."""
        if self.figure is None:
            return Need.UNKNOWN
        return self.figure.need

    @property
    def deviation(self) -> Decimal:
        """How far the need is from that of the middle municipality."""
        if self.figure is None:
            return Decimal(0)
        return self.figure.deviation

    @cached_property
    def rule(self) -> Rule:
        """The rule that decides what the theme is for the library."""
        return rule_for(self.need, self.policy, self.supply)

    @property
    def chance(self) -> Chance:
        """What the theme is for the library."""
        return self.rule.chance

    @property
    def why(self) -> str:
        """The reason in a few words, or what to do next."""
        return reason_for(self.need, self.policy, self.supply)

    @property
    def theme_ids(self) -> set[int]:
        """The theme and its parts."""
        return {self.theme.pk, *(part.theme.pk for part in self.parts)}

    @property
    def deciding_theme(self) -> Theme:
        """The theme that figure, policy and supply are about."""
        return self.decided_by or self.theme

    @property
    def missing(self) -> list[str]:
        """Which of the three nobody knows, in words."""
        levels = {"behoefte": self.need, "beleid": self.policy, "aanbod": self.supply}
        return [name for name, level in levels.items() if not level]


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
            rows += [row.own, *row.parts]
        return rows

    def row_of(self, theme: Theme) -> Row:
        """The row of a theme."""
        return next(row for row in self.every_row if row.theme.pk == theme.pk)

    def most_striking(self, count: int) -> list[Row]:
        """The rows of single themes of which the figure is furthest from the middle, towards much need.

        A low need is nothing to begin a talk with, so that those come only where every need is low.
        """
        worth_a_talk = [row for row in self.measured_rows if row.need != Need.LOW]
        found = worth_a_talk or self.measured_rows
        return sorted(found, key=lambda row: -row.deviation)[:count]

    @property
    def measured_rows(self) -> list[Row]:
        """The rows of single themes with a figure."""
        return [
            row
            for row in self.single_rows
            if row.figure and row.figure.value is not None
        ]

    def is_low_but_for(self, themes: Collection[Theme]) -> bool:
        """Whether there are figures of other themes, and the need is low by every one of those."""
        others = [row for row in self.measured_rows if row.theme not in themes]
        return bool(others) and all(row.need == Need.LOW for row in others)

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
        main_themes: list[Theme] | None = None,
    ) -> None:
        """``leads_only``: only the figures that decide a level.

        ``successions`` and the ``initiatives`` of a single municipality, where the page has loaded them already;
        ``main_themes``, with their parts: the only ones of which there must be rows.
        """
        if successions is None:
            successions = Successions.on(today)
        measurements = Measurement.objects.latest()
        if leads_only:
            measurements = Measurement.objects.leads()
        if main_themes is None:
            main_themes = Theme.objects.main().prefetch_related("subthemes")
        else:
            measurements = measurements.filter(
                indicator__theme__in=with_parts(main_themes)
            )
        self.themes = list(main_themes)
        self._figures = Figures(municipality_ids, successions, measurements)
        self._wishes = wishes_of(municipality_ids, today.year)
        self._supplies = supplies_of(
            municipality_ids, successions, today.year, initiatives
        )

    def matrix(self, municipality_id: int) -> Matrix:
        """The kansenkaart of one of the municipalities."""
        figures = self._figures.of(municipality_id)
        wishes = self._wishes[municipality_id]
        supplies = self._supplies[municipality_id]
        leads = {
            figure.indicator.theme_id: figure
            for figure in figures
            if figure.indicator.is_lead
        }
        rows = [main_row(theme, leads, wishes, supplies) for theme in self.themes]
        return Matrix(rows, figures, wishes, supplies)


def with_parts(main_themes: list[Theme]) -> list[Theme]:
    """Main themes, each with its parts after it."""
    themes = []
    for theme in main_themes:
        themes += [theme, *theme.subthemes.all()]
    return themes


def main_row(
    theme: Theme, leads: dict[int, MunicipalFigure], wishes: Wishes, supplies: Supplies
) -> Row:
    """The row of a main theme, by the figures that decide a need, by theme id.

    Need, policy and supply of different parts say nothing together, so that one part decides all three: the one with
    the best outcome, and of those the one that is furthest from the middle.
    """
    parts = []
    for subtheme in theme.subthemes.all():
        parts.append(
            single_row(subtheme, {subtheme.pk, theme.pk}, leads, wishes, supplies)
        )
    own = single_row(theme, {theme.pk}, leads, wishes, supplies)
    return decided_row(own, parts)


def single_row(
    theme: Theme,
    checked_ids: set[int],
    leads: dict[int, MunicipalFigure],
    wishes: Wishes,
    supplies: Supplies,
) -> Row:
    """The row of a theme apart from its parts; ``checked_ids``: themes of which it says something that one looked."""
    ids = {theme.pk}
    supply = supplies.level(ids, checked_ids)
    supply_in_numbers = ""
    if supply:
        supply_in_numbers = f"{supplies.count(ids)} bekend"
    return Row(
        theme,
        leads.get(theme.pk),
        wishes.level(ids),
        supply,
        policy_in_numbers=wishes.in_numbers(ids),
        supply_in_numbers=supply_in_numbers,
    )


def decided_row(own: Row, parts: list[Row]) -> Row:
    """The row of a main theme: ``own`` apart from its parts, with the levels of the one that has the best outcome."""
    best = min([own, *parts], key=outcome_order)
    decided_by = best.theme
    if best is own:
        decided_by = None
    return replace(best, theme=own.theme, parts=parts, decided_by=decided_by, own=own)


def outcome_order(row: Row) -> tuple[int, Decimal]:
    """The best outcome first, and of equal ones what is furthest from the middle."""
    return row.chance.position, -row.deviation
