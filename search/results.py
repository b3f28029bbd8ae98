"""Found documents in order, for pages of them."""

from dataclasses import dataclass

from .index import Index
from .memory import fingerprint
from .models import SearchDocument
from .ordering import ORDERS

RANKED_EXACTLY = 1_000  # documents; ranking more of them takes longer than a reader should wait
SHOWN = ("id", "kind", "object_id", "title", "text", "card")


@dataclass(frozen=True)
class Results:
    """Bitmaps of documents, best first, in an order of an index; a slice gives ``SearchDocument`` objects.

    With ``rank_terms`` a tier that is not too large is ranked by how well its documents match.
    """

    index: Index
    order_name: str
    tiers: tuple
    rank_terms: str = ""

    def count(self):
        """How many documents there are."""
        return sum(map(len, self.tiers))

    __len__ = count

    def __getitem__(self, part):
        start, length = part.start or 0, part.stop - (part.start or 0)
        documents = []
        for tier in self.tiers:
            if start < len(tier) and len(documents) < length:
                documents += self._page(tier, start, length - len(documents))
            start = max(start - len(tier), 0)
        return documents

    def _page(self, tier, start, length):
        key = (self.order_name, self.rank_terms, fingerprint(tier), start, length)
        return self.index.pages.recall(key, lambda: self._documents(tier, start, length))

    def _documents(self, tier, start, length):
        """Documents of one tier in their order, from ``start``; 1 query."""
        order, fields = self.index.orders[self.order_name], ORDERS[self.order_name]
        documents = SearchDocument.objects.listed().only(*SHOWN)
        if self.rank_terms and len(tier) <= RANKED_EXACTLY:
            ranked = documents.numbered(tier).with_rank(self.rank_terms)
            return list(ranked.order_by("-rank", *fields)[start : start + length])
        near, skipped = order.window(tier, start, length)
        return list(documents.numbered(near).order_by(*fields)[skipped : skipped + length])
