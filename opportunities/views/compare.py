"""Two to four municipalities or practice examples side by side, as a page that can be printed and sent."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import Initiative
from opportunities import basket
from opportunities.comparing import (
    MOST,
    asked_municipalities,
    asked_slugs,
    initiative_lines,
    municipality_lines,
)
from partners.models import Municipality


@require_safe
def compare(request):
    """The choice between comparing municipalities and comparing examples."""
    context = {
        "municipalities": Municipality.objects.current(timezone.localdate()),
        "chosen": [each.slug for each in basket.still_there(request)],
    }
    return render(request, "opportunities/compare.html", context)


@require_safe
def compare_municipalities(request):
    """Municipalities side by side; ``gemeente`` may be a slug or a name, up to four times."""
    today = timezone.localdate()
    asked = asked_slugs(request.GET, "gemeente")
    found, unknown = asked_municipalities(asked[:MOST], today)
    places = list(dict.fromkeys(found))
    context = {
        "things": places,
        "unknown": unknown,
        "left_out": asked[MOST:],
        "lines": municipality_lines(places, today) if len(places) > 1 else [],
        "municipalities": Municipality.objects.current(today),
        "may_add": len(places) < MOST,
    }
    return render(request, "opportunities/compare_municipalities.html", context)


@require_safe
def compare_initiatives(request):
    """Published examples side by side; ``voorbeeld`` is a slug, up to four times."""
    asked = asked_slugs(request.GET, "voorbeeld")
    there = {each.slug: each for each in Initiative.objects.published().for_page().filter(slug__in=asked[:MOST])}
    examples = [there[slug] for slug in asked[:MOST] if slug in there]
    context = {
        "things": examples,
        "unknown": [(slug, []) for slug in asked[:MOST] if slug not in there],
        "left_out": asked[MOST:],
        "lines": initiative_lines(examples, timezone.localdate()) if len(examples) > 1 else [],
    }
    return render(request, "opportunities/compare_initiatives.html", context)
