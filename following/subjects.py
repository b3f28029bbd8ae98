"""What can be followed: a page or a list of results, as its address on the site, and which documents that are."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve
from pyroaring import BitMap

from initiatives.filters import InitiativeFilter
from search.index import current_index
from search.models import SearchDocument
from search.nearby import NearbyFilter

# the name of the address: its filter, and what it is called
LISTS = {
    "initiatives:initiative_list": (InitiativeFilter, "Praktijkvoorbeelden"),
    "search:search": (NearbyFilter, "Alles op de site"),
}
# the name of the address: the facet of what else is about it
PAGES = {
    "initiatives:theme_detail": "thema",
    "initiatives:initiative_detail": "",
    "opportunities:municipality_detail": "gemeente",
    "partners:library_detail": "bibliotheek",
    "partners:partner_detail": "partner",
}


@dataclass(frozen=True)
class Followable:
    """Something that can be followed; ``numbers`` is a bitmap of the documents that belong to it today."""

    address: str
    title: str
    numbers: BitMap


def subject_of(address):
    """What an address of the site is of; ``None`` where it cannot be followed, or is there no longer."""
    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    if match.view_name in LISTS:
        return list_subject(parts.path, QueryDict(parts.query), *LISTS[match.view_name])
    if match.view_name in PAGES:
        return page_subject(parts.path, PAGES[match.view_name], match.kwargs["slug"])
    return None


def list_subject(path, data, make_filter, called):
    """The results of a filter; its address is cleaned, so that one question has one address."""
    asked = data.copy()
    # an order narrows nothing, and neither does the place to begin at
    asked.pop("sorteer", None)
    asked.pop("bij", None)
    filterset = make_filter(asked, counts_facets=False)
    if filterset.words_problem:
        return None
    chosen = ", ".join(label for label, _ in filterset.chips)
    title = called
    if chosen:
        title = f"{called}: {chosen}"
    address = f"{path}?{filterset.query}".rstrip("?")
    return Followable(address, title[:300], filterset.found)


def page_subject(path, facet, slug):
    """A page, and with a facet also all that is about it."""
    page = (
        SearchDocument.objects.listed()
        .filter(card__url=path)
        .only("id", "title")
        .first()
    )
    if page is None:
        return None
    numbers = BitMap([page.pk])
    if facet:
        numbers |= documents_about(facet, slug)
    return Followable(path, page.title, numbers)


def documents_about(facet, slug):
    """The documents with this value of a facet."""
    index = current_index()
    for option in index.options_of(facet).values():
        if option.key == slug:
            return index.with_code(option.code)
    return BitMap()
