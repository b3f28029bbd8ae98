"""The rekenhulp."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from opportunities.calculation import CLAIM
from opportunities.calculation_forms import CalculationForm
from sources.models import Source

CLAIM_SOURCE = "reactie-heijne-2016"


@require_safe
def calculator(request):
    """What could it bring: a range from the assumptions in the address, which can be sent and taken into a note."""
    form = CalculationForm()
    assumptions = None
    query = ""
    status = 200
    if any(name in request.GET for name in form.fields):
        form = CalculationForm(request.GET)
        if form.is_valid():
            assumptions = form.assumptions
            query = urlencode({name: request.GET.get(name, "") for name in form.fields})
        else:
            status = 422
    context = {
        "form": form,
        "assumptions": assumptions,
        "query": query,
        "claim": CLAIM,
        "source": Source.objects.filter(slug=CLAIM_SOURCE).first(),
    }
    return render(request, "opportunities/calculator.html", context, status=status)
