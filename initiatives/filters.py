"""How the overview of practice examples is narrowed."""

from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict

from search.nearby import NearbyFilter
from search.snippets import shown

from .choices import OTHER_KINDS, EntryKind
from .search.facets import entry_kind_key
from .search.initiatives import KIND

MOST_OTHERS = 3  # shown above a list of practice that lacks what they have


class InitiativeFilter(NearbyFilter):
    """The filters of the overview, which begins with practice; ideas, documents and campaigns are asked for."""

    facet_names = (
        "thema",
        "doelgroep",
        "soort-partner",
        "partner",
        "provincie",
        "gemeente",
        "bibliotheek",
        "fase",
        "jaar",
        "wat",
    )
    kind = KIND
    chosen_unasked = {"wat": [entry_kind_key(EntryKind.PRACTICE)]}
    orders_of = ("relevantie", "naam", "jaar", "bijgewerkt")

    @property
    def nouns(self):
        """What is counted: examples, or results where ideas and documents may be among them."""
        if self.is_unasked("wat"):
            return ("voorbeeld", "voorbeelden")
        return ("resultaat", "resultaten")

    @property
    def other_count(self):
        """How many ideas, documents and campaigns match all else, where only practice is shown; else none."""
        if not self.is_unasked("wat"):
            return 0
        others = [value for value in self.facets["wat"].values if not value.is_chosen]
        return sum(value.count for value in others)

    @cached_property
    def others_that_fit(self):
        """Cards of ideas, documents and campaigns that come first among all kinds, where practice lacks words."""
        lacks_words = self.match.is_partial or self.match.is_in_other_words
        is_answered = self.count and not lacks_words
        if not self.words or is_answered or not self.other_count:
            return []
        query = f"{self.query}&{query_of_kinds(EntryKind)}"
        of_all_kinds = InitiativeFilter(QueryDict(query), counts_facets=False)
        best = of_all_kinds.results[:MOST_OTHERS]
        others = [document for document in best if not document.card["is_practice"]]
        return [shown(document, of_all_kinds) for document in others]

    @property
    def query_of_others(self):
        """The query string with those instead."""
        return "&".join(filter(None, [self.query, other_kinds_query()]))


def query_of_all_kinds(**chosen):
    """The query string of the overview with these choices (a slug by the name of a facet), of practice and the rest."""
    kinds = [("wat", entry_kind_key(kind)) for kind in EntryKind]
    return urlencode([*chosen.items(), *kinds])


def other_kinds_query():
    """The part of a query string that asks for ideas, documents and campaigns."""
    return query_of_kinds(OTHER_KINDS)


def query_of_kinds(kinds):
    """The part of a query string that asks for these kinds of entries."""
    return urlencode([("wat", entry_kind_key(kind)) for kind in kinds])
