"""Two to four municipalities or practice examples side by side, as a page that can be printed and sent."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Initiative
from opportunities import basket
from opportunities.comparing import MOST, UnknownName, query_of
from opportunities.comparing_examples import initiative_lines
from opportunities.comparing_municipalities import (
    municipalities_called,
    municipality_lines,
)
from partners.models import Municipality
from visitors.asked import asked_texts


@require_safe
def compare(request):
    """The choice between comparing municipalities and comparing examples."""
    chosen = basket.still_there(request)
    context = {
        "municipalities": Municipality.objects.current(timezone.localdate()),
        "chosen": chosen,
        "compare_query": query_of("voorbeeld", chosen),
    }
    return render(request, "opportunities/compare.html", context)


@require_safe
def compare_municipalities(request):
    """Municipalities side by side; ``gemeente`` may be a slug or a name, up to four times."""
    today = timezone.localdate()
    names = asked_texts(request.GET, "gemeente")
    named = municipalities_called(names[:MOST], today)
    # two names may be of the same one
    municipalities = list(dict.fromkeys(named.municipalities))
    lines = []
    if len(municipalities) > 1:
        lines = municipality_lines(municipalities, today)
    context = {
        "compared": municipalities,
        "unknown": named.unknown,
        "left_out": names[MOST:],
        "lines": lines,
        "municipalities": Municipality.objects.current(today),
        "may_add": len(municipalities) < MOST,
    }
    return render(request, "opportunities/compare_municipalities.html", context)


@require_safe
def compare_initiatives(request):
    """Published examples side by side; ``voorbeeld`` is a slug, up to four times."""
    slugs = asked_texts(request.GET, "voorbeeld")
    shown = slugs[:MOST]
    published = Initiative.objects.published().for_page()
    by_slug = published.in_bulk(shown, field_name="slug")
    initiatives = []
    unknown = []
    for slug in shown:
        if slug in by_slug:
            initiatives.append(by_slug[slug])
        else:
            unknown.append(UnknownName(slug))
    lines = []
    if len(initiatives) > 1:
        lines = initiative_lines(initiatives, timezone.localdate())
    context = {
        "compared": initiatives,
        "unknown": unknown,
        "left_out": slugs[MOST:],
        "lines": lines,
    }
    return render(request, "opportunities/compare_initiatives.html", context)
