"""The themes that an empty page leads on to."""

from typing import TYPE_CHECKING

from .codes import code
from .facets import Facet
from .meaning.nearest import nearest
from .models import SearchDocument
from .offers import MOST, Offer, offer_of, with_documents

if TYPE_CHECKING:
    from .filters import SearchFilter

THEME = "thema"


def near_themes(filterset: "SearchFilter") -> list[Offer]:
    """The themes of what has the words without the filters; else those that are about the same, or have most."""
    facet = filterset.facets.get(THEME)
    if facet is None:
        return []
    keys = (
        keys_of_themes_found(filterset, facet)
        or keys_of_near_themes(filterset)
        or keys_with_most(facet)
    )
    offers = []
    for key in keys[:MOST]:
        offer = offer_of(
            filterset,
            facet.label_of(key),
            {THEME: key},
            is_alone=True,
        )
        offers.append(offer)
    return with_documents(offers)


def keys_of_themes_found(filterset: "SearchFilter", facet: Facet) -> list[str]:
    """The option keys of the themes of what the words find, those with most of it first; none without words."""
    if not filterset.words:
        return []
    count_of = {}
    for value, option in facet.options.items():
        documents = filterset.index.with_code(value) & filterset.match.found
        if documents:
            count_of[option.key] = len(documents)
    return sorted(count_of, key=lambda key: -count_of[key])


def keys_of_near_themes(filterset: "SearchFilter") -> list[str]:
    """The option keys of the themes that are about what the question is about, the nearest first."""
    if not filterset.question.wanted:
        return []
    index = filterset.index
    themes = index.with_code(code("soort", THEME))
    near = nearest(index, filterset.question.text, themes)
    documents = SearchDocument.objects.numbered(near)
    theme_of_document = dict(documents.values_list("pk", "object_id"))
    options = index.options_of(THEME)
    keys = []
    for pk in near:
        if pk not in theme_of_document:
            continue
        option = options.get(code(THEME, theme_of_document[pk]))
        if option:
            keys.append(option.key)
    return keys


def keys_with_most(facet: Facet) -> list[str]:
    """The option keys of a facet, those with most documents first."""
    count_of = facet.whole_counts
    most_first = sorted(count_of, key=lambda value: -count_of[value])
    return [facet.options[value].key for value in most_first]
