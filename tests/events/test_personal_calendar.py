"""The calendar of one person: the event, their sessions, and the link only they may have."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from django.utils import timezone

from events.calendars import calendar_of_registration
from events.links import registration_of
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


def test_somebody_with_a_place_has_the_event_and_their_sessions():
    event = EventFactory(starts_on=date(2026, 6, 18), online_address="https://vergadering.example/x")
    EventDayFactory(event=event, begins="10:00", ends="17:00")
    registration = RegistrationFactory(booking__event=event)
    SessionFactory(event=event, title="Opening", begins="10:00", ends="10:30", room="Grote zaal")
    SessionFactory(event=event, title="Zonder uur")
    SessionFactory(event=event, title="Lunch", kind="pauze", begins="12:00")
    chosen, waiting, _ = (
        ParallelSessionFactory(event=event, title=title, round=number, begins="14:00")
        for number, title in enumerate(["Gekozen", "Wachtend", "Niet gekozen"], start=1)
    )
    SessionChoiceFactory(registration=registration, session=chosen)
    SessionChoiceFactory(registration=registration, session=waiting, place="wachtlijst")

    found = entries(calendar_of_registration(registration))

    assert [str(entry["SUMMARY"]) for entry in found] == [event.title, "Opening", "Gekozen"]
    [address] = {str(entry["URL"]) for entry in found}
    assert registration_of(address.split("/")[-2]) == registration
    assert "https://vergadering.example/x" in str(found[0]["DESCRIPTION"])
    assert found[1]["DTEND"].dt == datetime(2026, 6, 18, 8, 30, tzinfo=UTC)
    assert str(found[1]["LOCATION"]).startswith("Grote zaal")
    assert len({str(entry["UID"]) for entry in found}) == 3


STATUSES = {
    "wachtlijst": "TENTATIVE",
    "aangeboden": "TENTATIVE",
    "geannuleerd": "CANCELLED",
    "vervallen": "CANCELLED",
}


def test_somebody_without_a_place_gets_no_link_and_no_sessions():
    event = EventFactory(online_address="https://vergadering.example/x")
    SessionFactory(event=event, begins="10:00")
    found, linked = {}, []

    for place in STATUSES:
        offered_until = timezone.now() if place == "aangeboden" else None
        registration = RegistrationFactory(booking__event=event, place=place, offered_until=offered_until)
        content = calendar_of_registration(registration)
        found[place] = [str(entry["STATUS"]) for entry in entries(content)]
        linked += [place] if b"vergadering" in content else []

    assert found == {place: [status] for place, status in STATUSES.items()}
    assert linked == []


def test_of_a_cancelled_event_a_place_is_cancelled():
    registration = RegistrationFactory(booking__event__state="afgelast")

    assert [str(entry["STATUS"]) for entry in entries(calendar_of_registration(registration))] == ["CANCELLED"]


def test_of_an_event_without_exact_day_nothing_can_be_in_a_calendar():
    event = EventFactory(date_note="ooit")
    SessionFactory(event=event, begins="10:00")

    assert entries(calendar_of_registration(RegistrationFactory(booking__event=event))) == []
