"""What somebody changes with the link from their mail: what they told, their sessions, whether they come."""

from django.shortcuts import redirect, render
from django.utils import timezone

from .actions.places import (
    BEGUN,
    NO_PLACE,
    cancel,
    change_details,
    change_sessions,
)
from .actions.refused import RefusedError
from .links import (
    place_token,
    registration_of,
)
from .mail_limits import CHANGED_OFTEN, may_change_sessions
from .mistakes import mistakes_of
from .models import Place
from .place_forms import DetailsForm, OwnSessionsForm
from .place_views import event_with_places, place_context
from .private_pages import by_link, refused_page
from .registering import begins_at
from .session_choosing import rounds_of

ENDED = (Place.CANCELLED, Place.LAPSED)


@by_link(registration_of)
def place_change(request, registration):
    """Change what somebody told about themselves."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    reason = why_nothing_changes(registration, event, now)
    if reason:
        return closed_page(request, reason, registration)
    data = request.POST if request.method == "POST" else None
    form = DetailsForm(data, registration=registration)
    if form.is_valid() and succeeds(
        form,
        change_details,
        registration=registration,
        now=now,
        values=form.values,
    ):
        return redirect("events:place", place_token(registration))
    return form_page(request, "events/place_change.html", form, registration, event)


@by_link(registration_of)
def place_sessions(request, registration):
    """Choose sessions, or others than before, and be on their waiting lists."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    reason = why_without_place(registration, event, now)
    if reason:
        return closed_page(request, reason, registration)
    data = request.POST if request.method == "POST" else None
    choices = list(registration.session_choices.all())
    form = OwnSessionsForm(
        data, rounds=rounds_of(event.sessions.all()), choices=choices
    )
    if form.is_valid() and not may_change_sessions(registration, now):
        form.add_error(None, CHANGED_OFTEN)
    elif form.is_valid():
        wanted = {"sessions": form.chosen_sessions, "waits_for": form.waited_sessions}
        if succeeds(
            form, change_sessions, registration=registration, now=now, **wanted
        ):
            return redirect("events:place", place_token(registration))
        event = event_with_places(registration.event_id)  # as it is by now
    return form_page(request, "events/place_sessions.html", form, registration, event)


def succeeds(form, action, **arguments):
    """Whether the action could be done; why not is said on the form."""
    try:
        action(**arguments)
    except RefusedError as error:
        form.add_error(None, str(error))
        return False
    return True


@by_link(registration_of)
def place_cancel(request, registration):
    """Give up a place or a wait; only a press on the button counts, since mail programs open links too."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    is_cancelled = registration.place in ENDED
    if not is_cancelled and begins_at(event) <= now:
        return closed_page(request, BEGUN, registration)
    if not is_cancelled and request.method == "POST":
        return act(
            request,
            registration,
            cancel,
            registration=registration,
            now=now,
        )
    context = place_context(registration, event, now) | {"is_cancelled": is_cancelled}
    return render(request, "events/place_cancel.html", context)


def act(request, registration, action, /, **arguments):
    """Do it and go to the own page; or say why it cannot be."""
    try:
        action(**arguments)
    except RefusedError as error:
        return refused_page(
            request,
            str(error),
            status=410,
            registration=registration,
        )
    return redirect("events:place", place_token(registration))


def why_nothing_changes(registration, event, now):
    """Why nothing can be changed any more, in one sentence; empty when it can."""
    if begins_at(event) <= now:
        return BEGUN
    if registration.place in ENDED:
        return NO_PLACE
    return ""


def why_without_place(registration, event, now):
    """The same of what only somebody with a place may do."""
    reason = why_nothing_changes(registration, event, now)
    if not reason and registration.place != Place.CONFIRMED:
        return NO_PLACE
    return reason


def closed_page(request, reason, registration):
    """The page that says why it cannot be done."""
    status = 409 if request.method == "POST" else 200
    return refused_page(
        request,
        reason,
        status=status,
        registration=registration,
    )


def form_page(
    request,
    template,
    form,
    registration,
    event,
):
    """A form about a place; with status 422 where something on it is wrong."""
    context = place_context(registration, event, timezone.now())
    context |= {
        "form": form,
        "mistakes": mistakes_of(form),
    }
    status = 422 if form.errors else 200
    return render(request, template, context, status=status)
