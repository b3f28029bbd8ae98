"""What can be followed: a page or a list of results, as its address on the site, and which documents that are."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from pyroaring import BitMap

from curation.merging import moved_to
from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative
from partners.models import Library, Municipality, Partner
from partners.successions import Successions
from search.keeping import current_index
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
# the name of the address: what its page is of, where that can be merged into another
MERGED = {
    "initiatives:initiative_detail": Initiative,
    "partners:library_detail": Library,
    "partners:partner_detail": Partner,
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
        return list_subject(
            parts.path,
            QueryDict(parts.query),
            *LISTS[match.view_name],
        )
    if match.view_name in PAGES:
        return page_or_its_heir(match.view_name, match.kwargs["slug"])
    return None


def page_or_its_heir(name, slug):
    """The page, or the one that its address leads to since it was merged or ended."""
    facet = PAGES[name]
    subject = page_subject(
        reverse(name, args=[slug]),
        facet,
        slug,
    )
    if subject:
        return subject
    heir = heir_of(name, slug)
    if heir is None:
        return None
    return page_subject(heir.get_absolute_url(), facet, heir.slug)


def heir_of(name, slug):
    """What goes on where the thing with this slug was, or ``None``."""
    if name in MERGED:
        model = MERGED[name]
        return model.objects.filter(pk=moved_to(model, slug)).first()
    ended = Municipality.objects.filter(slug=slug).first()
    if name != "opportunities:municipality_detail" or ended is None:
        return None
    living = Successions.on(timezone.localdate()).living_on_in(ended.pk)
    return Municipality.objects.filter(pk=living[0]).first()


def list_subject(path, data, make_filter, called):
    """The results of a filter; its address is cleaned, so that one question has one address."""
    question = data.copy()
    # an order narrows nothing, and neither does the place to begin at
    question.pop("sorteer", None)
    question.pop("bij", None)
    filterset = make_filter(question, counts_facets=False)
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
