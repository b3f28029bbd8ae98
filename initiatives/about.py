"""Examples about themes, counted and put in order by the bitmaps of the search: there may be ten thousands of them.

The overview of examples counts with the same bitmaps, so that a page and the list it leads to never differ.
"""

from collections.abc import Iterable

from django.http import QueryDict
from pyroaring import BitMap

from search.codes import code
from search.index import Index
from search.results import Results

from .filters import InitiativeFilter
from .models import Initiative, Theme
from .search.facets import COMPLETENESS
from .search.initiatives import KIND

BY_NAME = "naam"


class Examples:
    """The published entries, as the search knows them at one moment; 1 query."""

    def __init__(self) -> None:
        overview = InitiativeFilter(QueryDict(), counts_facets=False)
        self.index: Index = overview.index
        self.practices: BitMap = overview.found
        self.others: BitMap = self.index.with_code(code("soort", KIND)) - self.practices

    def about(self, theme: Theme) -> BitMap:
        """The documents about a theme or a part of it, of every kind."""
        return self.index.with_code(code("thema", theme.pk))

    def practices_about(self, theme: Theme) -> BitMap:
        """The practice examples about a theme or a part of it."""
        return self.practices & self.about(theme)

    def counted(self, themes: Iterable[Theme]) -> list[Theme]:
        """The themes with ``initiative_count``: how many practice examples are about each of them or its parts."""
        counted = list(themes)
        for theme in counted:
            theme.initiative_count = len(self.practices_about(theme))
        return counted

    def fullest_first(self, documents: BitMap) -> Results:
        """These documents, what is described best first."""
        levels = self.index.options_of(COMPLETENESS)  # the highest first
        tiers = [self.index.with_code(level) & documents for level in levels]
        return Results(
            self.index,
            BY_NAME,
            tuple(filter(None, tiers)),
        )

    def sharing_most(self, themes: Iterable[Theme]) -> Results:
        """Practice examples about one of these themes, those about most of them first."""
        sharing = []  # documents about at least one, at least two, ...
        for theme in themes:
            about = self.practices_about(theme)
            sharing.append(BitMap())
            for number in range(len(sharing) - 1, 0, -1):
                sharing[number] |= sharing[number - 1] & about
            sharing[0] |= about
        tiers = []
        more = BitMap()
        for documents in reversed(sharing):
            tiers.append(documents - more)
            more = documents
        return Results(
            self.index,
            BY_NAME,
            tuple(filter(None, tiers)),
        )


def loaded(documents: Iterable) -> list[Initiative]:
    """The initiatives of these search documents with what a card shows, in that order; 5 queries."""
    ids = [document.object_id for document in documents]
    initiatives = Initiative.objects.published().for_cards().in_bulk(ids)
    return [initiatives[pk] for pk in ids if pk in initiatives]
