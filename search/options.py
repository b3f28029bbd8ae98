"""The values that each facet can be narrowed by: their names, addresses and what they are a part of."""

from dataclasses import dataclass

from django.db.models import Choices, QuerySet

from .codes import code
from .registry import FACETS


@dataclass(frozen=True, slots=True)
class Option:
    """One value: ``key`` stands in addresses, ``parent`` is the code of what it is a part of, or lies in.

    ``lives_on_in`` are the codes of what it became, under which documents are found.
    """

    code: int
    key: str
    label: str
    parent: int = 0
    lives_on_in: tuple[int, ...] = ()
    other_names: tuple[str, ...] = ()


def load_options() -> dict[str, dict[int, Option]]:
    """Values by facet and code, in the order of display, in a query per facet; some stand in the documents alone."""
    options = {}
    for name, facet in FACETS.items():
        if facet.options:
            options[name] = {option.code: option for option in facet.options()}
    return options


def options_of_rows(facet: str, queryset: QuerySet) -> list[Option]:
    """A value per row that has a slug and a name."""
    return [
        Option(code(facet, pk), slug, name)
        for pk, slug, name in queryset.values_list("pk", "slug", "name")
    ]


def options_of_choices(facet: str, choices: type[Choices]) -> list[Option]:
    """A value per fixed choice."""
    return [
        Option(code(facet, value), value, label)
        for value, label in choices.choices
        if value
    ]


def option_of_number(facet: str, number: int) -> Option:
    """The value of a facet whose values are numbers, such as years."""
    return Option(code(facet, number), str(number), str(number))
