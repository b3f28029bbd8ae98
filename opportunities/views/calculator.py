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
    is_asked = any(name in request.GET for name in CalculationForm.base_fields)
    form = CalculationForm(request.GET) if is_asked else CalculationForm()
    assumptions = form.assumptions if is_asked and form.is_valid() else None
    context = {
        "form": form,
        "assumptions": assumptions,
        "query": urlencode({name: request.GET.get(name, "") for name in form.fields}) if assumptions else "",
        "claim": CLAIM,
        "source": Source.objects.filter(slug=CLAIM_SOURCE).first(),
    }
    return render(
        request, "opportunities/calculator.html", context, status=422 if is_asked and not assumptions else 200
    )
