"""The calendar that somebody gets, by mail or from their page: what is in it is kept, to take it out when it goes."""

from django.db import transaction

from events.models import Registration, SentEntry
from events.personal_calendar import as_kept, personal_calendar


@transaction.atomic
def calendar_of_registration(registration: Registration) -> bytes:
    """The bytes of the calendar of somebody, who gets it now."""
    sent = dict(registration.sent_entries.values_list("uid", "text"))
    calendar = personal_calendar(registration, sent.values())
    entries = []
    for entry in calendar.walk("VEVENT"):
        uid = str(entry["UID"])
        text = as_kept(entry)
        if sent.get(uid) != text:
            entries.append(
                SentEntry(
                    registration=registration,
                    uid=uid,
                    text=text,
                )
            )
    entries.sort(key=lambda entry: entry.uid)  # two at a time wait for each other
    SentEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["registration", "uid"],
        update_fields=["text"],
    )
    return calendar.to_ical()
