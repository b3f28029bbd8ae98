"""Registering for a meeting: the form, a page to check it, and the booking."""

import re
from decimal import Decimal
from functools import cache

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from visitors.asked import asked_text

from .actions.booking import book, quote, total
from .actions.people import check_people
from .actions.refused import RefusedError
from .booking_form import BookingForm
from .directory import suggested
from .free_places import seats_for
from .links import booking_token
from .mail_limits import why_not_sent
from .models import Booking, Event, Session
from .people_formset import MOST_PEOPLE, with_one_more, without
from .registering import why_closed

FREE = "geen"  # what the form says of the total where there are no prices
AMOUNT = re.compile(r"\d{1,8}\.\d\d")
BROKEN = (
    "Het formulier kwam niet heel over. Kijk of alles klopt en probeer het nog eens."
)
TOO_MANY = f"Je kunt hooguit {MOST_PEOPLE} mensen tegelijk inschrijven. Stuur daarna nog een formulier in."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    """Ask who comes, show what that means, and book it; for a full event the same for its waiting list."""
    event = _event(slug)
    now = timezone.now()
    step = request.POST.get("stap", "controleer")
    if request.method == "POST" and step == "bevestig":
        return _confirm(request, event, now)
    reason = why_closed(event, now)
    if reason:
        return _closed_page(request, event, reason)
    if request.method != "POST":
        return _form_page(request, BookingForm(event=event))
    if step == "controleer":
        return _check(request, event, now)
    return _change(request, event, step)


@require_safe
def organisation_suggestions(request):
    """A fragment with organisations that the typed text may become."""
    organisations = suggested(
        asked_text(request.GET, "q"),
        today=timezone.localdate(),
    )
    return render(
        request,
        "events/_register_organisations.html",
        {"organisations": organisations},
    )


def _event(slug):
    """A public event with what the form needs to know; always in the same number of queries."""
    events = _events().prefetch_related(Prefetch("sessions", _sessions().all()))
    return get_object_or_404(events, slug=slug)


@cache
def _events():
    """Events that one may register for; worked out once, since everybody asks the same at the same time."""
    events = Event.objects.published().with_places_taken().without_long_texts()
    with_place = events.select_related("municipality")
    return with_place.prefetch_related("days", "price_tiers__provinces")


@cache
def _sessions():
    """What one chooses between, with places and labels."""
    return (
        Session.objects.parallel()
        .with_places_taken()
        .with_labels()
        .defer("description", "report")
    )


def _change(request, event, step):
    """The form as it was typed, with a person more or less."""
    form = BookingForm(request.POST, event=event)
    if form.is_broken:
        return _begin_anew(request, form)
    people = form.people.typed()
    problem = ""
    if step in ("erbij", "gast"):
        if len(people) < MOST_PEOPLE:
            people = with_one_more(people, is_guest=step == "gast")
        else:
            problem = TOO_MANY
    for number in range(len(people)):
        if step == f"weg-{number}":
            people = without(people, number)
    return _form_page(request, form.unchecked(people), problem)


def _check(request, event, now):
    """Everybody with what they chose and what they pay, or the form with why they cannot come."""
    form = BookingForm(request.POST, event=event)
    if form.is_broken:
        return _begin_anew(request, form)
    if not form.is_valid():
        return _form_page(request, form)
    today = timezone.localdate(now)
    people = form.people.persons(today)
    try:
        check_people(event, people)
        quotes = quote(event, people, today=today)
    except RefusedError as error:
        form.refuse(error)
        return _form_page(request, form)
    if total(quotes) and not form.require_invoice():
        return _form_page(request, form)
    return _check_page(request, form, quotes)


def _check_page(request, form, quotes):
    to_pay = total(quotes)
    expected = FREE
    if to_pay is not None:
        expected = f"{to_pay:.2f}"
    ways = [quoted.person.takes_part_online for quoted in quotes]
    seats = seats_for(
        form.event,
        ways,
        comes_together=form.cleaned_data["comes_together"],
    )
    context = {
        "event": form.event,
        "booking_form": form,
        "quotes": quotes,
        "people": list(zip(quotes, seats, strict=True)),
        "total": to_pay,
        "expected": expected,
        "seats": sum(seats),
        "has_rounds": bool(form.event.sessions.all()),
        "hides_message_form": True,
    }
    return render(request, "events/register_check.html", context)


def _confirm(request, event, now):
    """Book what was checked; a form that was sent before leads to the booking that is there."""
    form = BookingForm(
        request.POST,
        event=event,
        may_be_full=True,
    )
    known = _known_booking(form)
    if known and known.event_id == event.pk:
        return redirect("events:booking", booking_token(known))
    reason = why_closed(event, now)
    if reason:
        return _closed_page(request, event, reason)
    if known or form.is_broken:
        return _begin_anew(request, form)
    if not form.is_valid():
        return _form_page(request, form)
    shown = request.POST.get("totaal", "")
    if shown != FREE and not AMOUNT.fullmatch(shown):
        # who never saw what it costs sees that first
        return _check(request, event, now)
    expected = None if shown == FREE else Decimal(shown)
    return _book(request, form, expected, now)


def _known_booking(form):
    """The booking that this form became before, if it did."""
    if form.is_broken:
        return None
    return Booking.objects.filter(key=form.cleaned_data["key"]).first()


def _book(request, form, expected, now):
    """Register everybody for the total that they saw."""
    if form.is_from_robot:
        return redirect(form.event)
    reason = why_not_sent(request, form.addresses, now)
    if reason:
        form.add_error(None, reason)
        return _form_page(request, form, status=429)
    try:
        booking = book(
            event=form.event,
            key=form.cleaned_data["key"],
            email=form.cleaned_data["email"],
            people=form.people.persons(timezone.localdate(now)),
            invoice=form.invoice,
            expected=expected,
            comes_together=form.cleaned_data["comes_together"],
            now=now,
        )
    except RefusedError as error:
        return _refused(request, form.event.slug, error)
    return redirect("events:booking", booking_token(booking))


def _refused(request, slug, error):
    """The form once more, with the places as they are by now."""
    form = BookingForm(request.POST, event=_event(slug))
    if form.is_valid() or error.field != "sessions":
        form.refuse(error)
    return _form_page(request, form)


def _begin_anew(request, form):
    """What was typed as far as it is there, on a form that can be used."""
    return _form_page(
        request,
        form.unchecked(form.people.typed(), is_anew=True),
        BROKEN,
    )


def _form_page(request, form, problem="", status=None):
    """The form; with status 422 where something on it is wrong."""
    mistakes = form.mistakes
    if problem:
        mistakes = [("", problem), *mistakes]
    if status is None:
        status = 422 if mistakes else 200
    context = {
        "event": form.event,
        "booking_form": form,
        "mistakes": mistakes,
        "hides_message_form": True,
    }
    return render(request, "events/register.html", context, status=status)


def _closed_page(request, event, reason):
    context = {"event": event, "reason": reason}
    status = 409 if request.method == "POST" else 200
    return render(request, "events/refused.html", context, status=status)
