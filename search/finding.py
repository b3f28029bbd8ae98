"""Search terms → the documents that have them, found by the database and remembered as long as no document changes."""

from collections.abc import Iterable, Sequence
from functools import partial

from django.db import connections
from pyroaring import BitMap

from .documents.draft import ANYWHERE
from .groups import WordGroup
from .index import Index
from .models import SearchDocument
from .numbers import read_numbers

FIND = "search_documents_with(%s::tsquery)"


def found_by(index: Index, terms: str) -> BitMap:
    """The documents with these terms, as the database finds them."""
    if not terms:
        return BitMap()
    return index.memory.recall(
        key_of(terms),
        lambda: bitmaps_of([terms])[0],
    )


def found_in_any_way(index: Index, group: WordGroup, mark: str = ANYWHERE) -> BitMap:
    """The documents with a group of words, in any of its ways: each way is asked once, whatever it is asked for."""
    by_way = [found_by(index, way.terms) for way in group.ways(mark)]
    return BitMap.union(*by_way)


def terms_of_ways(groups: Iterable[WordGroup], mark: str = ANYWHERE) -> list[str]:
    """The search terms of every way to find these groups."""
    terms = []
    for group in groups:
        for way in group.ways(mark):
            terms.append(way.terms)
    return terms


def key_of(terms: str) -> tuple[str, str]:
    """By which an index remembers the documents with these terms."""
    return ("terms", terms)


def find_all(index: Index, wanted: Iterable[str]) -> None:
    """Let the database find these terms in one go, as far as nobody remembers what they find."""
    unknown = []
    for terms in dict.fromkeys(wanted):
        if terms and not index.memory.knows(key_of(terms)):
            unknown.append(terms)
    if len(unknown) < 2:
        return  # found_by() asks for a single one as well
    for terms, documents in zip(unknown, bitmaps_of(unknown), strict=True):
        index.memory.recall(
            key_of(terms),
            partial(BitMap, documents),
        )


def bitmaps_of(many: Sequence[str]) -> list[BitMap]:
    """A bitmap for each of these terms, in 1 query."""
    columns = ", ".join([FIND] * len(many))
    database = SearchDocument.objects.db
    with connections[database].cursor() as cursor:
        cursor.execute(f"SELECT {columns}", many)  # noqa: S608 our own words
        row = cursor.fetchone()
    bitmaps = []
    for packed_numbers in row:
        numbers = read_numbers(packed_numbers)
        bitmaps.append(BitMap(numbers))
    return bitmaps
