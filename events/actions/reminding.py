"""It is nearly there."""

from datetime import date, timedelta

from django.db import transaction

from events.mails import mail_reminder
from events.models import Event

from .locking import lock_event


def send_reminders(*, today: date) -> int:
    """Mail everybody with a place at an event that comes within its number of days, once; returns how many mails."""
    coming = Event.objects.published().upcoming(today)
    count = 0
    for event in coming.exclude(state=Event.State.CANCELLED):
        if is_due(event, today):
            count += remind(event.pk, today)
    return count


def is_due(event: Event, today: date) -> bool:
    """Whether its day to remind has come, and nobody was reminded of it since; 0 days means no reminder.

    A reminder from before that day was of another day, on which the event was then.
    """
    remind_on = event.starts_on - timedelta(days=event.reminder_days)
    was_reminded = event.reminded_on is not None and event.reminded_on >= remind_on
    return event.reminder_days > 0 and remind_on <= today and not was_reminded


@transaction.atomic
def remind(number: int, today: date) -> int:
    """Whoever gets a place later has its confirmation."""
    event = lock_event(number)
    if not is_due(event, today):
        return 0
    confirmed = event.registrations.confirmed()
    registrations = list(confirmed.select_related("booking", "event", "tier"))
    for registration in registrations:
        mail_reminder(registration)
    event.reminded_on = today
    event.save(update_fields=["reminded_on"])
    return len(registrations)
