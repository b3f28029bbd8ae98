"""What is known of attendees goes in time; how many they were stays."""

from datetime import date

from django.db import transaction

from events.mails import about
from events.models import Event, PersonalNeeds, RegistrationStep, SentEntry
from mail.outgoing import forget_mail_about

from .locking import lock_event

NOBODY = {
    "host": None,
    "same_as": None,
    "name": "",
    "email": "",
    "organisation": None,
    "organisation_name": "",
    "claimed_province": None,
    "job_title": "",
    "is_on_list": False,
    "note": "",
}
NO_INVOICE = {
    "email": "",
    "invoice_name": "",
    "invoice_address": "",
    "invoice_email": "",
    "invoice_reference": "",
}


def forget_needs(*, today: date) -> None:
    """The day after an event nobody has to know any more what somebody eats or needs."""
    PersonalNeeds.objects.filter(registration__event__ends_on__lt=today).delete()


def forget_attendees(*, today: date) -> int:
    """Take names, addresses and invoices out of every event whose term has passed; returns how many events."""
    waiting = Event.objects.filter(
        ends_on__lt=today,
        forgotten_on=None,
        registrations__isnull=False,
    ).distinct()
    due = []
    for event in waiting:
        if event.data_removed_on <= today:
            due.append(event.pk)
    for number in due:
        _forget(number, today)
    return len(due)


@transaction.atomic
def _forget(number, today):
    event = lock_event(number)
    registrations = event.registrations.all()
    RegistrationStep.objects.filter(registration__in=registrations).delete()
    PersonalNeeds.objects.filter(registration__in=registrations).delete()
    SentEntry.objects.filter(registration__in=registrations).delete()
    registrations.update(**NOBODY, forgotten_on=today)
    event.bookings.update(**NO_INVOICE)
    forget_mail_about(about(event))
    event.forgotten_on = today
    event.save(update_fields=["forgotten_on"])
