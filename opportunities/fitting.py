"""Which examples fit best, by the bitmaps of the search index: a hundred thousand are put in order without a query."""

from collections.abc import Collection, Iterator

from pyroaring import BitMap

from initiatives.search.facets import FULLNESS
from search.codes import code
from search.index import Index

# as near as this is what happens in the whole country, or nobody knows where
ANYWHERE = 120


class Fitting:
    """The documents of examples to follow that do not happen in a municipality, and how near each of them is.

    ``near`` are the ids of other municipalities of today, the nearest first.
    """

    def __init__(
        self,
        index: Index,
        here: int,
        near: list[int],
    ) -> None:
        self.index = index
        self.levels = list(index.options_of(FULLNESS))  # codes, the fullest first
        to_follow = index.with_any(self.levels)
        self.elsewhere = to_follow - index.with_code(code("gemeente", here))
        self.rings = self.rings_of(near)

    def rings_of(self, near: list[int]) -> list[BitMap]:
        """The documents of each of these municipalities, and those that happen in none of them at their place."""
        codes = [code("gemeente", pk) for pk in near]
        rings = [self.index.with_code(number) for number in codes]
        somewhere_near = BitMap.union(BitMap(), *rings)
        nowhere = self.elsewhere - somewhere_near
        if len(rings) <= ANYWHERE:
            return [*rings, nowhere]
        rings[ANYWHERE] = rings[ANYWHERE] | nowhere
        return rings

    def about(self, theme_id: int) -> BitMap:
        """The documents about a theme or a part of it."""
        about_it = self.index.with_code(code("thema", theme_id))
        return self.elsewhere & about_it

    def in_places(self, municipality_ids: Collection[int]) -> BitMap:
        """The documents of what happens in one of these municipalities of today, or did in what it took over."""
        codes = [code("gemeente", pk) for pk in municipality_ids]
        return self.elsewhere & self.index.with_any(codes)

    def tiers(self, documents: BitMap) -> Iterator[BitMap]:
        """These documents, the fullest first, and of equally full ones what happens nearest."""
        for level in self.levels:
            left = self.index.with_code(level) & documents
            for ring in self.rings:
                if not left:
                    break
                tier = ring & left
                if tier:
                    yield tier
                    left = left - tier
