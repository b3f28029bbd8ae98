"""The index that this process keeps: loaded at the first question, and brought up to date after every change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import ClassVar, NamedTuple

from django.db import connections
from django.db.backends.utils import CursorWrapper
from pyroaring import BitMap

from .index import (
    NOTHING,
    Index,
    names_to_remember,
    pages_to_remember,
    questions_to_remember,
)
from .meaning.in_index import Meanings
from .models import SearchDocument, SearchState
from .numbers import NUMBERS, read_numbers
from .options import load_options
from .ordering import ORDERS, Order
from .synonyms import Synonyms

MOST_AT_ONCE = 2_000  # changes; with more it is faster to load everything anew
BITMAPS = f"""
SELECT code, {NUMBERS} FROM search_searchdocument, unnest(codes) AS code WHERE is_public GROUP BY code
"""  # noqa: S608 our own words
# fields of a document that an index is made of
NEEDED = (
    "id",
    "is_public",
    "codes",
    "sort_key",
    "year",
    "updated_at",
    "quality",
    "meaning",
)


class Versions(NamedTuple):
    """The version of the documents, and that of the names and synonyms; each only goes up."""

    documents: int
    options: int


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
    if index is None or stored_versions() != versions_of(index):
        with Kept.lock:
            # asked again under the lock, where they can only be newer
            index = brought_up_to(stored_versions(), Kept.indexes.get(read_from))
            Kept.indexes[read_from] = index
    return index


def forget_index() -> None:
    """Let go of everything that is kept in memory."""
    Kept.indexes.clear()


def stored_versions() -> Versions:
    """The versions in the database."""
    stored = SearchState.objects.values_list("version", "options_version").first()
    if stored is None:
        return Versions(0, 0)
    return Versions(*stored)


def versions_of(index: Index) -> Versions:
    """The versions that an index is of."""
    return Versions(index.version, index.options_version)


def brought_up_to(versions: Versions, index: Index | None) -> Index:
    """The index as of these versions; a database that was put back makes us start again."""
    if index is None:
        return loaded(versions)
    if versions == versions_of(index):
        return index
    if versions.documents < index.version or versions.options < index.options_version:
        return loaded(versions)
    newer = SearchDocument.objects.newer_than(index.version).only(*NEEDED)
    documents = list(newer[: MOST_AT_ONCE + 1])
    if len(documents) > MOST_AT_ONCE:
        return loaded(versions)
    index = with_changes(index, versions.documents, documents)
    if index.meanings.is_overfull:
        return loaded(versions)
    if any(order.is_overfull for order in index.orders.values()):
        return loaded(versions)
    if versions.options != index.options_version:
        index = replace(
            index,
            options=load_options(),
            names=names_to_remember(),
            synonyms=Synonyms.load(),
            options_version=versions.options,
        )
    return index


def loaded(versions: Versions) -> Index:
    """Everything, from the database."""
    with connections[SearchDocument.objects.db].cursor() as cursor:
        having = read_bitmaps(cursor)
        meanings = Meanings.read(cursor)
    waiting = SearchDocument.objects.without_meaning()
    documents = SearchDocument.objects.listed().only(*NEEDED)
    orders = {}
    for name, fields in ORDERS.items():
        orders[name] = Order.of(fields, documents)
    return Index(
        version=versions.documents,
        options_version=versions.options,
        # every document has at least the code of its kind
        everything=BitMap.union(NOTHING, *having.values()),
        having=having,
        orders=orders,
        options=load_options(),
        synonyms=Synonyms.load(),
        meanings=meanings,
        without_meaning=BitMap(waiting.values_list("pk", flat=True)),
    )


def read_bitmaps(cursor: CursorWrapper) -> dict[int, BitMap]:
    """The documents by code of a facet value."""
    cursor.execute(BITMAPS)
    having = {}
    for code, numbers in cursor:
        documents = BitMap(read_numbers(numbers))
        documents.shrink_to_fit()
        having[code] = documents
    return having


def with_changes(
    index: Index,
    version: int,
    documents: Sequence[SearchDocument],
) -> Index:
    """The index after these documents changed, came or went; it remembers no answers of the one before."""
    changed = numbers_of(documents)
    listed = [document for document in documents if document.is_public]
    waiting = [document for document in listed if not document.meaning]
    orders = {}
    for name, order in index.orders.items():
        orders[name] = order.after(changed, listed)
    return replace(
        index,
        version=version,
        everything=(index.everything - changed) | numbers_of(listed),
        having=having_after(index.having, changed, listed),
        orders=orders,
        meanings=index.meanings.after(documents),
        without_meaning=(index.without_meaning - changed) | numbers_of(waiting),
        memory=questions_to_remember(),
        pages=pages_to_remember(),
    )


def having_after(
    having: Mapping[int, BitMap],
    changed: BitMap,
    listed: Sequence[SearchDocument],
) -> dict[int, BitMap]:
    """The documents by code, after some changed: those leave every code, and the listed ones get their codes anew."""
    after = dict(having)
    for code, documents in having.items():
        if documents.intersect(changed):
            after[code] = documents - changed
    for document in listed:
        for code in document.codes:
            after[code] = after.get(code, NOTHING) | BitMap([document.id])
    return after


def numbers_of(documents: Sequence[SearchDocument]) -> BitMap:
    """The numbers of documents, as a set."""
    return BitMap([document.id for document in documents])
