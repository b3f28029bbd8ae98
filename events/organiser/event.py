"""What an organiser does with a whole event: announce it, call it off, hold it again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from events.actions.cancelling import cancel_event, revive_event
from events.actions.copying import copy_event
from events.models import Event

from .access import address_of, page_of
from .forms import CancelForm, CopyForm, ReviveForm
from .overview import buttons_of


@require_POST
def set_state(request, event):
    """Take one of the steps that the overview offers."""
    offered = dict(buttons_of(event, timezone.localdate()))
    state = request.POST.get("state", "")
    if state not in Event.State.values:
        raise Http404
    if state in offered:
        event.state = state
        event.save(update_fields=["state", "updated_at"])
        messages.success(
            request,
            f"De stand is nu: {event.get_state_display().lower()}.",
        )
    else:
        messages.error(
            request,
            f"Dat kan nu niet: de stand is {event.get_state_display().lower()}.",
        )
    return redirect(address_of(event, "overview"))


@require_http_methods(["GET", "POST"])
def copy(request, event):
    """Make a draft of the next edition."""
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = copy_event(
            event=event,
            starts_on=form.cleaned_data["starts_on"],
            user=request.user,
        )
        messages.success(
            request,
            f"‘{made}’ staat klaar als concept. Kijk na wat er anders wordt.",
        )
        return redirect("admin:events_event_change", made.pk)
    return page_of(request, event, "copy", "Nog een keer houden", form=form)


@require_http_methods(["GET", "POST"])
def cancel(request, event):
    """Call it off, after asking why."""
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cancel_event(
            event=event,
            reason=form.cleaned_data["reason"],
        )
        messages.success(
            request,
            "De bijeenkomst is afgelast. Wie een plek had of wachtte, krijgt een mail.",
        )
        return redirect(address_of(event, "overview"))
    return state_page(request, event, "cancel", "Afgelasten", form)


@require_http_methods(["GET", "POST"])
def revive(request, event):
    """Let a meeting that was called off go on after all, after asking what to say with it."""
    form = ReviveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        revive_event(
            event=event,
            reason=form.cleaned_data["reason"],
        )
        messages.success(
            request,
            "De bijeenkomst gaat door. Wie een plek heeft of wacht, krijgt een mail.",
        )
        return redirect(address_of(event, "overview"))
    return state_page(request, event, "revive", "Toch door laten gaan", form)


def state_page(
    request,
    event,
    page,
    title,
    form,
):
    """The form that calls a meeting off or lets it go on, with how many people get a mail of it."""
    return page_of(
        request,
        event,
        page,
        title,
        form=form,
        count=event.registrations.live().count(),
        is_cancelled=event.state == Event.State.CANCELLED,
    )
