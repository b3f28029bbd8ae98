"""What somebody arranges with the link from their mail: see, change and give up a place, take an offered one."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from .actions.calendar_files import calendar_of_registration
from .actions.places import (
    BEGUN,
    NO_PLACE,
    cancel,
    change_details,
    change_sessions,
)
from .actions.refused import RefusedError
from .choices import HOLDING
from .codes import qr_svg
from .last_names import by_last_name
from .links import (
    booking_of,
    booking_token,
    check_in_address,
    place_token,
    registration_of,
)
from .mail_limits import CHANGED_OFTEN, may_change_sessions
from .mistakes import mistakes_of
from .models import Event, Place, Session, SessionChoice
from .place_forms import DetailsForm, OwnSessionsForm
from .private_pages import by_link, refused_page
from .queues import numbers_in_queue
from .registering import begins_at
from .session_choosing import rounds_of

ENDED = (Place.CANCELLED, Place.LAPSED)
READ = ("GET", "HEAD")


@by_link(booking_of, methods=READ)
def booking(request, booked):
    """Everybody of one booking, how they stand, and the way to the page of each."""
    people = people_of(booked.registrations.all())
    amounts = []
    for registration, _, _ in people:
        if registration.amount is not None and registration.place in HOLDING:
            amounts.append(registration.amount)
    total = sum(amounts) if amounts else None
    context = {
        "booking": booked,
        "token": booking_token(booked),
        "event": booked.event,
        "people": people,
        "total": total,
        "someone_waits": any(
            registration.place == Place.WAITING for registration, _, _ in people
        ),
        "Place": Place,
    }
    return render(request, "events/booking.html", context)


def people_of(registrations):
    """(registration, number in the queue, token of their own page) of each of these."""
    loaded = list(registrations.for_lists().order_by("pk"))
    numbers = {}
    if any(registration.place == Place.WAITING for registration in loaded):
        numbers = numbers_in_queue(registrations, "event")
    people = []
    for registration in loaded:
        number = numbers.get(registration.pk)
        people.append((registration, number, place_token(registration)))
    return people


@by_link(registration_of, methods=READ)
def place(request, registration):
    """How somebody stands, with their programme and all that they can arrange."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    choices = list(registration.session_choices.all())
    own_row = event.registrations.filter(pk=registration.pk)
    own_choices = SessionChoice.objects.filter(registration=registration)
    context = {
        **place_context(registration, event, now),
        "number": numbers_in_queue(own_row, "event").get(registration.pk),
        "choices": choices,
        "queue": numbers_in_queue(own_choices, "session"),
        "has_rounds": bool(rounds_of(event.sessions.all())),
    }
    if registration.place == Place.CONFIRMED:
        context["programme"] = own_programme(event, choices)
        context["code"] = qr_svg(check_in_address(registration))
    return render(request, "events/place.html", context)


@by_link(registration_of, methods=READ)
def place_attendees(request, registration):
    """Who else comes, as far as they want that to be known; for who has a place."""
    if registration.place != Place.CONFIRMED:
        return refused_page(request, NO_PLACE, status=404, registration=registration)
    people = registration.event.registrations.on_list().select_related("organisation")
    context = place_context(registration, registration.event, timezone.now())
    context["people"] = sorted(people, key=by_last_name)
    return render(request, "events/place_attendees.html", context)


@by_link(registration_of, methods=READ)
def place_calendar(request, registration):
    """The own programme as a calendar file."""
    response = HttpResponse(
        calendar_of_registration(registration),
        content_type="text/calendar; charset=utf-8",
    )
    response["Content-Disposition"] = 'attachment; filename="programma.ics"'
    return response


@by_link(registration_of, methods=READ)
def place_code(request, registration):
    """The code with which somebody is checked in, as a picture; only who has a place has one."""
    if registration.place != Place.CONFIRMED:
        return refused_page(request, NO_PLACE, status=404, registration=registration)
    drawing = qr_svg(check_in_address(registration), is_file=True)
    return HttpResponse(drawing, content_type="image/svg+xml")


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
        form, change_details, registration=registration, now=now, values=form.values
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
        return act(request, registration, cancel, registration=registration, now=now)
    context = place_context(registration, event, now) | {"is_cancelled": is_cancelled}
    return render(request, "events/place_cancel.html", context)


def act(request, registration, action, /, **arguments):
    """Do it and go to the own page; or say why it cannot be."""
    try:
        action(**arguments)
    except RefusedError as error:
        return refused_page(request, str(error), status=410, registration=registration)
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
    return refused_page(request, reason, status=status, registration=registration)


def form_page(request, template, form, registration, event):
    """A form about a place; with status 422 where something on it is wrong."""
    context = place_context(registration, event, timezone.now())
    context |= {"form": form, "mistakes": mistakes_of(form)}
    status = 422 if form.errors else 200
    return render(request, template, context, status=status)


def place_context(registration, event, now):
    """What every page about a place says of it."""
    is_offer_open = (
        registration.place == Place.OFFERED and registration.offered_until > now
    )
    return {
        "registration": registration,
        "event": event,
        "token": place_token(registration),
        "Place": Place,
        "has_begun": begins_at(event) <= now,
        "is_offer_open": is_offer_open,
    }


def event_with_places(number):
    """An event with its days and sessions, and how many places of each are taken."""
    sessions = Session.objects.with_places_taken().with_labels()
    events = (
        Event.objects.select_related("municipality")
        .with_places_taken()
        .without_long_texts()
    )
    events = events.prefetch_related("days", Prefetch("sessions", sessions))
    return events.get(pk=number)


def own_programme(event, choices):
    """What somebody goes to: what is for everybody, and their own sessions."""
    own = {choice.session_id for choice in choices if choice.place == Place.CONFIRMED}
    sessions = []
    for session in event.sessions.all():
        if session.round is None or session.pk in own:
            sessions.append(session)
    return sessions
