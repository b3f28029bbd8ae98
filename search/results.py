"""Found documents in order, for pages of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import Case, IntegerField, QuerySet, Value, When
from pyroaring import BitMap

from .index import Index
from .memory import fingerprint
from .models import SearchDocument
from .ordering import ORDERS, Window
from .querysets import IsOneOf

# documents; ranking more of them takes longer than a reader should wait
RANKED_EXACTLY = 1_000
# fields of a document that a list needs
SHOWN = (
    "id",
    "kind",
    "object_id",
    "title",
    "text",
    "card",
    "codes",
)


@dataclass(frozen=True)
class Results:
    """Found documents, best first; a slice gives ``SearchDocument`` objects."""

    index: Index
    # of the documents within a tier: a name in ``ORDERS``
    order_name: str
    # sets of documents, the best first
    tiers: Sequence[BitMap]
    # terms by which a tier that is not too large is ranked: how well its documents match
    rank_terms: str = ""
    # numbers of documents that come before all tiers, in this order
    led: Sequence[int] = ()

    def count(self) -> int:
        """How many documents there are."""
        in_tiers = sum(map(len, self.tiers))
        return len(self.led) + in_tiers

    __len__ = count

    def __getitem__(self, part: slice) -> list[SearchDocument]:
        """The documents of a page: those that are led, then those of the tiers."""
        start = part.start or 0
        length = part.stop - start
        leading = self.leading(self.led[start : part.stop])
        start_in_tiers = max(start - len(self.led), 0)
        following = self.following(
            start_in_tiers,
            length - len(leading),
        )
        return leading + following

    def leading(self, numbers: Sequence[int]) -> list[SearchDocument]:
        """Documents in the order of these numbers; 1 query."""
        if not numbers:
            return []
        listed = SearchDocument.objects.listed().numbered(numbers)
        documents = listed.only(*SHOWN).in_bulk()
        return [documents[pk] for pk in numbers if pk in documents]

    def following(self, start: int, length: int) -> list[SearchDocument]:
        """Documents of the tiers, remembered for the next reader of the same page."""
        if length <= 0:
            return []
        tiers, start = self.tiers_from(start, length)
        if not tiers:
            return []
        fingerprints = [fingerprint(tier) for tier in tiers]
        return self.index.pages.recall(
            (self.order_name, self.rank_terms, *fingerprints, start, length),
            partial(self.documents, tiers, start, length),
        )

    def tiers_from(
        self,
        start: int,
        length: int,
    ) -> tuple[list[BitMap], int]:
        """The tiers in which so many documents from ``start`` are, and where in the first of those they begin."""
        tiers: list[BitMap] = []
        missing = length
        for tier in self.tiers:
            if not tiers and start >= len(tier):
                start -= len(tier)
                continue
            if missing <= 0:
                break
            if not tiers:
                missing += start
            missing -= len(tier)
            if tier:
                tiers.append(tier)
        return tiers, start

    def documents(
        self,
        tiers: Sequence[BitMap],
        start: int,
        length: int,
    ) -> list[SearchDocument]:
        """The documents of these tiers in their order, from ``start`` in the first of them; 1 query."""
        first = self.window(tiers[0], start, length)
        windows = [first.documents]
        for tier in tiers[1:]:
            window = self.window(tier, 0, length)
            windows.append(window.documents)
        ordered = self.ordered(tiers, windows)
        return list(ordered[first.skipped : first.skipped + length])

    def ordered(
        self,
        tiers: Sequence[BitMap],
        windows: Sequence[BitMap],
    ) -> QuerySet[SearchDocument]:
        """The documents of a window of each tier: by tier, then by rank where the tier is ranked, then in the order."""
        listed = SearchDocument.objects.listed().only(*SHOWN)
        documents = listed.numbered(BitMap.union(*windows))
        order = ORDERS[self.order_name]
        ranked_places = []
        for place, tier in enumerate(tiers):
            if self.is_ranked(tier):
                ranked_places.append(place)
        if ranked_places:
            rank = When(place__in=ranked_places, then="rank")
            documents = documents.with_rank(self.rank_terms)
            documents = documents.annotate(
                place=place_in(windows),
                rank_in_place=Case(rank, default=0),
            )
            order = ("place", "-rank_in_place", *order)
        elif len(windows) > 1:
            documents = documents.annotate(place=place_in(windows))
            order = ("place", *order)
        return documents.order_by(*order)

    def window(self, tier: BitMap, start: int, length: int) -> Window:
        """Where a part of a tier is: anywhere in it where its documents are ranked first."""
        if self.is_ranked(tier):
            return Window(tier, start)
        order = self.index.orders[self.order_name]
        return order.window(tier, start, length)

    def is_ranked(self, tier: BitMap) -> bool:
        """Whether a tier is ranked by how well its documents match."""
        return bool(self.rank_terms) and len(tier) <= RANKED_EXACTLY


def place_in(windows: Iterable[BitMap]) -> Case:
    """In which of these sets a document is, as a number."""
    cases = []
    for place, window in enumerate(windows):
        is_in_window = IsOneOf("pk", window)
        cases.append(When(is_in_window, then=Value(place)))
    return Case(*cases, output_field=IntegerField())
