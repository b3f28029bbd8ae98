"""The first documents of several lists at once, each made of tiers: however many there are, in one query."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from .index import Index
from .models import SearchDocument
from .ordering import ORDERS, Order


@dataclass(frozen=True)
class PieceOfTier:
    """The documents among which the first of a tier are, and how many of them are wanted."""

    documents: BitMap
    wanted: int


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
        for piece in pieces:
            near |= piece.documents
    documents = SearchDocument.objects.listed().numbered(near)
    in_order = documents.order_by(*ORDERS[order_name])
    numbers = list(in_order.values_list("id", "object_id"))
    return [objects_in(pieces, numbers) for pieces in pieces_of_lists]


def pieces_of(
    tiers: Iterable[BitMap],
    order: Order,
    most: int,
) -> list[PieceOfTier]:
    """A piece of each tier that is needed."""
    pieces = []
    missing = most
    for tier in tiers:
        window = order.window(tier, 0, missing)
        wanted = min(len(tier), missing)
        pieces.append(PieceOfTier(window.documents, wanted))
        missing -= len(tier)
        if missing <= 0:
            break
    return pieces


def objects_in(
    pieces: Iterable[PieceOfTier],
    numbers: Collection[tuple[int, int]],
) -> list[int]:
    """The numbers of the objects of these pieces, by the pairs (document, object) of all, in order."""
    objects: list[int] = []
    for piece in pieces:
        of_piece = []
        for document_number, object_number in numbers:
            if document_number in piece.documents:
                of_piece.append(object_number)
        objects += of_piece[: piece.wanted]
    return objects
