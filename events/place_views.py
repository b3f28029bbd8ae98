"""What somebody arranges with the link from their mail: see, change and give up a place, take an offered one."""

from functools import partial

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from .actions.places import (
    BEGUN,
    NO_PLACE,
    NOT_OFFERED,
    TOO_LATE,
    accept_offer,
    accept_session_offer,
    cancel,
    change_details,
    change_sessions,
    decline_offer,
    decline_session_offer,
)
from .actions.refused import RefusedError
from .calendars import calendar_of_registration
from .codes import qr_svg
from .links import booking_of, check_in_address, place_token, registration_of
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
UNKNOWN = "Dit aanbod kennen we niet. Kopieer de link nog eens uit de mail."


@by_link(booking_of, methods=READ)
def booking(request, booked):
    """Everybody of one booking, how they stand, and the way to the page of each."""
    people = people_of(booked.registrations.all())
    amounts = [each.amount for each, _, _ in people if each.amount is not None and each.place not in ENDED]
    context = {
        "booking": booked,
        "event": _event(booked.event_id),
        "people": people,
        "total": sum(amounts) if amounts else None,
        "Place": Place,
    }
    return render(request, "events/booking.html", context)


def people_of(registrations):
    """(registration, number in the queue, token of their own page) of each of these."""
    numbers = numbers_in_queue(registrations, "event")
    found = registrations.for_lists().order_by("pk")
    return [(each, numbers.get(each.pk), place_token(each)) for each in found]


@by_link(registration_of, methods=READ)
def place(request, registration):
    """How somebody stands, with their programme and all that they can arrange."""
    now, event = timezone.now(), _event(registration.event_id)
    choices = list(registration.session_choices.all())
    has_place = registration.place == Place.CONFIRMED
    context = {
        **_about(registration, event, now),
        "number": numbers_in_queue(event.registrations.filter(pk=registration.pk), "event").get(registration.pk),
        "choices": choices,
        "queue": numbers_in_queue(SessionChoice.objects.filter(registration=registration), "session"),
        "programme": _programme(event, choices) if has_place else [],
        "has_rounds": bool(rounds_of(event.sessions.all())),
        "code": qr_svg(check_in_address(registration)) if has_place else "",
    }
    return render(request, "events/place.html", context)


