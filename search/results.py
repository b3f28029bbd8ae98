"""Found documents in order, for pages of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import Case, IntegerField, Value, When
from pyroaring import BitMap

from .index import Index
from .memory import fingerprint
from .models import SearchDocument
from .ordering import ORDERS
from .querysets import IsOneOf

# documents; ranking more of them takes longer than a reader should wait
RANKED_EXACTLY = 1_000
SHOWN = ("id", "kind", "object_id", "title", "text", "card", "codes")


@dataclass(frozen=True)
class Results:
    """Bitmaps of documents, best first, in an order of an index; a slice gives ``SearchDocument`` objects.

    Before all of them come the documents with the numbers ``led``, in that order.
    With ``rank_terms`` a tier that is not too large is ranked by how well its documents match.
    """

    index: Index
    order_name: str
    tiers: Sequence[BitMap]
    rank_terms: str = ""
    led: Sequence[int] = ()

    def count(self) -> int:
        """How many documents there are."""
        return len(self.led) + sum(map(len, self.tiers))

    __len__ = count

    def __getitem__(self, part: slice) -> list[SearchDocument]:
        start = part.start or 0
        length = part.stop - start
        leading = self.leading(self.led[start : part.stop])
        start = max(start - len(self.led), 0)
        return leading + self.following(start, length - len(leading))

    def leading(self, numbers: Sequence[int]) -> list[SearchDocument]:
        """Documents in the order of these numbers; 1 query."""
        if not numbers:
            return []
        listed = SearchDocument.objects.listed().numbered(numbers)
        documents = listed.only(*SHOWN).in_bulk()
        return [documents[pk] for pk in numbers if pk in documents]

    def following(self, start: int, length: int) -> list[SearchDocument]:
        """Documents of the tiers."""
        tiers: list[BitMap] = []
        missing = length
        for tier in self.tiers:
            if not tiers and start >= len(tier):
                start -= len(tier)
            elif missing > 0 and tier:
                missing -= len(tier)
                if not tiers:
                    missing += start
                tiers.append(tier)
        if not tiers or length <= 0:
            return []
        part = (*map(fingerprint, tiers), start, length)
        key = (self.order_name, self.rank_terms, *part)
        documents = partial(self.documents, tiers, start, length)
        return self.index.pages.recall(key, documents)

    def documents(
        self,
        tiers: Sequence[BitMap],
        start: int,
        length: int,
    ) -> list[SearchDocument]:
        """The documents of these tiers in their order, from ``start`` in the first of them; 1 query."""
        first, skipped = self.window(tiers[0], start, length)
        windows = [first]
        for tier in tiers[1:]:
            window, _ = self.window(tier, 0, length)
            windows.append(window)
        listed = SearchDocument.objects.listed().only(*SHOWN)
        documents = listed.numbered(set().union(*windows))
        order = ORDERS[self.order_name]
        ranked = [place for place, tier in enumerate(tiers) if self.is_ranked(tier)]
        if ranked:
            rank = When(place__in=ranked, then="rank")
            documents = documents.with_rank(self.rank_terms)
            documents = documents.annotate(
                place=place_in(windows),
                rank_in_place=Case(rank, default=0),
            )
            order = ("place", "-rank_in_place", *order)
        elif len(windows) > 1:
            documents = documents.annotate(place=place_in(windows))
            order = ("place", *order)
        return list(documents.order_by(*order)[skipped : skipped + length])

    def window(self, tier: BitMap, start: int, length: int) -> tuple[BitMap, int]:
        """Documents among which a part of a tier is, and how many of those come before it."""
        if self.is_ranked(tier):
            return tier, start
        return self.index.orders[self.order_name].window(tier, start, length)

    def is_ranked(self, tier: BitMap) -> bool:
        """Whether a tier is ranked by how well its documents match."""
        return bool(self.rank_terms) and len(tier) <= RANKED_EXACTLY


def place_in(windows: Iterable[BitMap]) -> Case:
    """In which of these sets a document is, as a number."""
    ways = []
    for place, window in enumerate(windows):
        ways.append(When(IsOneOf("pk", window), then=Value(place)))
    return Case(*ways, output_field=IntegerField())
