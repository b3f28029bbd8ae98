"""iCalendar files, read back as a program would."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.utils import timezone

from events.calendars import calendar_of_events
from events.models import Event
from tests.event_factories import (
    EventDayFactory,
    EventFactory,
)
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = "https://netwerk.example"


def entries(content):
    """The events in a file."""
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def entries_of(event):
    return entries(calendar_of_events([Event.objects.get(pk=event.pk)]))


def test_an_event_tells_what_when_and_where():
    event = EventFactory(
        title="Netwerkdag", summary="Een dag.", venue="KIVI", venue_address="Prinsessegracht 23",
        municipality=MunicipalityFactory(name="Den Haag"), starts_on=date(2026, 6, 18),
    )  # fmt: skip
    EventDayFactory(event=event, begins="11:00", ends="16:30")
    event.refresh_from_db()  # with a day of it, the meeting changed too

    [entry] = entries_of(event)

    page = f"https://netwerk.example{event.get_absolute_url()}"
    assert str(entry["UID"]) == f"bijeenkomst-{event.pk}@netwerk.example"
    assert str(entry["SUMMARY"]) == "Netwerkdag"
    assert str(entry["LOCATION"]) == "KIVI, Prinsessegracht 23, Den Haag"
    assert str(entry["URL"]) == page
    assert str(entry["DESCRIPTION"]) == f"Een dag.\n{page}"
    assert str(entry["STATUS"]) == "CONFIRMED"
    assert entry["DTSTART"].dt == datetime(2026, 6, 18, 9, tzinfo=UTC)
    assert entry["DTEND"].dt == datetime(2026, 6, 18, 14, 30, tzinfo=UTC)
    assert entry["LAST-MODIFIED"].dt == entry["DTSTAMP"].dt == event.updated_at.replace(microsecond=0)


def test_moments_are_right_around_the_change_of_the_clock():
    moments = [  # day, hours here, and those in UTC
        (date(2026, 3, 28), "10:00", "12:00", (9, 11)),  # the clock goes forward in the night after
        (date(2026, 3, 29), "01:30", "03:30", (0, 1)),  # between these hours is one hour, not two
        (date(2026, 3, 29), "10:00", "12:00", (8, 10)),
        (date(2026, 10, 24), "10:00", "12:00", (8, 10)),
        (date(2026, 10, 25), "10:00", "12:00", (9, 11)),  # the clock went back in the night before
    ]
    found = []

    for day, begins, ends, _ in moments:
        event = EventFactory(starts_on=day)
        EventDayFactory(event=event, begins=begins, ends=ends)
        [entry] = entries_of(event)
        first, last = entry["DTSTART"].dt, entry["DTEND"].dt
        here = first.astimezone(timezone.get_default_timezone())
        found.append((here.date(), f"{here:%H:%M}", ends, (first.hour, last.hour)))

    assert found == moments


def test_the_hour_that_comes_twice_is_the_first():
    event = EventFactory(starts_on=date(2026, 10, 25))
    EventDayFactory(event=event, begins="02:30", ends="04:00")

    [entry] = entries_of(event)

    assert entry["DTSTART"].dt == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert entry["DTEND"].dt == datetime(2026, 10, 25, 3, tzinfo=UTC)


def test_without_hours_it_takes_whole_days():
    [entry] = entries_of(EventFactory(starts_on=date(2026, 6, 18), ends_on=date(2026, 6, 19)))

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2026, 6, 18), date(2026, 6, 20))


def test_each_day_with_hours_is_an_entry_of_its_own():
    event = EventFactory(starts_on=date(2026, 6, 18), ends_on=date(2026, 6, 20))
    EventDayFactory(event=event, date=date(2026, 6, 18), begins="10:00", ends="17:00")
    EventDayFactory(event=event, date=date(2026, 6, 20), begins="09:00")

    first, last = entries_of(event)

    assert first["DTSTART"].dt == datetime(2026, 6, 18, 8, tzinfo=UTC)
    assert last["DTSTART"].dt == datetime(2026, 6, 20, 7, tzinfo=UTC)
    assert "DTEND" not in last
    assert str(first["UID"]) == f"bijeenkomst-{event.pk}@netwerk.example"
    assert str(last["UID"]) == f"bijeenkomst-{event.pk}-2@netwerk.example"


def test_an_event_keeps_its_uid_when_it_moves():
    event = EventFactory(starts_on=date(2026, 6, 18))
    [before] = entries_of(event)
    Event.objects.filter(pk=event.pk).update(starts_on="2026-07-01", ends_on="2026-07-01", slug="anders")
    [after] = entries_of(event)

    assert before["UID"] == after["UID"]


def test_a_cancelled_event_is_cancelled_in_calendars_too():
    [entry] = entries_of(EventFactory(state="afgelast", state_note="De zaal is weg."))

    assert str(entry["STATUS"]) == "CANCELLED"
    assert "De zaal is weg." in str(entry["DESCRIPTION"])


LINES = {"ATTENDEE", "X-A", "X-B"}  # that nobody may begin in a text


def test_a_title_cannot_begin_a_new_line():
    begun = []

    for break_ in ("\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"):
        title = f"Dag{break_}END:VEVENT{break_}ATTENDEE:mailto:x@y.nl"
        event = EventFactory(title=title, venue=f"Zaal{break_}X-A:1", summary=f"Een{break_}X-B:2")
        content = calendar_of_events([event])
        [entry] = entries(content)
        texts = str(entry["SUMMARY"]), str(entry["LOCATION"]), str(entry["DESCRIPTION"])[:10]
        names = {*entry, *(line.split(b":")[0].decode() for line in content.splitlines())}
        if texts != ("Dag END:VEVENT ATTENDEE:mailto:x@y.nl", "Zaal X-A:1", "Een\nX-B:2\n") or names & LINES:
            begun.append((break_, texts, names & LINES))

    assert begun == []


def test_commas_semicolons_and_letters_of_more_bytes_come_back_whole():
    title = "Één, twee; drie\\n vier ‘vijf’ " * 5

    [entry] = entries_of(EventFactory(title=title.strip()))

    assert str(entry["SUMMARY"]) == title.strip()


def test_lines_are_at_most_75_bytes_and_end_as_they_should():
    content = calendar_of_events([EventFactory(title="é" * 160, summary="x" * 300)])

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_file_of_an_event_is_named_after_it(client):
    response = client.get(f"{EventFactory(slug='netwerkdag').get_absolute_url()}agenda.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="netwerkdag.ics"'
    assert len(entries(response.content)) == 1


def test_the_feed_has_what_comes_and_what_was_in_the_last_year(client):
    today = timezone.localdate()
    shown = [EventFactory(starts_on=today + timedelta(days=days)) for days in (-365, -1, 0, 500)]
    EventFactory(starts_on=today - timedelta(days=366))
    EventFactory(state="concept")
    EventFactory(archived_on=today)
    EventFactory(date_note="ooit")

    found = entries(client.get("/agenda/agenda.ics").content)

    assert [str(entry["SUMMARY"]) for entry in found] == [event.title for event in shown]


def test_the_feed_is_narrowed_as_the_list_is(client):
    theme = ThemeFactory()
    event = EventFactory()
    event.themes.add(theme)
    EventFactory()

    found = entries(client.get(f"/agenda/agenda.ics?thema={theme.slug}").content)

    assert [str(entry["SUMMARY"]) for entry in found] == [event.title]
    assert entries(client.get("/agenda/agenda.ics?thema=bestaat-niet").content) == []


def test_a_program_that_has_this_version_gets_no_second_one(client):
    event = EventFactory()
    first = client.get("/agenda/agenda.ics")

    again = client.get("/agenda/agenda.ics", headers={"if-none-match": first["ETag"]})
    event.title = "Anders"
    event.save()
    changed = client.get("/agenda/agenda.ics", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content, changed.status_code) == (304, b"", 200)


def test_the_feed_costs_as_many_queries_with_3_events_as_with_1(client):
    def make(count):
        for event in EventFactory.create_batch(count, municipality=MunicipalityFactory()):
            EventDayFactory(event=event)

    assert len({number_of_queries(lambda: client.get("/agenda/agenda.ics")) for _ in map(make, [1, 2])}) == 1
