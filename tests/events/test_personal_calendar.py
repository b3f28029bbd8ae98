"""The calendar of one person: the event and their sessions, what they gave up as cancelled, and no private link."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.core import mail
from django.utils import timezone

from events.actions.calendar_files import calendar_of_registration
from events.actions.cancelling import cancel_event
from events.actions.places import cancel, change_sessions
from events.models import Event, Registration, SentEntry
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from tests.event_factories import (
    EventDayFactory,
    EventFactory,
    ParallelSessionFactory,
    RegistrationFactory,
    SessionChoiceFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = "https://netwerk.example"


def entries(content):
    """The events in a file."""
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


WHERE_AND_WHAT = {"room": "Grote zaal", "description": "Neem **een pen** mee"}


def test_somebody_with_a_place_has_the_event_and_their_sessions():
    event = EventFactory(starts_on=date(2026, 6, 18), online_address="https://vergadering.example/x")
    EventDayFactory(event=event, begins="10:00", ends="17:00")
    registration = RegistrationFactory(booking__event=event)
    SessionFactory(event=event, title="Opening", begins="10:00", ends="10:30", **WHERE_AND_WHAT)
    SessionFactory(event=event, title="Zonder uur")
    SessionFactory(event=event, title="Lunch", kind="pauze", begins="12:00")
    chosen, waiting, _ = (
        ParallelSessionFactory(event=event, title=title, round=number, begins="14:00")
        for number, title in enumerate(["Gekozen", "Wachtend", "Niet gekozen"], start=1)
    )
    SessionChoiceFactory(registration=registration, session=chosen)
    SessionChoiceFactory(registration=registration, session=waiting, place="wachtlijst")

    found = entries(calendar_of_registration(registration))

    assert [str(entry["SUMMARY"]) for entry in found] == [event.title, "Opening", "Lunch", "Gekozen"]
    assert {str(entry["URL"]) for entry in found} == {f"https://netwerk.example{event.get_absolute_url()}"}
    assert found[1]["DTEND"].dt == datetime(2026, 6, 18, 8, 30, tzinfo=UTC)
    assert str(found[1]["LOCATION"]).startswith("Grote zaal")
    assert str(found[1]["DESCRIPTION"]).startswith("Neem een pen mee")
    assert len({str(entry["UID"]) for entry in found}) == 4


STATUSES = {
    "wachtlijst": "TENTATIVE",
    "aangeboden": "TENTATIVE",
    "geannuleerd": "CANCELLED",
    "vervallen": "CANCELLED",
}


def test_nobody_finds_a_private_link_in_a_calendar():
    event = EventFactory(attendance="hybride", online_address="https://vergadering.example/x")
    SessionFactory(event=event, begins="10:00")
    found = []

    for place in (*STATUSES, "bevestigd"):
        offered_until = timezone.now() if place == "aangeboden" else None
        registration = RegistrationFactory(
            booking__event=event, place=place, offered_until=offered_until, takes_part_online=True
        )
        content = b"".join(calendar_of_registration(registration).split(b"\r\n "))
        found += [(place, text) for text in (b"vergadering", b"/plek/", b"/boeking/") if text in content]

    assert found == []


def test_an_entry_says_where_this_person_goes():
    event = EventFactory(attendance="hybride", venue="De Zaal", municipality=None)
    SessionFactory(event=event, begins="10:00", room="Foyer")
    found = []

    for is_online in (True, False):
        registration = RegistrationFactory(booking__event=event, takes_part_online=is_online)
        found += [str(entry["LOCATION"]) for entry in entries(calendar_of_registration(registration))]

    assert found == ["Online", "Online", "De Zaal", "Foyer, De Zaal"]


def test_an_entry_says_how_somebody_stands():
    event = EventFactory()
    found = {}

    for place in STATUSES:
        offered_until = timezone.now() if place == "aangeboden" else None
        registration = RegistrationFactory(booking__event=event, place=place, offered_until=offered_until)
        [entry] = entries(calendar_of_registration(registration))
        found[place] = str(entry["STATUS"])

    assert found == STATUSES


def versions(registration):
    """{title: (UID, SEQUENCE, STATUS)} of the calendar as it is now, and what a program does with the whole."""
    registration = Registration.objects.for_lists().get(pk=registration.pk)
    calendar = icalendar.Calendar.from_ical(calendar_of_registration(registration))
    found = {}
    for entry in calendar.walk("VEVENT"):
        found[str(entry["SUMMARY"])] = (str(entry["UID"]), entry["SEQUENCE"], str(entry["STATUS"]))
        assert entry["DTSTAMP"].dt == entry["LAST-MODIFIED"].dt
    return str(calendar["METHOD"]), found


def test_what_somebody_gives_up_leaves_their_calendar():
    event = EventFactory(title="Dag")
    SessionFactory(event=event, title="Opening", begins="10:00")
    first, other = (ParallelSessionFactory(event=event, title=title, begins="14:00") for title in ("Eerst", "Anders"))
    registration = RegistrationFactory(booking__event=event)
    later = timezone.now() + timedelta(hours=1)
    change_sessions(registration=registration, sessions=[first], waits_for=[], now=later)
    before = versions(registration)

    change_sessions(registration=registration, sessions=[other], waits_for=[], now=later + timedelta(hours=1))
    after = versions(registration)
    cancel(registration=registration, now=later + timedelta(hours=2))
    gone = versions(registration)

    statuses = [{title: entry[2] for title, entry in found.items()} for _, found in (before, after, gone)]
    assert [method for method, _ in (before, after, gone)] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert statuses == [
        {"Dag": "CONFIRMED", "Opening": "CONFIRMED", "Eerst": "CONFIRMED"},
        {"Dag": "CONFIRMED", "Opening": "CONFIRMED", "Eerst": "CANCELLED", "Anders": "CONFIRMED"},
        {"Dag": "CANCELLED", "Opening": "CANCELLED", "Eerst": "CANCELLED", "Anders": "CANCELLED"},
    ]
    assert before[1]["Eerst"][0] == after[1]["Eerst"][0] == gone[1]["Eerst"][0]
    assert gone[1]["Opening"][1] - after[1]["Opening"][1] == after[1]["Eerst"][1] - before[1]["Eerst"][1] == 3600
    assert gone[1]["Eerst"] == after[1]["Eerst"]


def test_a_change_of_a_day_or_session_is_a_new_version():
    event = EventFactory(title="Dag")
    day = EventDayFactory(event=event, begins="10:00")
    session = SessionFactory(event=event, title="Opening", begins="10:00")
    long_ago = timezone.now() - timedelta(days=2)
    registration = RegistrationFactory(booking__event=event, registered_at=long_ago)
    changes = {
        "day": day.save,
        "session": session.save,
        "session that goes": session.delete,
        "day that goes": day.delete,
    }
    unchanged = []

    for name, change in changes.items():
        Event.objects.update(updated_at=long_ago)
        SentEntry.objects.all().delete()  # so long ago, with a number of then
        before = versions(registration)[1]["Dag"]
        change()
        after = versions(registration)[1]["Dag"]
        unchanged += [name] if (before[0], before[1] + 172_000 < after[1]) != (after[0], True) else []

    assert unchanged == []


def test_the_mails_of_cancelling_take_it_out_of_the_calendar():
    called_off, stays = EventFactory(title="Afgelast"), EventFactory(title="Blijft")
    RegistrationFactory(booking__event=called_off)
    registration = RegistrationFactory(booking__event=stays)

    cancel(registration=registration, now=timezone.now())
    cancel_event(event=called_off, reason="De zaal is dicht.")
    for waiting in OutgoingMail.objects.all():
        send_outgoing_mail(mail_id=waiting.pk)

    found = {}
    for sent in mail.outbox:
        [(_, content, kind)] = sent.attachments
        calendar = icalendar.Calendar.from_ical(content)
        [entry] = calendar.walk("VEVENT")
        found[str(entry["SUMMARY"])] = (kind, str(calendar["METHOD"]), str(entry["STATUS"]))
    expected = ("text/calendar; method=CANCEL", "CANCEL", "CANCELLED")
    assert found == {"Afgelast": expected, "Blijft": expected}


def test_of_a_cancelled_event_a_place_is_cancelled():
    registration = RegistrationFactory(booking__event__state="afgelast")

    assert [str(entry["STATUS"]) for entry in entries(calendar_of_registration(registration))] == ["CANCELLED"]


def test_of_an_event_without_exact_day_nothing_can_be_in_a_calendar():
    event = EventFactory(date_note="ooit")
    SessionFactory(event=event, begins="10:00")

    assert entries(calendar_of_registration(RegistrationFactory(booking__event=event))) == []
