"""The month view: weeks, days of more than one day, and as far as the agenda goes."""

from datetime import date

import pytest
from django.utils import timezone

from events.days import Stretch, dates_of, stretches_of
from events.months import Month
from tests.event_factories import EventDayFactory, EventFactory, EventRoleFactory
from tests.factories import ThemeFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def days_with_events(client, address):
    """The days on a page of a month that have events, as {day: events}."""
    weeks = client.get(address).context["weeks"]
    return {day: events for week in weeks for day, events in filter(None, week) if events}


def test_an_event_is_on_each_of_its_days_in_this_month(client):
    event = EventFactory(starts_on="2026-06-29", ends_on="2026-07-02")

    assert days_with_events(client, "/agenda/maand/2026-6/") == {date(2026, 6, 29): [event], date(2026, 6, 30): [event]}
    assert days_with_events(client, "/agenda/maand/2026-07/") == {date(2026, 7, 1): [event], date(2026, 7, 2): [event]}


def test_an_event_of_which_first_and_last_day_have_hours_is_not_on_the_days_between():
    event = EventFactory(starts_on=date(2026, 6, 4), ends_on=date(2026, 6, 11))
    for day in (4, 11):
        EventDayFactory(event=event, date=date(2026, 6, day))

    assert dates_of(event, date(2026, 6, 1), date(2026, 6, 30)) == [date(2026, 6, 4), date(2026, 6, 11)]


def test_days_without_hours_stand_together_beside_a_day_with_hours():
    event = EventFactory(starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 5))
    EventDayFactory(event=event, date=date(2026, 6, 2), begins="10:00", ends="12:00")
    event.refresh_from_db()

    assert [(each.first.day, each.last.day, bool(each.begins)) for each in stretches_of(event)] == [
        (1, 1, False),
        (2, 2, True),
        (3, 5, False),
    ]


def test_a_day_outside_the_event_does_not_count():
    event = EventFactory(starts_on=date(2026, 6, 2))
    EventDayFactory(event=event, date=date(2026, 6, 9))

    assert stretches_of(event) == [Stretch(date(2026, 6, 2), date(2026, 6, 2))]


def test_drafts_and_archived_events_are_on_no_day(client):
    EventFactory(starts_on="2026-06-29", state="concept")
    EventFactory(starts_on="2026-06-29", archived_on="2026-01-01")

    assert days_with_events(client, "/agenda/maand/2026-6/") == {}


def test_a_date_in_words_is_on_no_day_but_below_the_table(client):
    event = EventFactory(starts_on="2016-06-01", date_note="juni 2016, twee dagen na de ondertekening")

    response = client.get("/agenda/maand/2016-6/")

    assert days_with_events(client, "/agenda/maand/2016-6/") == {}
    assert response.context["undated"] == [event]
    assert "juni 2016, twee dagen na de ondertekening" in response.content.decode()


def test_filters_narrow_a_month_and_stay_in_its_links(client):
    theme = ThemeFactory()
    event = EventFactory(starts_on="2026-06-29")
    event.themes.add(theme)
    EventFactory(starts_on="2026-06-29")

    assert days_with_events(client, f"/agenda/maand/2026-6/?thema={theme.slug}") == {date(2026, 6, 29): [event]}
    page = client.get(f"/agenda/maand/2026-6/?thema={theme.slug}").content.decode()
    assert f'href="/agenda/maand/2026-7/?thema={theme.slug}"' in page


def test_without_a_month_it_is_this_month(client):
    today = timezone.localdate()

    assert client.get("/agenda/maand/").context["month"] == Month(today.year, today.month)


def test_weeks_begin_on_monday_and_hold_each_day_once():
    weeks = Month(2026, 2).weeks([])

    days = [day for week in weeks for day, _ in filter(None, week)]
    assert days == [date(2026, 2, number) for number in range(1, 29)]
    assert [len(week) for week in weeks] == [7] * 5
    assert weeks[0][:6] == [None] * 6


def test_the_months_before_and_after_pass_the_turn_of_the_year():
    assert (Month(2026, 1).before, Month(2026, 12).after) == (Month(2025, 12), Month(2027, 1))


def test_the_agenda_goes_from_1950_to_2100(client):
    assert (Month(1950, 1).before, Month(2100, 12).after) == (None, None)
    assert client.get("/agenda/maand/1950-1/").status_code == 200
    assert client.get("/agenda/maand/2100-12/").status_code == 200


def test_a_month_that_does_not_exist_is_not_there(client):
    months = ["1949-12", "2101-1", "2026-0", "2026-13", "0-0", "9" * 5000 + "-1", "x-y", "2026"]

    statuses = {month: client.get(f"/agenda/maand/{month}/").status_code for month in months}

    assert {month: status for month, status in statuses.items() if status not in (404, 414)} == {}


def test_a_month_costs_as_many_queries_with_3_events_as_with_1(client):
    assert len({number_of_queries(lambda: client.get("/agenda/maand/2026-6/")) for _ in map(make, [1, 2])}) == 1


def make(count):
    for event in EventFactory.create_batch(count, starts_on=date(2026, 6, 18)):
        event.themes.add(ThemeFactory())
        EventDayFactory(event=event)
        EventRoleFactory(event=event)
