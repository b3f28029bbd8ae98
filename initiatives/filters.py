"""How the overview of practice examples is narrowed."""

from search.filters import SearchFilter

from .search.initiatives import KIND


class InitiativeFilter(SearchFilter):
    """The filters of the overview of practice examples."""

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
    )
    kind = KIND
    orders_of = ("relevantie", "naam", "jaar", "bijgewerkt")
    nouns = ("voorbeeld", "voorbeelden")
