"""What can be found, as the apps declare it: the engine itself knows no app.

Every app says in its own module ``search`` what is found of it, with ``register``; ``SearchConfig`` imports those
modules when the site starts. Names and numbers are stored with every document: they are data, and never change.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from .documents.draft import Draft
from .documents.pairs import Pair
from .documents.world import World

if TYPE_CHECKING:  # these need this module themselves
    from .nearby import Surroundings
    from .options import Option

# from numbers of rows to what has to be written again
Dependents = Callable[[Collection[int]], set[Pair]]
# from the first and last day of a period to the numbers of rows, by label
ChangesByDate = Callable[[date, date], Mapping[str, Iterable[int]]]
PlaceNamed = Callable[[str], "Surroundings | None"]

HIGHEST_NUMBER = 127  # with the number of a value it has to fit 31 bits


@dataclass(frozen=True)
class KindOfDocument:
    """A kind of public page, and how its documents are made."""

    # is stored, and is the value in addresses as well
    name: str
    label: str
    # among the kinds, as readers see them
    place: int
    # today -> the objects that the public may see
    public: Callable[[date], QuerySet]
    # some of those objects -> the same, with all that a draft needs of them
    load: Callable[[QuerySet], QuerySet]
    # one of those objects, and the world -> its document
    draft: Callable[[Any, World], Draft]
    # the name of the address of a list of this kind in which readers search
    overview: str = ""
    # the name of the address of the page that has them all, for search engines
    list_page: str = ""
    place_in_suggestions: int = 0  # 0: nobody who types is offered one
    has_pages: bool = True  # or it is read elsewhere: at the page of what it belongs to
    # of what its documents hold; with a higher one all are written anew
    version: int = 1


@dataclass(frozen=True)
class FacetField:
    """A question by which documents are narrowed; its ``name`` stands in addresses, its ``number`` in every document.

    ``options()`` gives its values in the order of display, in one query; without it the values are numbers that stand
    in the documents themselves, the highest first.
    """

    name: str
    number: int
    label: str
    options: Callable[[], list["Option"]] | None = None
    named_by: str = ""  # the label of the rows that its values are called after
    shows_empty: bool = True  # also values that no document has
    # what one and more parts of a value are called
    parts_labels: tuple[str, str] = ("", "")
    grouped_by: str = ""  # the facet that the values lie in
    # whoever types the name of a value is offered it
    is_named_in_questions: bool = False
    # the codes of the values that a text means in another way, as a town or postcode means its municipality
    meant_by: Callable[[str], Collection[int]] | None = None
    # of the field in which readers look for a value
    field_label: str = "Zoek een naam"
    # among the questions at /zoeken/; 0: it is no question there
    place_in_search: int = 0


KINDS: dict[str, KindOfDocument] = {}
FACETS: dict[str, FacetField] = {}
DEPENDENTS: dict[str, list[Dependents]] = {}
CHANGES_BY_DATE: list[ChangesByDate] = []
NAMING_LABELS: set[str] = set()
PLACES: list[PlaceNamed] = []

Declared = TypeVar("Declared", KindOfDocument, FacetField)


def register(
    *,
    kinds: Iterable[KindOfDocument] = (),
    facets: Iterable[FacetField] = (),
    dependents: Mapping[str, Dependents] | None = None,
    changes_by_date: ChangesByDate | None = None,
    naming_labels: Iterable[str] = (),
    places: PlaceNamed | None = None,
) -> None:
    """Declare what is found of an app.

    ``dependents`` gives per label of a changed row a function from numbers of such rows to the ``(kind, object
    number)`` pairs that have to be written again; several apps may have something to say of one label.
    ``changes_by_date(first, last)`` gives ``{label: numbers}`` of the rows that a day in that period changes.
    ``naming_labels`` are labels of rows, besides those of facets, that a worker keeps in memory.
    ``places(text)`` gives the ``Surroundings`` of the place that a text names, or nothing.
    """
    for kind in kinds:
        add(kind, KINDS)
    for facet in facets:
        add_facet(facet)
    for label, function in (dependents or {}).items():
        DEPENDENTS.setdefault(label, []).append(function)
    if changes_by_date:
        CHANGES_BY_DATE.append(changes_by_date)
    if places:
        PLACES.append(places)
    NAMING_LABELS.update(naming_labels)


def add(
    declared: Declared,
    registered: dict[str, Declared],
) -> None:
    """Register a kind or facet under its name, which nothing else may have."""
    if declared.name in registered:
        raise ImproperlyConfigured(f"‘{declared.name}’ is al een naam in het zoeken.")
    registered[declared.name] = declared


def add_facet(facet: FacetField) -> None:
    """Register a facet under its name and number, which no other may have."""
    if not 1 <= facet.number <= HIGHEST_NUMBER:
        raise ImproperlyConfigured(
            f"Facet ‘{facet.name}’ moet een nummer van 1 tot en met {HIGHEST_NUMBER} hebben."
        )
    for other in FACETS.values():
        if other.number == facet.number:
            raise ImproperlyConfigured(
                f"Facetten ‘{other.name}’ en ‘{facet.name}’ hebben hetzelfde nummer."
            )
    add(facet, FACETS)
    if facet.named_by:
        NAMING_LABELS.add(facet.named_by)


def kinds_in_order() -> list[KindOfDocument]:
    """Every kind, in the order in which readers see them."""
    return sorted(
        KINDS.values(),
        key=lambda kind: kind.place,
    )


def suggested_kinds() -> list[KindOfDocument]:
    """The kinds that somebody who types is offered, in that order."""
    kinds = [kind for kind in KINDS.values() if kind.place_in_suggestions]
    kinds.sort(key=lambda kind: kind.place_in_suggestions)
    return kinds


def facets_of_everything() -> list[str]:
    """The names of the facets at /zoeken/, in the order of display."""
    facets = [facet for facet in FACETS.values() if facet.place_in_search]
    facets.sort(key=lambda facet: facet.place_in_search)
    return [facet.name for facet in facets]


def dependents_of(
    label: str,
    ids: Collection[int],
) -> set[Pair]:
    """The ``(kind, object number)`` pairs to write again after these rows changed."""
    dependents: set[Pair] = set()
    for function in DEPENDENTS[label]:
        dependents |= function(ids)
    return dependents
