"""What every worker process keeps in memory: a bitmap of documents per facet value, and their orders.

An index never changes; after a change the next request makes a new one, which shares what stayed the same. So a page
counts with one index from begin to end, while another thread is already a version further.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from threading import Lock
from typing import ClassVar

from django.db import connections
from pyroaring import BitMap

from .codes import KEY_MASK, code, facet_number_of
from .meaning.in_index import meanings_after, read_meanings
from .memory import Memory
from .models import SearchDocument, SearchState
from .numbers import NUMBERS, read_numbers
from .options import Option, load_options, option_of_number
from .ordering import ORDERS, Order
from .registry import FACETS
from .synonyms import Synonyms

MOST_AT_ONCE = 2_000  # changes; with more it is faster to load everything anew
BITMAPS = f"""
SELECT code, {NUMBERS} FROM search_searchdocument, unnest(codes) AS code WHERE is_public GROUP BY code
"""  # noqa: S608 our own words
KEPT = (
    "id",
    "is_public",
    "codes",
    "sort_key",
    "year",
    "updated_at",
    "quality",
    "meaning",
)
NOTHING = BitMap()


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
    meanings: dict[int, int]  # document number -> the bits of what it is about
    without_meaning: BitMap  # documents of which nobody found that out yet
    # what questions found, some kilobytes each
    memory: Memory = field(default_factory=partial(Memory, most=400))
    # documents that were shown
    pages: Memory = field(default_factory=partial(Memory, most=40))

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
        return {}

    def counts_in(self, kind: str | None) -> dict[str, dict[int, int]]:
        """``{facet: {code: number of documents}}`` in display order, of a kind of documents or of all.

        Of some facets every value is there, of others only those that some document has.
        """
        if kind not in self._counts:
            whole = self.everything
            if kind:
                whole = self.with_code(code("soort", kind))
            counts = {}
            for facet in FACETS:
                counts[facet] = self.counts_of(facet, whole)
            self._counts[kind] = counts
        return self._counts[kind]

    def counts_of(self, facet: str, whole: BitMap) -> dict[int, int]:
        """``{code: number of documents}`` of a facet among these documents."""
        counts = {}
        for value in self.options_of(facet):
            count = self.with_code(value).intersection_cardinality(whole)
            if count or FACETS[facet].shows_empty:
                counts[value] = count
        return counts

    @cached_property
    def _counts(self) -> dict[str | None, dict[str, dict[int, int]]]:
        return {}

    def with_any(self, codes: Collection[int]) -> BitMap:
        """The documents that have at least one of these facet values."""
        if not codes:
            return BitMap()
        return BitMap.union(*[self.with_code(value) for value in codes])


class Kept:
    """The index of this process, and who may make the next one.

    One for each database that is read: a replica may be a moment behind, and an index fits the documents beside it.
    """

    indexes: ClassVar[dict[str, Index]] = {}
    lock = Lock()


def current_index() -> Index:
    """The index of what is in the database now; 1 query where nothing changed."""
    read_from = SearchDocument.objects.db
    index = Kept.indexes.get(read_from)
    if index is None or stored_versions() != (index.version, index.options_version):
        with Kept.lock:
            index = brought_up_to(Kept.indexes.get(read_from), *stored_versions())
            Kept.indexes[read_from] = index
    return index


def forget_index() -> None:
    """Let go of everything that is kept in memory."""
    Kept.indexes.clear()


def stored_versions() -> tuple[int, int]:
    """The version of the documents and that of the names; asked again under the lock, where it can only be newer."""
    stored = SearchState.objects.values_list("version", "options_version").first()
    return stored or (0, 0)


def brought_up_to(index: Index | None, version: int, options_version: int) -> Index:
    """The index as of these versions; a database that was put back makes us start again."""
    if index is None:
        return loaded(version, options_version)
    if (version, options_version) == (index.version, index.options_version):
        return index
    if version < index.version or options_version < index.options_version:
        return loaded(version, options_version)
    newer = SearchDocument.objects.newer_than(index.version).only(*KEPT)
    changed = list(newer[: MOST_AT_ONCE + 1])
    if len(changed) > MOST_AT_ONCE:
        return loaded(version, options_version)
    index = with_changes(index, version, changed)
    if any(order.is_overfull for order in index.orders.values()):
        return loaded(version, options_version)
    if options_version != index.options_version:
        index = replace(
            index,
            options=load_options(),
            synonyms=Synonyms.load(),
            options_version=options_version,
        )
    return index


def loaded(version: int, options_version: int) -> Index:
    """Everything, from the database."""
    with connections[SearchDocument.objects.db].cursor() as cursor:
        cursor.execute(BITMAPS)
        having = {value: BitMap(read_numbers(data)) for value, data in cursor}
        meanings = read_meanings(cursor)
    waiting = SearchDocument.objects.without_meaning()
    documents = SearchDocument.objects.listed().only(*KEPT)
    orders = {name: Order.of(fields, documents) for name, fields in ORDERS.items()}
    everything = BitMap()
    if having:
        everything = BitMap.union(*having.values())
    for bitmap in having.values():
        bitmap.shrink_to_fit()
    return Index(
        version=version,
        options_version=options_version,
        everything=everything,
        having=having,
        orders=orders,
        options=load_options(),
        synonyms=Synonyms.load(),
        meanings=meanings,
        without_meaning=BitMap(waiting.values_list("pk", flat=True)),
    )


def with_changes(index: Index, version: int, documents: list[SearchDocument]) -> Index:
    """The index after these documents changed, came or went."""
    changed = BitMap(document.id for document in documents)
    listed = [document for document in documents if document.is_public]
    having = dict(index.having)
    for value, ids in index.having.items():
        if ids.intersect(changed):
            having[value] = ids - changed
    for document in listed:
        for value in document.codes:
            having[value] = having.get(value, NOTHING) | BitMap([document.id])
    unchanged = index.everything - changed
    waiting = BitMap(document.id for document in listed if not document.meaning)
    orders = {}
    for name, order in index.orders.items():
        orders[name] = order.after(changed, listed)
    return replace(
        index,
        version=version,
        everything=unchanged | BitMap(document.id for document in listed),
        having=having,
        orders=orders,
        meanings=meanings_after(index.meanings, documents),
        without_meaning=(index.without_meaning - changed) | waiting,
        memory=Memory(most=400),
        pages=Memory(most=40),
    )
