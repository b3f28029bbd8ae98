"""A query string → what is found, in which order, with exact counts beside every choice."""

from functools import cached_property
from typing import Any

from django.http import QueryDict
from pyroaring import BitMap

from .addresses import Addresses
from .codes import code
from .facets import Facet
from .forms import SearchForm
from .groups import WordGroup
from .joining import with_joined, with_word_alone
from .keeping import current_index
from .matching import Match, find_together, match
from .meaning.joined import with_meaning
from .named import KindAtPlace, kind_at_place
from .ordering import Ordered
from .prefixes import with_last_word_grown
from .question import SearchQuestion, read_question
from .registry import facets_of_everything
from .results import Results
from .saying import with_further_meanings
from .spelling import corrected, may_replace

ORDER_LABELS = {
    "relevantie": "Relevantie",  # only where words were asked for
    "naam": "Naam van A tot Z",
    "jaar": "Nieuwste gegevens eerst",
    "bijgewerkt": "Laatst bijgewerkt",
}


class SearchFilter(Addresses):
    """``q`` is words, ``sorteer`` the order, the others are facets; all documents, unless a subclass says which."""

    facet_names: tuple[str, ...] = ()  # none: those of everything
    kind: str | None = None
    # facet name -> the option keys that are chosen until somebody chooses
    chosen_unasked: dict[str, list[str]] = {}
    orders_of: tuple[str, ...] = ("relevantie", "naam", "bijgewerkt")
    nouns = ("resultaat", "resultaten")

    def __init__(self, data: QueryDict, *, counts_facets: bool = True) -> None:
        self.facet_names = tuple(self.facet_names or facets_of_everything())
        self.data = data or QueryDict()
        self.form = SearchForm(self.data, self.facet_names)
        self.index = current_index()
        self.facets: dict[str, Facet] = {}
        for name in self.facet_names:
            self.facets[name] = Facet(name, self.index, self.kind, self.chosen(name))
        if counts_facets:
            self.count_facets()

    def count_facets(self) -> None:
        """Count every option among what the other facets leave; as long as nothing is asked, all are counted."""
        for facet in self.facets.values():
            if self._is_narrowed:
                facet.count(self.found_except(facet))
            else:
                facet.count(None)

    # --- what is asked -------------------------------------------------------------------------------
    @cached_property
    def _asked(self) -> dict[str, Any]:
        """What the query string asks for, without what cannot be read."""
        self.form.is_valid()
        return self.form.cleaned_data

    def chosen(self, name: str) -> list[str]:
        """The chosen option keys of a facet."""
        return self._asked.get(name) or self.chosen_unasked.get(name, [])

    def is_unasked(self, name: str) -> bool:
        """Whether of this facet only what counts as chosen anyway is chosen."""
        return self.chosen(name) == self.chosen_unasked.get(name)

    @property
    def words(self) -> str:
        """The words asked for, empty where they cannot be searched for."""
        return self._asked.get("q", "")

    @property
    def words_problem(self) -> str:
        """Why the words cannot be searched for, in one sentence, or nothing."""
        return " ".join(self.form.errors.get("q", []))

    @cached_property
    def question(self) -> SearchQuestion:
        """The words as words, phrases and exclusions; a last word that nobody wrote may be the beginning of one."""
        question = with_word_alone(read_question(self.words, self.index.synonyms))
        find_together(self.index, question)
        question = with_further_meanings(question, self.index, self._whole)
        question = with_last_word_grown(question, self.index)
        return with_joined(question, self.index)

    @cached_property
    def marked_terms(self) -> frozenset[str]:
        """The terms of words that were found, to mark them in the results."""
        return self._used_question.terms_to_mark

    @property
    def found_nowhere(self) -> tuple[WordGroup, ...]:
        """The groups of words, as they were typed, that no document of this page has."""
        return self._literal_match.dropped

    @cached_property
    def correction(self) -> str:
        """What may have been meant, where words are in no document."""
        if not self.found_nowhere:
            return ""
        return corrected(self.words, self.question, self.index, self._whole)

    @property
    def is_corrected(self) -> bool:
        """Whether what may have been meant is shown, since nobody knows the words themselves."""
        return bool(self.correction) and may_replace(
            self.question,
            self.index,
            self._whole,
        )

    @cached_property
    def _used_question(self) -> SearchQuestion:
        if self.is_corrected:
            return read_question(self.correction, self.index.synonyms)
        return self.question

    @property
    def words_in_vain(self) -> set[str]:
        """The words that found nothing by themselves, whichever filters are chosen."""
        words: set[str] = set()
        for group in self.found_nowhere:
            words.update(group.words)
        return words

    @property
    def corrected_query(self) -> str:
        """The query string with what may have been meant."""
        return self.query_with(q=self.correction)

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
        asked = self.data.get("sorteer")
        if asked in possible:
            return asked
        return possible[0]

    # --- what is found -------------------------------------------------------------------------------
    @cached_property
    def _whole(self) -> BitMap:
        """The documents that this page is about, before anything is asked."""
        if not self.kind:
            return self.index.everything
        return self.index.with_code(code("soort", self.kind))

    @cached_property
    def _sought(self) -> BitMap:
        """The documents that readers see as long as they choose nothing: a question is to find something in those."""
        sought = self._whole
        for name, keys in self.chosen_unasked.items():
            sought = sought & Facet(name, self.index, self.kind, keys).having_chosen
        return sought

    @cached_property
    def _literal_match(self) -> Match:
        return match(self.question, self.index, self._whole, self._sought)

    @cached_property
    def match(self) -> Match:
        """Which documents have the words, or else what may have been meant."""
        found = self._literal_match
        if self.is_corrected:
            found = match(self._used_question, self.index, self._whole, self._sought)
        if self.kind_at_place:
            return found.led_by(self.kind_at_place.leading(self.index))
        return with_meaning(found, self._used_question, self.index, self._whole)

    @cached_property
    def kind_at_place(self) -> KindAtPlace | None:
        """What all words together name, as "welke bibliotheek hoort bij Vaals"; nothing in a list of one kind."""
        if self.kind:
            return None
        return kind_at_place(self)

    @property
    def nothing_at_place(self) -> str:
        """What the page says where there is none of what was asked for at a place."""
        asked = self.kind_at_place
        if not asked or asked.documents(self.index):
            return ""
        return asked.nothing_there

    @property
    def _is_narrowed(self) -> bool:
        if self.words or self.words_problem:
            return True
        return any(map(self.chosen, self.facet_names))

    def found_except(self, left_out: Facet | None = None) -> BitMap:
        """The documents with the words and one chosen option of every facet but one."""
        if self.words_problem:
            return BitMap()
        found = self.match.found
        for facet in self.facets.values():
            if facet is not left_out and facet.chosen:
                found = found & facet.having_chosen
        return found

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
        led = tuple(pk for pk in self.match.led if pk in self.found)
        tiers = [(tier & self.found) - BitMap(led) for tier in self.match.tiers]
        return Results(self.index, self.order, tiers, self.match.terms, led)
