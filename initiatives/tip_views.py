"""*Ken je een voorbeeld?*: a reader gives no more than its name and a link."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from visitors.asked import asked_text
from visitors.limits import is_allowed

from .tip_forms import TipForm
from .tips import give

MOST_TIPS = 10  # per visitor and hour
HOUR = timedelta(hours=1)
TOO_MANY = "Je hebt nu veel tips gegeven. Probeer het over een uur nog eens."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def tip_create(request):
    """Take a tip; it waits for the curators of its province, or for the national ones.

    Whoever comes from the page of a municipality does not have to write where it is.
    """
    if request.method != "POST":
        place = asked_text(request.GET, "waar")
        return form_page(request, TipForm(initial={"place": place}))
    form = TipForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, status=422)
    now = timezone.now()
    if not is_allowed(
        request,
        "tip geven",
        at_most=MOST_TIPS,
        per=HOUR,
        now=now,
    ):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, status=429)
    if not form.is_from_robot:
        give(tip=form.instance, now=now)
    return redirect("initiatives:tip_sent")


def form_page(request, form, status=200):
    """The form, with what is wrong in it."""
    context = {"form": form, "hides_message_form": True}
    return render(request, "initiatives/tip_form.html", context, status=status)


@require_safe
def tip_sent(request):
    """Say thanks."""
    return render(request, "initiatives/tip_sent.html", {"hides_message_form": True})
