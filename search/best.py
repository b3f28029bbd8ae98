"""The first documents of several lists at once, each made of tiers: however many there are, in one query."""

from collections.abc import Collection, Iterable

from pyroaring import BitMap

from .index import Index
from .models import SearchDocument
from .ordering import ORDERS, Order

# documents among which the first of a tier are, and how many of them are wanted
Piece = tuple[BitMap, int]


def first_of_each(
    index: Index,
    lists: Iterable[Iterable[BitMap]],
    most: int,
    order_name: str,
) -> list[list[int]]:
    """The numbers of the objects of at most so many documents of each list, the best first.

    A list is bitmaps, the best first, of which no more are taken than are needed; equal documents are in this order.
    """
    order = index.orders[order_name]
    pieces_of_lists = [pieces_of(tiers, order, most) for tiers in lists]
    near = BitMap()
    for pieces in pieces_of_lists:
        for window, _ in pieces:
            near |= window
    documents = SearchDocument.objects.listed().numbered(near)
    ordered = list(
        documents.order_by(*ORDERS[order_name]).values_list("id", "object_id")
    )
    return [numbers_in(pieces, ordered) for pieces in pieces_of_lists]


def pieces_of(tiers: Iterable[BitMap], order: Order, most: int) -> list[Piece]:
    """A piece of each tier that is needed."""
    pieces = []
    missing = most
    for tier in tiers:
        window, _ = order.window(tier, 0, missing)
        pieces.append((window, min(len(tier), missing)))
        missing -= len(tier)
        if missing <= 0:
            break
    return pieces


def numbers_in(
    pieces: Iterable[Piece],
    ordered: Collection[tuple[int, int]],
) -> list[int]:
    """The numbers of objects of these pieces, by the (document, object) pairs of all, in order."""
    numbers: list[int] = []
    for window, length in pieces:
        matches = []
        for pk, number in ordered:
            if pk in window:
                matches.append(number)
        numbers += matches[:length]
    return numbers
