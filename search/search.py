"""What the search declares of itself: the facet of kinds, and synonyms."""

from collections.abc import Collection

from .codes import code
from .documents.pairs import Pair
from .options import Option
from .registry import FacetField, kinds_in_order, register


def options_of_kinds() -> list[Option]:
    """A value per kind of document."""
    options = []
    for kind in kinds_in_order():
        option = Option(
            code("soort", kind.name),
            key=kind.name,
            label=kind.label,
        )
        options.append(option)
    return options


def of_synonyms(ids: Collection[int]) -> set[Pair]:
    """Synonyms widen questions; no document holds them."""
    return set()


register(
    facets=[
        FacetField(
            name="soort",
            number=1,
            label="Soort",
            options=options_of_kinds,
            place_in_search=1,
        )
    ],
    dependents={"synonym": of_synonyms},
    naming_labels=["synonym"],
)
