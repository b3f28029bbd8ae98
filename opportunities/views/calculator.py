"""The rekenhulp."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opportunities.adoptions.suggestions import figures_of
from opportunities.calculation import CLAIM
from opportunities.calculation_forms import CalculationForm
from sources.models import Source
from visitors.asked import asked_text

CLAIM_SOURCE = "reactie-heijne-2016"


@require_safe
def calculator(request):
    """What could it bring: a range from the assumptions in the address, which can be sent and taken into a note.

    ``voorbeeld`` offers what others told of that example; ``neem_over`` puts it in the form.
    """
    form = CalculationForm()
    suggestion = suggested(request)
    assumptions = None
    query = ""
    status = 200
    if suggestion and "neem_over" in request.GET:
        form = CalculationForm(initial=typed_in(request, form) | suggestion.values)
    elif any(name in request.GET for name in form.fields):
        form = CalculationForm(request.GET)
        if form.is_valid():
            assumptions = form.assumptions
            typed = {name: request.GET.get(name, "") for name in form.fields}
            query = urlencode(typed)
        else:
            status = 422
    context = {
        "form": form,
        "suggestion": suggestion,
        "assumptions": assumptions,
        "query": query,
        "claim": CLAIM,
        "source": Source.objects.filter(slug=CLAIM_SOURCE).first(),
    }
    return render(request, "opportunities/calculator.html", context, status=status)


def suggested(request):
    """The figures of the example that the address names, or ``None``."""
    slug = asked_text(request.GET, "voorbeeld")
    if not slug:
        return None
    return figures_of(slug, timezone.localdate())


def typed_in(request, form):
    """{field: text} of what was filled in before."""
    names = [name for name in form.fields if name in request.GET]
    return {name: asked_text(request.GET, name) for name in names}
