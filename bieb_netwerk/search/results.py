"""Found documents in order, for pages of them."""

from dataclasses import dataclass

from .models import SearchDocument
from .ordering import Order

RANKED_EXACTLY = 1_000  # documents; ranking more of them takes longer than a reader should wait
SHOWN = ("id", "kind", "object_id", "title", "text", "card")


@dataclass(frozen=True)
class Results:
    """Bitmaps of documents, best first, each in an order; a slice gives ``SearchDocument`` objects, in 1 to 4 queries.

    With ``rank_terms`` a tier that is not too large is ranked by how well its documents match.
    """

    order: Order
    tiers: tuple
    rank_terms: str = ""

    def count(self):
        """How many documents there are."""
        return sum(map(len, self.tiers))

    __len__ = count

    def __getitem__(self, part):
        start, length = part.start or 0, part.stop - (part.start or 0)
        found = []
        for tier in self.tiers:
            if start < len(tier) and len(found) < length:
                found += self._page(tier, start, length - len(found))
            start = max(start - len(tier), 0)
        return found

    def _page(self, tier, start, length):
        if self.rank_terms and len(tier) <= RANKED_EXACTLY:
            near, skipped, first = tier, start, ["-rank"]
        else:
            near, skipped = self.order.window(tier, start, length)
            first = []
        documents = SearchDocument.objects.listed().filter(id__in=list(near)).only(*SHOWN)
        if first:
            documents = documents.with_rank(self.rank_terms)
        return list(documents.order_by(*first, *self.order.fields)[skipped : skipped + length])
