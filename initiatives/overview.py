"""The overview of practice examples: as a list, on a map, as a file, and all values of one facet."""

from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from partners.models import Municipality
from remembering.pages import remembered
from search.pages import filtered_page, results_page, values_page

from .downloads import initiatives_as_csv
from .filters import InitiativeFilter
from .maps import counts_by_municipality, map_of_examples

MOST_ON_MAP = 60
ASKED = (
    *InitiativeFilter.facet_names,
    "sorteer",
    "pagina",
)  # no words that somebody typed


@remembered(parameters=ASKED)
@require_safe
@vary_on_headers("HX-Request")
def initiative_list(request):
    """The overview: published examples, narrowed by the query string."""
    return results_page(
        request,
        InitiativeFilter(request.GET),
        "initiatives/initiative_list.html",
    )


@remembered(parameters=ASKED)
@require_safe
@vary_on_headers("HX-Request")
def initiative_map(request):
    """The same examples on the map of municipalities, with the first of them by name."""
    filterset = InitiativeFilter(request.GET)
    cards = [document.card for document in filterset.results[:MOST_ON_MAP]]
    municipality_counts = counts_by_municipality(filterset)
    today = timezone.localdate()
    municipalities = Municipality.objects.current(today)
    provinces = []
    for value in filterset.facets["provincie"].values:
        if value.is_chosen:
            provinces.append(value.key)
    if provinces:
        municipalities = municipalities.filter(province__slug__in=provinces)
    context = {
        "local": [card for card in cards if not card["is_national"]],
        "national": [card for card in cards if card["is_national"]],
        "left_out": max(filterset.count - len(cards), 0),
        "map": map_of_examples(
            municipalities,
            municipality_counts,
            today,
            zooms=bool(provinces),
        ),
    }
    return filtered_page(request, filterset, "initiatives/initiative_map.html", context)


@require_safe
def initiative_csv(request):
    """The examples of the overview as a spreadsheet, narrowed in the same way."""
    site = f"{request.scheme}://{request.get_host()}"
    return initiatives_as_csv(
        InitiativeFilter(request.GET).results,
        timezone.localdate(),
        site,
    )


@require_safe
def initiative_values(request, facet):
    """Every value of one facet of the overview, with a field to search among them."""
    results = ("initiatives:initiative_list", "Praktijkvoorbeelden")
    return values_page(
        request,
        InitiativeFilter(request.GET),
        facet,
        results,
    )
