"""The calendar that somebody gets, by mail or from their page: what is in it is kept, to take it out when it goes."""

from django.db import transaction

from events.models import Registration, SentEntry
from events.personal_calendar import as_kept, method_for, personal_calendar


def calendar_of_registration(registration: Registration) -> bytes:
    """The bytes of the calendar of somebody, who gets it now."""
    _, content = calendar_to_send(registration.pk)
    return content


@transaction.atomic
def calendar_to_send(number: int) -> tuple[str, bytes]:
    """The method and the bytes of the same calendar.

    Two mails to one person may be made at once: the second waits, and has a higher number with what holds by then.
    """
    kept = SentEntry.objects.filter(registration=number).order_by("uid")
    sent = dict(kept.select_for_update().values_list("uid", "text"))
    registration = Registration.objects.for_lists().get(pk=number)
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
    return method_for(registration), calendar.to_ical()
