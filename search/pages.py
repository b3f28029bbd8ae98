"""Pages of results: what the search of everything and the overviews of single kinds have in common."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import push_url

from visitors.asked import asked_text

from .facets import Value
from .filters import SearchFilter
from .learning import count_search, words_before
from .offers import (
    around_place,
    named_filters,
    shorter_questions,
    wider_questions,
)
from .snippets import one_per_address, shown
from .themes import near_themes

PER_PAGE = 20
MOST_VALUES = 500


def results_page(
    request: HttpRequest,
    filterset: SearchFilter,
    template: str,
) -> HttpResponse:
    """A page of what is found, in order; the words of a new search are counted."""
    paginator = Paginator(filterset.results, PER_PAGE)
    page = paginator.get_page(request.GET.get("pagina"))
    if is_a_new_search(request, filterset):
        count_search(
            request,
            filterset.question.words,
            in_vain=filterset.words_in_vain,
        )
    cards = [shown(document, filterset) for document in page]
    context = {
        "page": page,
        "results": one_per_address(cards),
        "named_filters": named_filters(filterset),
        "around_place": around_place(filterset),
    }
    if not filterset.count:
        context |= {
            "wider": wider_questions(filterset),
            "shorter": shorter_questions(filterset),
            "themes_near": near_themes(filterset),
        }
    return filtered_page(request, filterset, template, context)


def is_a_new_search(request: HttpRequest, filterset: SearchFilter) -> bool:
    """Not another page, order or filter of a search that was counted already."""
    is_first = not request.htmx and "pagina" not in request.GET
    if not is_first or not filterset.words:
        return False
    return words_before(request) != filterset.words


def values_page(
    request: HttpRequest,
    filterset: SearchFilter,
    name: str,
    results: tuple[str, str],
) -> HttpResponse:
    """All values of a facet; ``results`` is the name of the address where they are used, and its title."""
    if name not in filterset.facets:
        raise Http404
    facet = filterset.facets[name]
    text = asked_text(request.GET, "zoek", longest=100)
    values = facet.called(text)
    meant = []
    if not values:
        meant = facet.meant_by(text)
    list_name, list_title = results
    context = {
        "filter": filterset,
        "facet": facet,
        "text": text,
        "meant": meant,
        "groups": facet.grouped(values[:MOST_VALUES]),
        "shown_count": MOST_VALUES,
        "left_out": max(len(values) - MOST_VALUES, 0),
        "list_name": list_name,
        "list_title": list_title,
        "out_of_sight": choices_elsewhere(filterset, name, values[:MOST_VALUES]),
    }
    return render(request, "search/values.html", context)


def choices_elsewhere(
    filterset: SearchFilter,
    name: str,
    values: Iterable[Value],
) -> list[tuple[str, str]]:
    """The parameters besides the choices that can be made among these values, as (name, value)."""
    keys_in_sight = set()
    for choice in values:
        keys_in_sight.add(choice.key)
        for part in choice.parts:
            keys_in_sight.add(part.key)
    elsewhere = []
    for parameter, value in parse_qsl(filterset.query):
        if parameter != name or value not in keys_in_sight:
            elsewhere.append((parameter, value))
    return elsewhere


def filtered_page(
    request: HttpRequest,
    filterset: SearchFilter,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Render a page of results; with htmx the address bar gets the cleaned query string."""
    response = render(request, template, context | {"filter": filterset})
    if request.htmx:
        return push_url(
            response,
            f"{request.path}?{filterset.query}".rstrip("?"),
        )
    return response
