"""Documents in an order, so that any page of any set of them is found without sorting the set.

An order is cut into blocks of some hundred documents, each a bitmap. The blocks that a page lies in are found by
counting; only what the set has in those is sorted, by the database.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, Self

from django.contrib.postgres.aggregates.mixins import OrderableAggMixin
from django.db.models import Aggregate, BinaryField
from pyroaring import BitMap

from .models import SearchDocument
from .numbers import read_numbers
from .querysets import SearchDocumentQuerySet

# what a document is compared by
SortKey = tuple[str | float, ...]

BLOCK = 256  # documents
OVERFULL = 4 * BLOCK

ORDERS = {
    # among documents that match equally well
    "relevantie": ("-quality", "sort_key", "id"),
    "naam": ("sort_key", "id"),
    "jaar": ("-year", "sort_key", "id"),
    "bijgewerkt": ("-updated_at", "id"),
}


class Numbers(OrderableAggMixin, Aggregate):
    """Numbers of rows in an order, as ``read_numbers`` wants them."""

    function = "STRING_AGG"
    template = "%(function)s(int4send(%(expressions)s), ''%(order_by)s)"
    output_field = BinaryField()


class Ordered(Protocol):
    """Documents in an order; a slice of them is a page."""

    def count(self) -> int:
        """How many documents there are."""

    def __len__(self) -> int:
        """The same."""

    def __getitem__(self, part: slice) -> list[SearchDocument]:
        """Some of the documents, in their order."""


@dataclass(frozen=True)
class Window:
    """Documents among which a part of a set is, and how many of those come before it."""

    documents: BitMap
    skipped: int


@dataclass(frozen=True)
class Order:
    """The blocks of one order, and where each begins: a key per block, ascending."""

    fields: tuple[str, ...]
    blocks: tuple[BitMap, ...]
    beginnings: tuple[SortKey, ...]

    @classmethod
    def of(
        cls,
        fields: tuple[str, ...],
        documents: SearchDocumentQuerySet,
    ) -> Self:
        """Cut documents into blocks; in 2 queries."""
        packed = documents.aggregate(ids=Numbers("id", order_by=fields))
        ids = read_numbers(packed["ids"])
        ids_of_first = ids[::BLOCK]
        firsts = documents.in_bulk(list(ids_of_first))
        if len(firsts) < len(ids_of_first):  # one was withdrawn in between
            return cls.of(fields, documents)
        blocks = []
        beginnings = []
        for start in range(0, len(ids), BLOCK):
            block = ids[start : start + BLOCK]
            first = firsts[block[0]]
            blocks.append(BitMap(block))
            beginnings.append(key_of(first, fields))
        return cls(
            fields=fields,
            blocks=tuple(blocks),
            beginnings=tuple(beginnings),
        )

    def window(
        self,
        documents: BitMap,
        start: int,
        length: int,
    ) -> Window:
        """Where the documents ``start`` up to ``start + length`` of a set are."""
        near = BitMap()
        skipped = 0
        for block in self.blocks:
            count = block.intersection_cardinality(documents)
            if skipped + count <= start and not near:
                skipped += count
            elif count:
                near |= block & documents
                if skipped + len(near) >= start + length:
                    break
        return Window(near, start - skipped)

    def after(self, changed: BitMap, documents: Sequence[SearchDocument]) -> Self:
        """The order after some documents changed: those numbers leave it, and these documents are put in anew."""
        blocks = []
        for block in self.blocks or (BitMap(),):
            if block.intersect(changed):
                block = block - changed
            blocks.append(block)
        for document in documents:
            key = key_of(document, self.fields)
            place = max(bisect_right(self.beginnings, key) - 1, 0)
            blocks[place] = blocks[place] | BitMap([document.id])
        beginnings = self.beginnings
        if documents and not beginnings:
            beginnings = (key_of(documents[0], self.fields),)
        return replace(
            self,
            blocks=tuple(blocks),
            beginnings=beginnings,
        )

    @property
    def is_overfull(self) -> bool:
        """Whether so much was put into one block that it is better cut anew."""
        return any(len(block) > OVERFULL for block in self.blocks)


def key_of(document: SearchDocument, fields: Iterable[str]) -> SortKey:
    """What a document is compared by: the values of the fields, negative for one that descends (``-year``).

    Such a field is a number or a moment.
    """
    key = []
    for field in fields:
        name = field.removeprefix("-")
        value = getattr(document, name)
        if name != field:
            value = -as_number(value)
        key.append(value)
    return tuple(key)


def as_number(value: float | datetime) -> float:
    """A number as it is, a moment in seconds."""
    if hasattr(value, "timestamp"):
        return value.timestamp()
    return value
