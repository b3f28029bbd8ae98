"""The map of practice examples: how many a municipality has."""

from collections.abc import Iterable
from datetime import date

from partners.choropleth import Choropleth, Reading, choropleth
from partners.models import Municipality

from .filters import InitiativeFilter

LABELS = {
    "0": "Geen voorbeelden",
    "1": "1 voorbeeld",
    "2": "2 of 3 voorbeelden",
    "3": "4 of meer voorbeelden",
}
STEPS = ((4, "3"), (2, "2"), (1, "1"))  # at least so many: this shade


def counts_by_municipality(examples: InitiativeFilter) -> dict[str, int]:
    """{slug: how many of these examples happen there, or did in what it took over}."""
    return {value.key: value.count for value in examples.facets["gemeente"].values}


def map_of_examples(
    municipalities: Iterable[Municipality],
    counts: dict[str, int],
    today: date,
    *,
    zooms: bool = False,
) -> Choropleth:
    """These municipalities of today by how many practice examples each has (by slug), in 2 queries."""
    readings = {}
    for municipality in municipalities:
        count = counts.get(municipality.slug, 0)
        readings[municipality.pk] = Reading(
            shade_of(count),
            in_words(count),
        )
    return choropleth(
        "Voorbeelden per gemeente",
        municipalities,
        readings,
        LABELS,
        today,
        zooms=zooms,
    )


def shade_of(count: int) -> str:
    """The shade of so many examples."""
    for least, shade in STEPS:
        if count >= least:
            return shade
    return "0"


def in_words(count: int) -> str:
    """``1 voorbeeld``; ``geen voorbeelden``."""
    if count == 1:
        return "1 voorbeeld"
    return f"{count or 'geen'} voorbeelden"
