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
    }
    return render(request, "opportunities/basket_detail.html", context)


@csrf_exempt  # it only changes what this browser put aside, and a token would put a cookie on every page
@require_POST
def basket_change(request, slug):
    """Put an example aside, or with ``eraf`` take it out; with ``blijf`` the reader stays where they are."""
    outcome = _change(request, slug)
    if request.htmx:
        return render(
            request,
            "opportunities/_basket_answer.html",
            {"slug": slug, "told": outcome},
        )
    if "blijf" in request.POST:
        page = reverse("initiatives:initiative_detail", args=[slug])
        return redirect(f"{page}?notitie={outcome}#notitie-melding")
    return redirect("opportunities:basket_detail")


def _change(request, slug):
    """What happened: the example is in it now (*erbij*), out of it (*eraf*), or did not fit (*vol*)."""
    if "eraf" in request.POST:
        basket.remove(request, slug)
        return "eraf"
    initiative = get_object_or_404(
        Initiative.objects.published(),
        slug=slug,
    )
    basket.still_there(request)  # makes room
    is_added = basket.add(request, initiative.slug)
    return "erbij" if is_added else "vol"
