"""What went out in a calendar before: what is no longer so is cancelled in it, and forgotten with its person."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import icalendar
import pytest
from django.db import connection, transaction
from django.utils import timezone

from events.actions.calendar_files import calendar_of_registration, calendar_to_send
from events.actions.forgetting import forget_attendees
from events.change_mails import mail_event_changed
from events.models import Event, Registration, Session
from mail.models import OutgoingMail
from tests.event_factories import (
    EventDayFactory,
    EventFactory,
    RegistrationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = "https://netwerk.example"


def test_what_the_organiser_drops_is_cancelled_once_and_stays_so():
    first = timezone.localdate() + timedelta(days=40)
    event = EventFactory(title="Dag", starts_on=first, ends_on=first + timedelta(days=1))
    days = [EventDayFactory(event=event, date=first + timedelta(days=number), begins="10:00") for number in range(2)]
    session, other = (SessionFactory(event=event, title=title, date=first, begins="10:00") for title in ("Een", "Twee"))
    long_ago = timezone.now() - timedelta(days=2)
    registration = RegistrationFactory(booking__event=event, registered_at=long_ago)
    drops = {
        "a session": session.delete,
        "emptied hours": lambda: Session.objects.filter(pk=other.pk).update(begins=None),
        "a second day": lambda: (days[1].delete(), Event.objects.update(ends_on=first)),
        "the date": lambda: Event.objects.update(date_note="Ergens in het voorjaar"),
    }
    wrong, gone = [], set()

    for name, drop in drops.items():
        Event.objects.update(updated_at=long_ago)
        _, before = by_uid(registration)
        drop()
        method, after = by_uid(registration)
        new = {uid for uid, (_, status) in after.items() if status == "CANCELLED"} - gone
        gone |= new
        grew = all(after[uid][0] > before[uid][0] for uid in new)
        wrong += [] if (len(new), grew, after.keys(), method) == (1, True, before.keys(), "PUBLISH") else [name]
    event.refresh_from_db()
    event.save()
    _, later = by_uid(registration)

    assert wrong == []
    assert later == after


def test_hours_that_come_back_are_in_it_again():
    event = EventFactory()
    session = SessionFactory(event=event, begins="10:00")
    registration = RegistrationFactory(booking__event=event)
    versions = []

    for begins in ("10:00", None, "11:00"):
        session.begins = begins
        session.save()
        versions.append(list(by_uid(registration)[1].values())[1])

    assert [status for _, status in versions] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert versions[0][0] < versions[1][0] < versions[2][0]


def test_who_waits_and_has_the_calendar_is_sent_what_becomes_of_it():
    event = EventFactory(starts_on=timezone.localdate() + timedelta(days=40), capacity=1)
    has_it, has_none = RegistrationFactory.create_batch(2, booking__event=event, place="wachtlijst")
    calendar_of_registration(has_it)

    for registration in (has_it, has_none):
        mail_event_changed(registration, [], "Een andere zaal.")

    assert [len(waiting.attachments) for waiting in OutgoingMail.objects.order_by("pk")] == [1, 0]


def test_what_was_sent_is_forgotten_with_who_it_was_sent_to():
    registration = RegistrationFactory(booking__event__starts_on=date(2026, 1, 8))
    calendar_of_registration(registration)
    kept = registration.sent_entries.count()

    forget_attendees(today=date(2026, 11, 1))

    assert (kept, registration.sent_entries.count()) == (1, 0)


def by_uid(registration):
    """(METHOD, {UID: (SEQUENCE, STATUS)}) of the calendar as it goes out now."""
    registration = Registration.objects.for_lists().get(pk=registration.pk)
    calendar = icalendar.Calendar.from_ical(calendar_of_registration(registration))
    entries = calendar.walk("VEVENT")
    found = {str(entry["UID"]): (entry["SEQUENCE"], str(entry["STATUS"])) for entry in entries}
    assert len(found) == len(entries)
    return str(calendar["METHOD"]), found


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_mails_that_are_made_at_once_the_later_one_counts():
    """A change and a cancellation right behind it: the worker makes several mails at a time."""
    registration = RegistrationFactory(booking__event=EventFactory(venue="Het Raadhuis"))
    calendar_to_send(registration.pk)
    Event.objects.update(venue="De Kerk")

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            _, changed = calendar_to_send(registration.pk)
            later = pool.submit(cancelled_meanwhile, registration.pk)
            while not (later.done() or somebody_waits()):
                time.sleep(0.05)
        method, cancelled = later.result(30)

    first, last = (icalendar.Calendar.from_ical(each).walk("VEVENT")[0] for each in (changed, cancelled))
    assert (method, str(last["STATUS"]), last["SEQUENCE"] - first["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)


def somebody_waits():
    """Whether a connection to this database waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
        return cursor.fetchone() is not None


def cancelled_meanwhile(number):
    Registration.objects.filter(pk=number).update(place="geannuleerd")
    try:
        return calendar_to_send(number)
    finally:
        connection.close()
