"""Calling an event off, and letting it go on after all: everybody who registered reads both."""

from django.db import transaction

from events.change_mails import mail_event_revived
from events.mails import mail_event_cancelled
from events.models import Event

from .locking import lock_event


@transaction.atomic
def cancel_event(*, event, reason):
    """Say that an event does not go on, and mail everybody with a place or waiting; a second time changes nothing.

    Who comes keeps their registration, so that the organiser still knows who they were.
    """
    locked = lock_event(event.pk)
    if locked.state == Event.State.CANCELLED:
        return locked
    locked.state, locked.state_note = Event.State.CANCELLED, reason
    locked.save(update_fields=["state", "state_note", "updated_at"])
    for registration in locked.registrations.live().select_related("booking", "event"):
        mail_event_cancelled(registration, reason)
    return locked


@transaction.atomic
def revive_event(*, event, reason):
    """Say that an event goes on after all; registering stays closed until somebody opens it."""
    locked = lock_event(event.pk)
    if locked.state != Event.State.CANCELLED:
        return locked
    locked.state, locked.state_note = Event.State.CLOSED, ""
    locked.save(update_fields=["state", "state_note", "updated_at"])
    for registration in locked.registrations.live().select_related("booking", "event"):
        mail_event_revived(registration, reason)
    return locked