@by_link(registration_of, methods=READ)
def place_calendar(request, registration):
    """The own programme as a calendar file."""
    response = HttpResponse(calendar_of_registration(registration), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="programma.ics"'
    return response


@by_link(registration_of, methods=READ)
def place_code(request, registration):
    """The code with which somebody is checked in, as a picture; only who has a place has one."""
    if registration.place != Place.CONFIRMED:
        return refused_page(request, NO_PLACE, status=404, registration=registration)
    drawing = qr_svg(check_in_address(registration)).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return HttpResponse(drawing, content_type="image/svg+xml")


@by_link(registration_of)
def place_change(request, registration):
    """Change what somebody told about themselves."""
    now, event = timezone.now(), _event(registration.event_id)
    closed = _closed(request, registration, event, now)
    if closed:
        return closed
    form = DetailsForm(request.POST if request.method == "POST" else None, registration=registration)
    if form.is_bound and form.is_valid():
        return _done(request, form, registration, change_details, values=form.values)
    return _form_page(request, "events/place_change.html", form, registration, event)


@by_link(registration_of)
def place_sessions(request, registration):
    """Choose sessions, or others than before, and be on their waiting lists."""
    now, event = timezone.now(), _event(registration.event_id)
    closed = _closed(request, registration, event, now, needs_place=True)
    if closed:
        return closed
    form = OwnSessionsForm(
        request.POST if request.method == "POST" else None,
        rounds=rounds_of(event.sessions.all()),
        choices=list(registration.session_choices.all()),
    )
    if form.is_bound and form.is_valid():
        wanted = {"sessions": form.chosen_sessions, "waits_for": form.waited_sessions}
        if not may_change_sessions(registration, now):
            form.add_error(None, CHANGED_OFTEN)
            return _form_page(request, "events/place_sessions.html", form, registration, event)
        return _done(request, form, registration, change_sessions, **wanted)
    return _form_page(request, "events/place_sessions.html", form, registration, event)


@by_link(registration_of)
def place_cancel(request, registration):
    """Give up a place or a wait; only a press on the button counts, since mail programs open links too."""
    now, event = timezone.now(), _event(registration.event_id)
    if registration.place not in ENDED:
        if begins_at(event) <= now:
            return _refused(request, BEGUN, registration)
        if request.method == "POST":
            return _act(request, registration, partial(cancel, registration=registration, now=now))
    context = _about(registration, event, now) | {"is_cancelled": registration.place in ENDED}
    return render(request, "events/place_cancel.html", context)


@by_link(registration_of)
def place_offer(request, registration):
    """Take or refuse the place that became free."""
    answers = {"ja": partial(accept_offer, registration=registration)}
    answers["nee"] = partial(decline_offer, registration=registration)
    return _offer(request, registration, registration, answers)


@by_link(registration_of)
def session_offer(request, registration, choice):
    """Take or refuse the place that became free in a session."""
    mine = SessionChoice.objects.filter(registration=registration, pk=choice)
    found = mine.select_related("session", "registration__event").first()
    if found is None:
        return refused_page(request, UNKNOWN, status=404, registration=registration)
    answers = {"ja": partial(accept_session_offer, choice=found), "nee": partial(decline_session_offer, choice=found)}
    return _offer(request, registration, found, answers)


def _offer(request, registration, thing, answers):
    """The page of an offer, of a place or of a place in a session; ``answers`` are what yes and no do."""
    now, event = timezone.now(), _event(registration.event_id)
    is_answered = thing.place in (Place.CONFIRMED, Place.CANCELLED)
    action = answers.get(request.POST.get("antwoord"))
    if action and not is_answered:
        return _act(request, registration, partial(action, now=now))
    if not is_answered and (thing.place != Place.OFFERED or thing.offered_until <= now):
        return refused_page(request, _why_no_offer(thing), status=410, registration=registration)
    session = getattr(thing, "session", None)
    context = {**_about(registration, event, now), "thing": thing, "session": session, "is_answered": is_answered}
    return render(request, "events/place_offer.html", context)


def _why_no_offer(thing):
    return NOT_OFFERED if thing.place == Place.WAITING else TOO_LATE


def _act(request, registration, action):
    """Do it and go to the own page; or say why it cannot be."""
    try:
        action()
    except RefusedError as error:
        return refused_page(request, str(error), status=410, registration=registration)
    return redirect("events:place", place_token(registration))


def _done(request, form, registration, action, **arguments):
    """Store what a form says; or show the form again with why it cannot be."""
    try:
        action(registration=registration, now=timezone.now(), **arguments)
    except RefusedError as error:
        form.add_error(None, str(error))
        page = "place_sessions" if action is change_sessions else "place_change"
        return _form_page(request, f"events/{page}.html", form, registration, _event(registration.event_id))
    return redirect("events:place", place_token(registration))


def _closed(request, registration, event, now, *, needs_place=False):
    """The page that says why nothing can be changed any more, if that is so."""
    if begins_at(event) <= now:
        return _refused(request, BEGUN, registration)
    if registration.place in ENDED or (needs_place and registration.place != Place.CONFIRMED):
        return _refused(request, NO_PLACE, registration)
    return None


def _refused(request, reason, registration):
    status = 409 if request.method == "POST" else 200
    return refused_page(request, reason, status=status, registration=registration)


def _form_page(request, template, form, registration, event):
    context = _about(registration, event, timezone.now()) | {"form": form, "mistakes": mistakes_of(form)}
    return render(request, template, context, status=422 if form.errors else 200)


def _about(registration, event, now):
    """What every page about a place says of it."""
    return {
        "registration": registration,
        "event": event,
        "token": place_token(registration),
        "Place": Place,
        "has_begun": begins_at(event) <= now,
        "is_offer_open": registration.place == Place.OFFERED and registration.offered_until > now,
    }


def _event(number):
    sessions = Session.objects.with_places_taken()
    known = Event.objects.select_related("municipality").with_places_taken()
    return known.prefetch_related("days", Prefetch("sessions", sessions)).get(pk=number)


def _programme(event, choices):
    """What somebody goes to: what is for everybody, and their own sessions."""
    mine = {each.session_id for each in choices if each.place == Place.CONFIRMED}
    return [each for each in event.sessions.all() if each.round is None or each.pk in mine]
