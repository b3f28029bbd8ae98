"""The examples that a reader puts aside for a gespreksnotitie."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from initiatives.models import Initiative
from opportunities import basket
from opportunities.comparing import query_of


@require_safe
def basket_detail(request):
    """What was put aside, and what can be done with it."""
    initiatives = basket.still_there(request)
    context = {
        "initiatives": initiatives,
        "compare_query": query_of("voorbeeld", initiatives),
        "most": basket.MOST,
        "is_full": "vol" in request.GET,
    }
    return render(request, "opportunities/basket_detail.html", context)


@csrf_exempt  # it only changes what this browser put aside, and a token would put a cookie on every page
@require_POST
def basket_change(request, slug):
    """Put an example aside, or with ``eraf`` take it out."""
    address = reverse("opportunities:basket_detail")
    if "eraf" in request.POST:
        basket.remove(request, slug)
        return redirect(address)
    initiative = get_object_or_404(Initiative.objects.published(), slug=slug)
    basket.still_there(request)  # makes room
    is_added = basket.add(request, initiative.slug)
    if not is_added:
        address += "?vol"
    return redirect(address)
