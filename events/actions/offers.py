"""A freed place is offered to who waits longest, and passes on when not taken; called while the event is locked."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from events.free_places import has_room, take_if_all_fit
from events.mails import mail_about_place
from events.models import Event, Place, Registration
from events.registering import begins_at

from .steps import note_step


def offer_deadline(event: Event, now: datetime) -> datetime | None:
    """Until when an offer made now stands; ``None`` when nothing is offered any more. Never after the begin."""
    begin = begins_at(event)
    if event.state == Event.State.CANCELLED or now >= begin:
        return None
    return min(now + timedelta(hours=event.offer_hours), begin)


def offer_places(event: Event, *, now: datetime) -> None:
    """Offer what is free; ``event`` is locked and has its counts.

    Who only comes together is offered as many places at once; while there are too few, who is behind them goes first.
    """
    deadline = offer_deadline(event, now)
    has_any_room = has_room(event, is_online=False) or has_room(event, is_online=True)
    if deadline is None or not has_any_room:
        return
    waiting = event.registrations.waiting().select_related("booking", "event")
    for party in parties_of(waiting):
        ways = [registration.takes_part_online for registration in party]
        if take_if_all_fit(event, ways):
            for registration in party:
                offer_place(registration, deadline, now)


def parties_of(waiting: Iterable[Registration]) -> list[list[Registration]]:
    """Who waits, in order, as lists of who comes together; most are one person."""
    parties: list[list[Registration]] = []
    of_booking: dict[int, list[Registration]] = {}
    for registration in waiting:
        if not registration.booking.comes_together:
            parties.append([registration])
        elif registration.booking_id in of_booking:
            of_booking[registration.booking_id].append(registration)
        else:
            of_booking[registration.booking_id] = [registration]
            parties.append(of_booking[registration.booking_id])
    return parties


def offer_place(registration: Registration, deadline: datetime, now: datetime) -> None:
    """Hold a place for who waited, until the deadline."""
    until = timezone.localtime(deadline)
    registration.place = Place.OFFERED
    registration.offered_until = deadline
    registration.save(update_fields=["place", "offered_until"])
    note_step(registration, f"Plek aangeboden tot {until:%d-%m %H.%M} uur", now=now)
    mail_about_place(registration)
