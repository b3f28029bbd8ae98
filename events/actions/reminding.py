"""It is nearly there."""

from datetime import timedelta

from django.db import transaction

from events.mails import mail_reminder
from events.models import Event

from .locking import lock_event


def send_reminders(*, today):
    """Mail everybody with a place at an event that comes within its number of days, once; returns how many mails."""
    coming = Event.objects.published().upcoming(today)
    coming = coming.filter(reminded_on=None).exclude(state=Event.State.CANCELLED)
    count = 0
    for event in coming:
        remind_on = event.starts_on - timedelta(days=event.reminder_days)
        if remind_on <= today:
            count += remind(event.pk, today)
    return count


@transaction.atomic
def remind(number, today):
    """Whoever gets a place later has its confirmation; 0 days means no reminder."""
    event = lock_event(number)
    if event.reminded_on or event.reminder_days == 0:
        return 0
    confirmed = event.registrations.confirmed()
    registrations = list(confirmed.select_related("booking", "event", "tier"))
    for registration in registrations:
        mail_reminder(registration)
    event.reminded_on = today
    event.save(update_fields=["reminded_on"])
    return len(registrations)
