"""The overview of practice examples, searching everything, and suggestions while typing."""

from urllib.parse import parse_qsl

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from partners.dot_map import dot_map
from partners.models import Municipality

from .downloads import initiatives_as_csv
from .filters import InitiativeFilter, SearchFilter
from .learning import count_search, words_before
from .snippets import shown
from .suggestions import suggestions
from .tiles import province_tiles

PER_PAGE = 20
MOST_ON_MAP = 60
MOST_VALUES = 500


@require_safe
@vary_on_headers("HX-Request")
def search(request):
    """Everything on the site, narrowed by the query string."""
    filterset = SearchFilter(request.GET)
    return _results(request, filterset, "search/search.html")


@require_safe
@vary_on_headers("HX-Request")
def initiative_list(request):
    """The overview: published examples, narrowed by the query string."""
    filterset = InitiativeFilter(request.GET)
    return _results(request, filterset, "search/initiative_list.html")


@require_safe
@vary_on_headers("HX-Request")
def initiative_map(request):
    """The same examples by province and on a map of dots, with the first of them by name."""
    filterset = InitiativeFilter(request.GET)
    found = [document.card for document in filterset.results[:MOST_ON_MAP]]
    municipality_counts = {value.key: value.count for value in filterset.facets["gemeente"].values}
    context = {
        "tiles": province_tiles(filterset.facets["provincie"].values),
        "local": [card for card in found if not card["is_national"]],
        "national": [card for card in found if card["is_national"]],
        "left_out": max(filterset.count - len(found), 0),
        "dots": dot_map(Municipality.objects.current(timezone.localdate()), municipality_counts),
    }
    return _page(request, filterset, "search/initiative_map.html", context)


@require_safe
def initiative_csv(request):
    """The examples of the overview as a spreadsheet, narrowed in the same way."""
    site = f"{request.scheme}://{request.get_host()}"
    return initiatives_as_csv(InitiativeFilter(request.GET).results, timezone.localdate(), site)


@require_safe
def initiative_values(request, facet):
    """Every value of one facet of the overview, with a field to search among them."""
    return _values(request, InitiativeFilter(request.GET), facet, ("search:initiative_list", "Praktijkvoorbeelden"))


@require_safe
def search_values(request, facet):
    """Every value of one facet of searching everything."""
    return _values(request, SearchFilter(request.GET), facet, ("search:search", "Zoeken"))


@require_safe
def suggestion_list(request):
    """A fragment with what the typed text may become."""
    text = request.GET.get("q", "")[:200]
    return render(request, "search/_suggestions.html", {"suggestions": suggestions(text)})


def _results(request, filterset, template):
    page = Paginator(filterset.results, PER_PAGE).get_page(request.GET.get("pagina"))
    if _is_a_new_search(request, filterset):
        count_search(
            filterset.question.words,
            is_found=bool(filterset.count) and not filterset.correction and not filterset.match.dropped,
        )
    results = [shown(document, filterset.marked_terms) for document in page]
    return _page(request, filterset, template, {"page": page, "results": results})


def _is_a_new_search(request, filterset):
    """Not another page, order or filter of a search that was counted already."""
    is_first = not request.htmx and "pagina" not in request.GET
    return is_first and bool(filterset.words) and words_before(request) != filterset.words


def _values(request, filterset, name, results):
    """All values of a facet; ``results`` is the name of the address where they are used, and its title."""
    if name not in filterset.facets:
        raise Http404
    facet, text = filterset.facets[name], request.GET.get("zoek", "").replace("\x00", "")[:100]
    values = facet.called(text)
    context = {
        "filter": filterset,
        "facet": facet,
        "text": text,
        "groups": facet.grouped(values[:MOST_VALUES]),
        "shown_count": MOST_VALUES,
        "left_out": max(len(values) - MOST_VALUES, 0),
        "list_name": results[0],
        "list_title": results[1],
        "out_of_sight": _asked_elsewhere(filterset, name, values[:MOST_VALUES]),
    }
    return render(request, "search/values.html", context)


def _asked_elsewhere(filterset, name, values):
    """What is asked besides the choices that can be made among these values."""
    in_sight = {each.key for value in values for each in (value, *value.parts)}
    return [(key, value) for key, value in parse_qsl(filterset.query) if key != name or value not in in_sight]


def _page(request, filterset, template, context):
    """Render a page of results; with htmx the address bar gets the cleaned query string."""
    response = render(request, template, context | {"filter": filterset})
    if request.htmx:
        return push_url(response, f"{request.path}?{filterset.query}".rstrip("?"))
    return response
