"""Calling an event off, and letting it go on after all: everybody who registered reads both."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.change_mails import mail_event_revived
from events.mails import mail_event_cancelled
from events.models import Event, Place, SessionChoice

from .locking import lock_event
from .offers import offer_deadline


@transaction.atomic
def cancel_event(*, event: Event, reason: str) -> Event:
    """Say that an event does not go on, and mail everybody with a place or waiting; a second time changes nothing.

    Who comes keeps their registration, so that the organiser still knows who they were.
    """
    locked = lock_event(event.pk)
    if locked.state == Event.State.CANCELLED:
        return locked
    locked.state = Event.State.CANCELLED
    locked.state_note = reason
    locked.save(update_fields=["state", "state_note", "updated_at"])
    for registration in locked.registrations.live().select_related("booking", "event"):
        mail_event_cancelled(registration, reason)
    return locked


@transaction.atomic
def revive_event(*, event: Event, reason: str) -> Event:
    """Say that an event goes on after all; registering stays closed until somebody opens it.

    Who was offered a place may think about it anew: nobody answers while the event is called off.
    """
    locked = lock_event(event.pk)
    if locked.state != Event.State.CANCELLED:
        return locked
    locked.state = Event.State.CLOSED
    locked.state_note = ""
    locked.save(update_fields=["state", "state_note", "updated_at"])
    give_time_anew(locked, timezone.now())
    for registration in locked.registrations.live().select_related("booking", "event"):
        mail_event_revived(registration, reason)
    return locked


def give_time_anew(event: Event, now: datetime) -> None:
    """Offers that were made before stand as long as one that is made now; after the begin they end as they would."""
    deadline = offer_deadline(event, now)
    if deadline is None:
        return
    choices = SessionChoice.objects.filter(session__event=event)
    for offered in (event.registrations, choices):
        offered.filter(place=Place.OFFERED).update(offered_until=deadline)
