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
        ids = []
        for tier in self.tiers:
            if start < len(tier) and len(ids) < length:
                ids += self._ids(tier, start, length - len(ids))
            start = max(start - len(tier), 0)
        return self.index.pages.recall(tuple(ids), lambda: _documents(ids))

    def _ids(self, tier, start, length):
        key = ("page", self.order_name, self.rank_terms, fingerprint(tier), start, length)
        return self.index.memory.recall(key, lambda: self._sorted(tier, start, length))

    def _sorted(self, tier, start, length):
        """The numbers of one tier in their order, from ``start``; 1 query."""
        order, fields = self.index.orders[self.order_name], ORDERS[self.order_name]
        if self.rank_terms and len(tier) <= RANKED_EXACTLY:
            documents = SearchDocument.objects.listed().numbered(tier).with_rank(self.rank_terms)
            return list(documents.order_by("-rank", *fields).values_list("id", flat=True)[start : start + length])
        near, skipped = order.window(tier, start, length)
        documents = SearchDocument.objects.listed().numbered(near).order_by(*fields)
        return list(documents.values_list("id", flat=True)[skipped : skipped + length])


def _documents(ids):
    """The documents with these numbers, in that order."""
    found = SearchDocument.objects.listed().numbered(ids).only(*SHOWN).in_bulk() if ids else {}
    return [found[pk] for pk in ids if pk in found]
