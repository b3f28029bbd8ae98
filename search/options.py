"""The values that each facet can be narrowed by: their names, addresses and what they are a part of."""

from dataclasses import dataclass

from django.db.models import Choices, QuerySet

from .codes import code
from .registry import FACETS


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet."""

    code: int
    # in addresses
    key: str
    # as readers see it
    label: str
    # the code of what it is a part of or lies in; 0 for what is a whole
    parent: int = 0
    # the codes of what it became, under which documents are found
    lives_on_in: tuple[int, ...] = ()
    # by which it may be named in a question as well
    other_names: tuple[str, ...] = ()


def load_options() -> dict[str, dict[int, Option]]:
    """Values by facet and code, in the order of display, in a query per facet; some stand in the documents alone."""
    options_of = {}
    for name, facet in FACETS.items():
        if facet.options:
            options_of[name] = {option.code: option for option in facet.options()}
    return options_of


def options_of_rows(facet: str, queryset: QuerySet) -> list[Option]:
    """A value per row that has a slug and a name."""
    options = []
    for pk, slug, name in queryset.values_list("pk", "slug", "name"):
        option = Option(
            code(facet, pk),
            key=slug,
            label=name,
        )
        options.append(option)
    return options


def options_with_whole(
    facet: str,
    queryset: QuerySet,
    *,
    relation: str,
    facet_of_whole: str,
) -> list[Option]:
    """A value per row with a slug and a name, each under the value of the row that a relation leads to, if any."""
    options = []
    for pk, slug, name, whole in queryset.values_list("pk", "slug", "name", relation):
        parent = 0
        if whole:
            parent = code(facet_of_whole, whole)
        option = Option(
            code(facet, pk),
            key=slug,
            label=name,
            parent=parent,
        )
        options.append(option)
    return options


def options_of_choices(
    facet: str,
    choices: type[Choices],
) -> list[Option]:
    """A value per fixed choice."""
    options = []
    for value, label in choices.choices:
        if value:  # the others say that nothing is chosen
            option = Option(
                code(facet, value),
                key=value,
                label=label,
            )
            options.append(option)
    return options


def option_of_number(facet: str, number: int) -> Option:
    """The value of a facet whose values are numbers, such as years."""
    digits = str(number)
    return Option(
        code(facet, number),
        key=digits,
        label=digits,
    )
