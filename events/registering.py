"""Whether one can register for an event now; pure, from what is loaded."""

from datetime import datetime, time

from django.utils import timezone

from .free_places import is_full
from .models import Event

NOT_YET = "Je kunt je nog niet inschrijven."
CLOSED = "De inschrijving is gesloten."
PAST = "Deze bijeenkomst is geweest. Je kunt je niet meer inschrijven."
CANCELLED = "Deze bijeenkomst is afgelast."
FULL = "De bijeenkomst is vol."
ELSEWHERE = "Inschrijven doe je op de site van de organisator."


def begins_at(event):
    """The moment at which an event begins: its first known hour, else the start of its first day."""
    known = []
    for day in event.days.all():
        if day.begins_at:
            known.append(day.begins_at)
    if known:
        return min(known)
    here = timezone.get_default_timezone()
    return datetime.combine(event.starts_on, time.min, tzinfo=here)


def opens_later(event, now):
    """Whether the moment from which one can register is known and still to come."""
    return event.opens_at is not None and now < event.opens_at


def why_closed(event, now):
    """Why nobody can register now, in one sentence; empty when one can, be it for the waiting list."""
    if event.is_over_on(timezone.localdate(now)):
        return PAST
    if event.state == Event.State.CANCELLED:
        return CANCELLED
    if event.registration_url:
        return ELSEWHERE
    closes_at = event.closes_at or begins_at(event)
    if event.state == Event.State.CLOSED or now >= closes_at:
        return CLOSED
    if event.state != Event.State.OPEN or opens_later(event, now):
        return NOT_YET
    if is_full(event) and not event.has_waiting_list:
        return FULL
    return ""


def state_at(event, now):
    """What readers see: the state that people chose, and what follows from the date and the places."""
    is_over = event.is_over_on(timezone.localdate(now))
    if is_over and event.state != Event.State.CANCELLED:
        return Event.State.PAST
    if event.state != Event.State.OPEN:
        return Event.State(event.state)
    reason = why_closed(event, now)
    if reason == CLOSED:
        return Event.State.CLOSED
    if reason == NOT_YET:
        return Event.State.ANNOUNCED
    if is_full(event):
        return Event.State.FULL
    return Event.State.OPEN
