"""What others told of an example, offered to who calculates with it: never taken over by itself."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from textwrap import shorten

from initiatives.models import Initiative
from opportunities.calculation_forms import MOST_PEOPLE
from opportunities.models import Service
from wording.numbers import amount, euros

from .brought import Brought, Middle

LONGEST_TITLE = 60  # so that a source fits in its field


@dataclass(frozen=True)
class SuggestedFigure:
    """A number for a field of the rekenhulp, and in words what it is."""

    field_name: str
    number: int
    in_words: str


def suggested(field_name: str, middle: Middle, number_in_words: str) -> SuggestedFigure:
    """A median for a field, with who told it."""
    return SuggestedFigure(
        field_name=field_name,
        number=middle.value,
        in_words=f"{number_in_words} in een jaar ({middle.told_by})",
    )


@dataclass(frozen=True)
class SuggestedFigures:
    """The medians of an example that can be calculated with."""

    example: Initiative
    brought: Brought

    @cached_property
    def lines(self) -> list[SuggestedFigure]:
        """Only of what at least three organisations told."""
        lines = []
        reached = self.brought.reached
        if reached and 1 <= reached.value <= MOST_PEOPLE:
            people = f"{amount(reached.value)} mensen"
            lines.append(suggested("deelnemers", reached, people))
        cost = self.brought.cost
        if cost:
            lines.append(suggested("kosten", cost, euros(cost.value)))
        return lines

    @property
    def values(self) -> dict[str, int | str]:
        """{field: value} for the form, each with its source, which stays true when somebody changes the number."""
        title = shorten(self.example.title, LONGEST_TITLE, placeholder="…")
        values: dict[str, int | str] = {}
        for line in self.lines:
            source = f"Mediaan bij wie ‘{title}’ ook doet: {line.in_words}, eigen opgave aan Bieb Netwerk"
            values[line.field_name] = line.number
            values[f"{line.field_name}_bron"] = source
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
