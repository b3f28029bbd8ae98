"""What others told of an example, offered to who calculates with it: never taken over by itself."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from textwrap import shorten

from initiatives.models import Initiative
from opportunities.calculation_forms import MOST_PEOPLE
from opportunities.models import Service
from wording.numbers import amount, euros

from .brought import Brought

LONGEST_TITLE = 60  # so that a source fits in its field


@dataclass(frozen=True)
class SuggestedFigures:
    """The medians of an example that can be calculated with."""

    example: Initiative
    brought: Brought

    @cached_property
    def lines(self) -> list[tuple[str, int, str]]:
        """[(field of the rekenhulp, number, in words)], only of what at least three organisations told."""
        lines = []
        reached = self.brought.reached
        if reached and 1 <= reached.value <= MOST_PEOPLE:
            words = f"{amount(reached.value)} mensen in een jaar ({reached.told_by})"
            lines.append(("deelnemers", reached.value, words))
        cost = self.brought.cost
        if cost:
            words = f"{euros(cost.value)} in een jaar ({cost.told_by})"
            lines.append(("kosten", cost.value, words))
        return lines

    @property
    def values(self) -> dict[str, int | str]:
        """{field: value} for the form, each with its source, which stays true when somebody changes the number."""
        title = shorten(self.example.title, LONGEST_TITLE, placeholder="…")
        values: dict[str, int | str] = {}
        for name, number, words in self.lines:
            source = f"Mediaan bij wie ‘{title}’ ook doet: {words}, eigen opgave aan Bieb Netwerk"
            values[name] = number
            values[f"{name}_bron"] = source
        return values


def figures_of(slug: str, today: date) -> SuggestedFigures | None:
    """What can be calculated with of this example, in at most 3 queries; ``None`` where there is nothing."""
    example = Initiative.objects.published().filter(slug=slug).first()
    if example is None:
        return None
    services = Service.objects.filter(example=example)
    brought = services.brought(today).get(example.pk)
    if brought is None:
        return None
    suggestion = SuggestedFigures(example, brought)
    if not suggestion.lines:
        return None
    return suggestion
