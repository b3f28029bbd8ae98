"""What somebody sees with the link from their mail: how they stand, who else comes, their programme and their code."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from .actions.calendar_files import calendar_of_registration
from .actions.handing_over import GIVEN
from .actions.places import (
    NO_PLACE,
)
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
from .models import Event, Place, Session, SessionChoice
from .private_pages import by_link, refused_page
from .queues import numbers_in_queue
from .registering import begins_at
from .session_choosing import rounds_of

READ = ("GET", "HEAD")


@by_link(booking_of, methods=READ)
def booking(request, booked):
    """Everybody of one booking, how they stand, and the way to the page of each."""
    people = people_of(booked.registrations.all())
    places = [registration.place for registration, _, _ in people]
    context = {
        "booking": booked,
        "token": booking_token(booked),
        "event": booked.event,
        "people": people,
        "total": total_of(people),
        "someone_waits": Place.WAITING in places,
        "Place": Place,
    }
    return render(request, "events/booking.html", context)


def total_of(people):
    """What those with a place pay together; ``None`` where no price is known of any of them."""
    amounts = []
    for registration, _, _ in people:
        if registration.amount is not None and registration.place in HOLDING:
            amounts.append(registration.amount)
    if not amounts:
        return None
    return sum(amounts)


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
    if registration.place == Place.CANCELLED:
        context["is_handed_over"] = registration.steps.filter(text=GIVEN).exists()
    return render(request, "events/place.html", context)


@by_link(registration_of, methods=READ)
def place_attendees(request, registration):
    """Who else comes, as far as they want that to be known; for who has a place."""
    if registration.place != Place.CONFIRMED:
        return no_place_page(request, registration)
    people = registration.event.registrations.on_list().select_related("organisation")
    context = place_context(
        registration,
        registration.event,
        timezone.now(),
    )
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
        return no_place_page(request, registration)
    drawing = qr_svg(check_in_address(registration), is_file=True)
    return HttpResponse(drawing, content_type="image/svg+xml")


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


def no_place_page(request, registration):
    """What somebody without a place reads instead."""
    return refused_page(
        request,
        NO_PLACE,
        status=404,
        registration=registration,
    )
