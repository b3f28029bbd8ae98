"""What every worker process keeps in memory: a bitmap of documents per facet value, and their orders.

An index never changes; after a change the next request makes a new one, which shares what stayed the same. So a page
counts with one index from begin to end, while another thread is already a version further.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from pyroaring import BitMap

from .codes import KEY_MASK, code, facet_number_of
from .meaning.in_index import Meanings
from .memory import Memory
from .options import Option, option_of_number
from .ordering import Order
from .registry import FACETS
from .synonyms import Synonyms

MOST_QUESTIONS = 400
MOST_PAGES = 40
MOST_FACETS = 100
NOTHING = BitMap()
Counts = dict[int, int]  # code of a facet value -> number of documents


def questions_to_remember() -> Memory:
    """Room for what questions found, some kilobytes each."""
    return Memory(MOST_QUESTIONS)


def pages_to_remember() -> Memory:
    """Room for documents that were shown."""
    return Memory(MOST_PAGES)


def names_to_remember() -> Memory:
    """Room for how the options of each facet are called."""
    return Memory(MOST_FACETS)


@dataclass(frozen=True)
class Index:
    """The documents of one version, those with each facet value and their orders; names of values, synonyms."""

    version: int
    options_version: int
    everything: BitMap
    having: dict[int, BitMap]  # by code of a facet value
    orders: dict[str, Order]
    options: dict[str, dict[int, Option]]  # by facet and code
    synonyms: Synonyms
    meanings: Meanings
    without_meaning: BitMap  # documents of which nobody found that out yet
    memory: Memory = field(default_factory=questions_to_remember)
    pages: Memory = field(default_factory=pages_to_remember)
    # stays when documents change, and goes when the options do
    names: Memory = field(default_factory=names_to_remember)

    def with_code(self, value: int) -> BitMap:
        """The documents that have a facet value, given as its code."""
        return self.having.get(value, NOTHING)

    def options_of(self, facet: str) -> dict[int, Option]:
        """The values of a facet by code, in the order of display."""
        if FACETS[facet].options:
            return self.options[facet]
        if facet not in self._numbers_in_documents:
            self._numbers_in_documents[facet] = self.options_in_documents(facet)
        return self._numbers_in_documents[facet]

    def options_in_documents(self, facet: str) -> dict[int, Option]:
        """The values of a facet that are numbers in the documents, the highest first."""
        own_number = FACETS[facet].number
        keys = []
        for value in self.having:
            if facet_number_of(value) == own_number:
                keys.append(value & KEY_MASK)
        options = {}
        for key in sorted(keys, reverse=True):
            option = option_of_number(facet, key)
            options[option.code] = option
        return options

    @cached_property
    def _numbers_in_documents(self) -> dict[str, dict[int, Option]]:
        return {}  # by facet, as far as somebody asked

    def counts_in(self, kind: str | None) -> dict[str, Counts]:
        """Counts by facet, in the order of display, of a kind of documents or of all.

        Of some facets every value is there, of others only those that some document has.
        """
        if kind not in self._counts:
            documents = self.everything
            if kind:
                documents = self.with_code(code("soort", kind))
            counts = {}
            for facet in FACETS:
                counts[facet] = self.counts_of(facet, documents)
            self._counts[kind] = counts
        return self._counts[kind]

    def counts_of(self, facet: str, among: BitMap) -> Counts:
        """Counts of a facet among these documents."""
        counts = {}
        for value in self.options_of(facet):
            count = self.with_code(value).intersection_cardinality(among)
            if count or FACETS[facet].shows_empty:
                counts[value] = count
        return counts

    @cached_property
    def _counts(self) -> dict[str | None, dict[str, Counts]]:
        return {}  # by kind, as far as somebody asked

    def with_any(self, codes: Collection[int]) -> BitMap:
        """The documents that have at least one of these facet values."""
        if not codes:
            return BitMap()
        bitmaps = [self.with_code(value) for value in codes]
        return BitMap.union(*bitmaps)
