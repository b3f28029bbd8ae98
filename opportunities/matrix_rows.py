"""The rows of the kansenkaart: a theme with the three levels, and the outcome of those."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from initiatives.models import Theme

from .chances import Rule, reason_for, rule_for
from .choices import Chance, Need, Policy, Supply
from .municipal_figure import MunicipalFigure
from .supply import Supplies
from .wishes import Wishes


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

    @property
    def is_decided_by_volunteers(self) -> bool:
        """Whether the need comes from a figure of people who chose themselves to take part."""
        return self.figure is not None and self.figure.measurement.is_of_volunteers

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
        ids = {part.theme.pk for part in self.parts}
        return {self.theme.pk, *ids}

    @property
    def deciding_theme(self) -> Theme:
        """The theme that figure, policy and supply are about."""
        return self.decided_by or self.theme

    @property
    def undecided(self) -> "Row":
        """The row that no part of it decides."""
        return self.own or self

    @property
    def missing(self) -> list[str]:
        """Which of the three nobody knows, in words."""
        levels = {
            "behoefte": self.need,
            "beleid": self.policy,
            "aanbod": self.supply,
        }
        return [name for name, level in levels.items() if not level]


def main_row(
    theme: Theme,
    leads: dict[int, MunicipalFigure],
    wishes: Wishes,
    supplies: Supplies,
) -> Row:
    """The row of a main theme, by the figures that decide a need, by theme id.

    Need, policy and supply of different parts say nothing together, so that one part decides all three: the one with
    the best outcome, and of those the one that is furthest from the middle.
    """
    parts = []
    for subtheme in theme.subthemes.all():
        checked_ids = {subtheme.pk, theme.pk}
        part = single_row(subtheme, checked_ids, leads, wishes, supplies)
        parts.append(part)
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
    supply = supplies.level(theme.pk, checked_ids)
    supply_in_numbers = ""
    if supply:
        supply_in_numbers = f"{supplies.count(theme.pk)} bekend"
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
    decided_by: Theme | None = best.theme
    if best is own:
        decided_by = None
    return replace(
        best,
        theme=own.theme,
        parts=parts,
        decided_by=decided_by,
        own=own,
    )


def outcome_order(row: Row) -> tuple[int, Decimal]:
    """The best outcome first, and of equal ones what is furthest from the middle."""
    return row.chance.position, -row.deviation
