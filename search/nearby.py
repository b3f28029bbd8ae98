"""Documents by how far they are, nearest first: ``bij`` in the query string is a town, postcode or municipality."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from pyroaring import BitMap

from visitors.asked import asked_text

from .addresses import Chip
from .filters import SearchFilter
from .index import Index
from .models import SearchDocument
from .ordering import ORDERS, Ordered
from .registry import PLACES
from .results import SHOWN

NEARBY = "dichtbij"
POSTCODE = re.compile(r"[1-9]\d{3} ?([a-z]{2})?", re.IGNORECASE)
WITHIN = "relevantie"  # the order of documents that are equally far away


@dataclass(frozen=True)
class Ring:
    """Documents that are equally far away; None where nobody knows how far."""

    kilometres: int | None
    documents: BitMap


@dataclass(frozen=True)
class PieceOfRing:
    """The part of a ring that stands on a page: from which of its documents, and how many."""

    ring: Ring
    start: int
    length: int


class NearPlace(NamedTuple):
    """The query string that asks for what is near a place, and what that place is called."""

    query: str
    name: str


@dataclass(frozen=True)
class Surroundings:
    """What an app knows of a place: how far each facet value is from it, or which places may be meant.

    ``kilometres`` are by the code of a municipality or library. Where several places are called so, ``choices`` are
    what to ask for and the name of each, and nothing else is known.
    """

    label: str = ""
    kilometres: dict[int, int] = field(default_factory=dict)
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NearestFirst:
    """Documents in rings around a place, those without a place last; a slice gives ``SearchDocument`` objects.

    ``kilometres`` are those of ``Surroundings``. Within a ring documents stand in their usual order.
    """

    index: Index
    found: BitMap
    kilometres: dict[int, int]

    def count(self) -> int:
        """How many documents there are."""
        return len(self.found)

    __len__ = count

    @cached_property
    def rings(self) -> list[Ring]:
        """The rings from near to far; each document once, at its nearest."""
        codes_at = defaultdict(list)
        for code, kilometres in self.kilometres.items():
            codes_at[kilometres].append(code)
        rings = []
        left = self.found
        for kilometres in sorted(codes_at):
            here = self.index.with_any(codes_at[kilometres]) & left
            if here:
                rings.append(Ring(kilometres, here))
                left = left - here
        rings.append(Ring(None, left))
        return rings

    def __getitem__(self, part: slice) -> list[SearchDocument]:
        """The documents of a page, each with its distance; in 2 queries, however many rings that lies in."""
        distances = self.distances(part.start or 0, part.stop)
        documents = SearchDocument.objects.only(*SHOWN).in_bulk(distances)
        shown = []
        for pk, kilometres in distances.items():
            if pk in documents:
                shown.append(with_distance(documents[pk], kilometres))
        return shown

    def distances(
        self,
        start: int,
        stop: int,
    ) -> dict[int, int | None]:
        """The kilometres by number of each document on a page, in the order of the page; 1 query."""
        order = self.index.orders[WITHIN]
        pieces = self.pieces(start, stop)
        windows = []
        near = BitMap()
        for piece in pieces:
            window = order.window(piece.ring.documents, piece.start, piece.length)
            windows.append(window)
            near |= window.documents
        listed = SearchDocument.objects.listed().numbered(near)
        in_order = listed.order_by(*ORDERS[WITHIN])
        numbers = list(in_order.values_list("id", flat=True))
        distances = {}
        for piece, window in zip(pieces, windows, strict=True):
            of_ring = [pk for pk in numbers if pk in window.documents]
            end = window.skipped + piece.length
            for pk in of_ring[window.skipped : end]:
                distances[pk] = piece.ring.kilometres
        return distances

    def pieces(self, start: int, stop: int) -> list[PieceOfRing]:
        """A piece of each ring that a page lies in."""
        pieces = []
        passed = 0
        for ring in self.rings:
            size = len(ring.documents)
            first = max(start - passed, 0)
            length = min(stop - passed, size) - first
            if length > 0:
                pieces.append(PieceOfRing(ring, first, length))
            passed += size
        return pieces


def with_distance(document: SearchDocument, kilometres: int | None) -> SearchDocument:
    """The same document, whose card says how far away it is."""
    if kilometres is None:
        return document
    if kilometres == 0:
        distance = "in deze gemeente"
    else:
        distance = f"ongeveer {kilometres} km"
    document.card = document.card | {"distance": distance}
    return document


class NearbyFilter(SearchFilter):
    """The same filters, with an order *Dichtbij* where a place is given."""

    @cached_property
    def near(self) -> str:
        """What is asked for as the place, and what is known of it."""
        return asked_text(self.data, "bij", longest=100)

    @cached_property
    def surroundings(self) -> Surroundings:
        """The surroundings of that place; nothing where none is asked for."""
        if not self.near:
            return Surroundings()
        for surroundings_of in PLACES:
            surroundings = surroundings_of(self.near)
            if surroundings:
                return surroundings
        return Surroundings()

    @property
    def orders(self) -> list[tuple[str, str]]:
        """The orders to choose from; nearest first where we know where that is."""
        if not self.surroundings.kilometres:
            return super().orders
        nearby = (NEARBY, f"Dichtbij {self.surroundings.label}")
        return [nearby, *super().orders]

    @cached_property
    def results(self) -> Ordered:
        """The documents in the order asked for, a page at a time."""
        if self.order == NEARBY:
            return NearestFirst(
                self.index,
                self.found,
                self.surroundings.kilometres,
            )
        return super().results

    @property
    def chips(self) -> list[Chip]:
        """What is chosen."""
        if not self.near:
            return super().chips
        place = self.surroundings.label or self.near
        chip = Chip(
            label=f"Dichtbij {place}",
            query=self.query_without("bij", self.near),
        )
        return [*super().chips, chip]

    @property
    def _pairs(self) -> list[tuple[str, str]]:
        """The parameters that we know, as (name, value)."""
        if not self.near:
            return super()._pairs
        return [*super()._pairs, ("bij", self.near)]

    @property
    def has_only_a_postcode(self) -> bool:
        """Whether a postcode was searched for that no text has, because its municipality is not certain."""
        is_postcode = POSTCODE.fullmatch(self.words) is not None
        return is_postcode and not self.count

    @property
    def place_choices(self) -> list[NearPlace]:
        """Each place that may be meant."""
        choices = []
        for key, name in self.surroundings.choices:
            query = self.query_with(bij=key)
            choices.append(NearPlace(query, name))
        return choices

    @property
    def around(self) -> NearPlace | None:
        """Near the one municipality that is chosen, instead of only there; ``None`` where none is, or several."""
        if self.near:
            return None
        municipalities = []
        other_parameters = []
        for name, value in self._pairs:
            if name == "gemeente":
                municipalities.append(value)
            else:
                other_parameters.append((name, value))
        if len(municipalities) != 1:
            return None
        [municipality] = municipalities
        return NearPlace(
            query=urlencode([*other_parameters, ("bij", municipality)]),
            name=self.facets["gemeente"].label_of(municipality),
        )
