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
    found = lock_event(event.pk)
    if found.state == Event.State.CANCELLED:
        return found
    found.state, found.state_note = Event.State.CANCELLED, reason
    found.save(update_fields=["state", "state_note", "updated_at"])
    for registration in found.registrations.live().select_related("booking", "event"):
        mail_event_cancelled(registration, reason)
    return found


@transaction.atomic
def revive_event(*, event, reason):
    """Say that an event goes on after all; registering stays closed until somebody opens it."""
    found = lock_event(event.pk)
    if found.state != Event.State.CANCELLED:
        return found
    found.state, found.state_note = Event.State.CLOSED, ""
    found.save(update_fields=["state", "state_note", "updated_at"])
    for registration in found.registrations.live().select_related("booking", "event"):
        mail_event_revived(registration, reason)
    return found
