"""Searching everything, and suggestions while typing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from visitors.asked import asked_text

from .nearby import NearbyFilter
from .pages import results_page, values_page
from .registry import KINDS
from .suggestions import suggestions


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    """Everything on the site, narrowed by the query string."""
    return results_page(
        request,
        NearbyFilter(request.GET),
        "search/search.html",
    )


@require_safe
def search_values(request: HttpRequest, facet: str) -> HttpResponse:
    """Every value of one facet of searching everything."""
    return values_page(
        request,
        NearbyFilter(request.GET),
        facet,
        ("search:search", "Zoeken"),
    )


@require_safe
def suggestion_list(request: HttpRequest) -> HttpResponse:
    """A fragment with what the typed text may become."""
    text = asked_text(request.GET, "q")
    kind = KINDS.get(asked_text(request.GET, "lijst"))
    if not kind or not kind.overview:
        return render(
            request,
            "search/_suggestions.html",
            {"suggestions": suggestions(text)},
        )
    offered = suggestions(
        text,
        kind.name,
        reverse(kind.overview),
    )
    return render(request, "search/_suggestions.html", {"suggestions": offered})
