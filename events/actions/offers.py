"""A freed place is offered to who waits longest, and passes on when not taken; called while the event is locked."""

from datetime import timedelta

from django.utils import timezone

from events.mails import mail_about_place
from events.models import Event, Place
from events.registering import begins_at, places_left

from .steps import note_step


def offer_deadline(event, now):
    """Until when an offer made now stands; ``None`` when nothing is offered any more. Never after the begin."""
    begin = begins_at(event)
    if event.state == Event.State.CANCELLED or now >= begin:
        return None
    return min(now + timedelta(hours=event.offer_hours), begin)


def offer_places(event, *, now):
    """Offer what is free; ``event`` is locked and has its counts."""
    deadline = offer_deadline(event, now)
    left = places_left(event)
    if deadline is None or left == 0:
        return
    waiting = event.registrations.waiting().select_related("booking", "event")
    until = timezone.localtime(deadline)
    for registration in waiting[:left]:  # without a limit: everybody
        registration.place = Place.OFFERED
        registration.offered_until = deadline
        registration.save(update_fields=["place", "offered_until"])
        note_step(registration, f"Plek aangeboden tot {until:%d-%m %H.%M} uur", now=now)
        mail_about_place(registration)
