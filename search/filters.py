"""A query string → what is found, in which order, with exact counts beside every choice."""

from functools import cached_property

from django.http import QueryDict
from pyroaring import BitMap

from .facets import Facet
from .forms import SearchForm
from .keeping import current_index
from .ordering import Ordered
from .registry import facets_of_everything
from .results import Results
from .typed_words import TypedWords

ORDER_LABELS = {
    "relevantie": "Relevantie",  # only where words were asked for
    "naam": "Naam van A tot Z",
    "jaar": "Nieuwste gegevens eerst",
    "bijgewerkt": "Laatst bijgewerkt",
}


class SearchFilter(TypedWords):
    """``q`` is words, ``sorteer`` the order, the others are facets; all documents, unless a subclass says which."""

    facet_names: tuple[str, ...] = ()  # none: those of everything
    orders_of: tuple[str, ...] = ("relevantie", "naam", "bijgewerkt")
    nouns = ("resultaat", "resultaten")

    def __init__(self, data: QueryDict, *, counts_facets: bool = True) -> None:
        self.facet_names = tuple(self.facet_names or facets_of_everything())
        self.data = data or QueryDict()
        self.form = SearchForm(self.data, self.facet_names)
        self.index = current_index()
        self.facets: dict[str, Facet] = {}
        for name in self.facet_names:
            self.facets[name] = Facet(
                name,
                self.index,
                self.kind,
                chosen=self.chosen(name),
            )
        if counts_facets:
            self.count_facets()

    def count_facets(self) -> None:
        """Count every option among what the other facets leave; as long as nothing is asked, all are counted."""
        for facet in self.facets.values():
            if self._is_narrowed:
                facet.count(self.found_except(facet))
            else:
                facet.count(None)

    @property
    def orders(self) -> list[tuple[str, str]]:
        """The orders to choose from, as (key, label); relevance needs words."""
        orders = []
        for key in self.orders_of:
            if key != "relevantie" or self.question.wanted:
                orders.append((key, ORDER_LABELS[key]))
        return orders

    @property
    def order(self) -> str:
        """The order asked for, or the natural one."""
        possible = [key for key, _ in self.orders]
        wanted = self.data.get("sorteer")
        if wanted in possible:
            return wanted
        return possible[0]

    @property
    def _is_narrowed(self) -> bool:
        """Whether anything is asked."""
        if self.words or self.words_problem:
            return True
        return any(map(self.chosen, self.facet_names))

    def found_except(self, left_out: Facet | None = None) -> BitMap:
        """The documents with the words and one chosen option of every facet but one."""
        if self.words_problem:
            return BitMap()
        documents = self.match.found
        for facet in self.facets.values():
            if facet is not left_out and facet.chosen:
                documents = documents & facet.having_chosen
        return documents

    @cached_property
    def found(self) -> BitMap:
        """The documents that match everything, as a bitmap."""
        return self.found_except()

    @property
    def count(self) -> int:
        """How many documents match everything."""
        return len(self.found)

    @property
    def noun(self) -> str:
        """What is counted, in the right number."""
        return self.nouns[self.count != 1]

    @property
    def found_in_words(self) -> str:
        """``3 voorbeelden``."""
        return f"{self.count} {self.noun}"

    @cached_property
    def results(self) -> Ordered:
        """The documents in the order asked for, a page at a time."""
        if self.order != "relevantie":
            return Results(self.index, self.order, [self.found])
        led = [pk for pk in self.match.led if pk in self.found]
        others = self.found - BitMap(led)
        return Results(
            self.index,
            self.order,
            tiers=[tier & others for tier in self.match.tiers],
            rank_terms=self.match.terms,
            led=led,
        )
