"""Registering for a meeting: the form, a page to check it, and the booking."""

import re
from decimal import Decimal

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from visitors.asked import asked_text

from .actions.booking import book, quote, total
from .actions.people import check_people
from .actions.refused import RefusedError
from .directory import suggested
from .links import booking_token
from .mail_limits import why_not_sent
from .models import Booking, Event, Session
from .registering import places_left, why_closed
from .registration_sheet import Sheet

FREE = "geen"  # what the form says of the total where there are no prices
AMOUNT = re.compile(r"\d{1,8}\.\d\d")


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    """Ask who comes, show what that means, and book it; for a full event the same for its waiting list."""
    event, now = _event(slug), timezone.now()
    step = request.POST.get("stap", "controleer") if request.method == "POST" else ""
    if step == "bevestig":
        return _confirm(request, event, now)
    reason = why_closed(event, now)
    if reason:
        return _closed_page(request, event, reason)
    if step == "controleer":
        return _check(request, event, now)
    sheet = Sheet.typed(event, request.POST, step) if step else Sheet.blank(event)
    return _form_page(request, sheet)


@require_safe
def organisation_suggestions(request):
    """A fragment with organisations that the typed text may become."""
    found = suggested(asked_text(request.GET, "q"), today=timezone.localdate())
    return render(request, "events/_register_organisations.html", {"organisations": found})


def _event(slug):
    """A public event with what the form needs to know; always in the same number of queries."""
    sessions = Session.objects.parallel().with_places_taken()
    known = Event.objects.published().select_related("municipality").with_places_taken()
    return get_object_or_404(
        known.prefetch_related("days", "price_tiers__provinces", "guest_provinces", Prefetch("sessions", sessions)),
        slug=slug,
    )


def _check(request, event, now):
    sheet = Sheet.sent(event, request.POST)
    if not sheet.is_valid():
        return _form_page(request, sheet)
    try:
        return _check_page(request, sheet, now)
    except RefusedError as error:
        sheet.refuse(error)
    return _form_page(request, sheet)


def _check_page(request, sheet, now):
    """Everybody with what they chose and what they pay; raises ``RefusedError`` when they cannot come together."""
    today, event = timezone.localdate(now), sheet.event
    people = sheet.persons(today)
    check_people(event, people)
    quotes = quote(event, people, today=today)
    to_pay = total(quotes)
    if to_pay and not sheet.booking.require_invoice():
        return _form_page(request, sheet)
    left = places_left(event)
    context = {
        "event": event,
        "sheet": sheet,
        "quotes": quotes,
        "total": to_pay,
        "expected": FREE if to_pay is None else f"{to_pay:.2f}",
        "too_few": None if sheet.waits or left is None or left >= len(people) else left,
        "hides_message_form": True,
    }
    return render(request, "events/register_check.html", context)


def _confirm(request, event, now):
    """Book what was checked; a form that was sent before leads to the booking that is there."""
    sheet = Sheet.sent(event, request.POST, may_be_full=True)
    known = _known_booking(sheet)
    if known and known.event_id == event.pk:
        return redirect("events:booking", booking_token(known))
    if known:
        sheet.start_anew(request.POST)
    reason = why_closed(event, now)
    if reason:
        return _closed_page(request, event, reason)
    if not sheet.is_valid():
        return _form_page(request, sheet)
    expected = _expected(request.POST.get("totaal", ""))
    if expected is False:  # never saw what it costs
        return _check(request, event, now)
    return _book(request, sheet, expected, now)


def _known_booking(sheet):
    """The booking that this form became before, if it did."""
    return None if sheet.problems else Booking.objects.filter(key=sheet.booking.cleaned_data["key"]).first()


def _expected(text):
    """The total that was shown in euro, ``None`` for no prices, ``False`` for none that we ever show."""
    if text == FREE:
        return None
    return Decimal(text) if AMOUNT.fullmatch(text) else False


def _book(request, sheet, expected, now):
    if sheet.booking.is_from_robot:
        return redirect(sheet.event)
    reason = why_not_sent(request, sheet.addresses, now)
    if reason:
        sheet.problems.append(reason)
        return _form_page(request, sheet, status=429)
    values = sheet.booking.cleaned_data
    try:
        booking = book(
            event=sheet.event,
            key=values["key"],
            email=values["email"],
            people=sheet.persons(timezone.localdate(now)),
            invoice=sheet.booking.invoice,
            expected=expected,
            now=now,
        )
    except RefusedError as error:
        return _refused(request, error)
    return redirect("events:booking", booking_token(booking))


def _refused(request, error):
    """The form once more, with the places as they are by now."""
    sheet = Sheet.sent(_event(request.resolver_match.kwargs["slug"]), request.POST)
    if sheet.is_valid() or error.field != "sessions":
        sheet.refuse(error)
    return _form_page(request, sheet)


def _form_page(request, sheet, status=None):
    """The form; with status 422 where something on it is wrong."""
    mistakes = sheet.mistakes
    context = {"event": sheet.event, "sheet": sheet, "mistakes": mistakes, "hides_message_form": True}
    return render(request, "events/register.html", context, status=status or (422 if mistakes else 200))


def _closed_page(request, event, reason):
    context = {"event": event, "reason": reason}
    status = 409 if request.method == "POST" else 200
    return render(request, "events/refused.html", context, status=status)
