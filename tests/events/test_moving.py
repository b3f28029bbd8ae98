"""A meeting that goes to other days takes its days, programme, reminder and planned mailings along."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from events.actions.moving import move_along, move_mailings
from events.models import Event, EventDay, Mailing
from mail.models import OutgoingMail
from tests.event_factories import EventDayFactory, MailingFactory, SessionFactory
from tests.events.booking import book_people, person, verified
from tests.events.organisers import organised_event, organiser_of, page
from tests.events.test_telling_changes import move, save, text

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")
FIRST = date(timezone.localdate().year + 2, 3, 20)  # before summer time
LATER = date(FIRST.year, 4, 3)  # after it began
NEXT = timedelta(days=1)


@pytest.fixture
def event(client):
    event = organised_event(title="Congres", starts_on=FIRST, ends_on=FIRST + NEXT, reminder_days=3)
    EventDayFactory(event=event, date=FIRST, begins=time(10), ends=time(17))
    EventDayFactory(event=event, date=FIRST + NEXT, begins=time(9), ends=time(12))
    client.force_login(organiser_of(event))
    return event


def planned(event, moment):
    return MailingFactory(event=event, planned_at=moment, planned_for=event.starts_on, queued_at=None)


def days_of(event):
    return list(event.days.values_list("date", "begins"))


def test_days_sessions_and_planned_mailings_go_along_by_the_clock(client, event):
    session = SessionFactory(event=event, date=FIRST + NEXT, begins=time(9), title="Opening")
    mailing = planned(event, datetime.combine(FIRST - 2 * NEXT, time(9), HERE))
    verified(book_people(event, person("Ans")))
    OutgoingMail.objects.all().delete()

    asked = move(client, event, LATER, LATER + NEXT)
    question = text(client.get(asked.url))
    client.post(page(event, "tell"), {"doen": "mail", "note": ""})

    for row in (session, mailing):
        row.refresh_from_db()
    assert (asked.status_code, asked.url) == (302, page(event, "tell"))
    assert days_of(event) == [(LATER, time(10)), (LATER + NEXT, time(9))]
    assert session.date == LATER + NEXT
    assert mailing.planned_at == datetime.combine(LATER - 2 * NEXT, time(9), HERE)
    assert "10.00–17.00 uur" in question
    [sent] = OutgoingMail.objects.all()
    assert sent.attachments[0][0] == "events.mails.calendar_file"


def test_a_day_further_leaves_no_day_twice(client, event):
    for moved in (NEXT, -NEXT):
        event.refresh_from_db()
        move(client, event, event.starts_on + moved, event.ends_on + moved)

        event.refresh_from_db()
        assert days_of(event) == [(event.starts_on, time(10)), (event.ends_on, time(9))]
    assert event.starts_on == FIRST


def test_hours_that_change_too_stay_as_they_were_filled_in(client, event):
    move(client, event, LATER, LATER + NEXT, **{"days-0-begins": "11:00"})

    assert days_of(event) == [(LATER, time(11)), (LATER + NEXT, time(9))]


def test_a_day_that_is_filled_in_too_stays_as_it_was_filled_in(client, event):
    EventDay.objects.filter(date=FIRST + NEXT).delete()

    move(client, event, LATER, LATER + NEXT, **{"days-0-date": f"{LATER + NEXT:%d-%m-%Y}"})

    assert days_of(event) == [(LATER + NEXT, time(10))]


def test_a_meeting_that_becomes_shorter_leaves_no_day_outside_it(client, event):
    refused = text(save(client, event, ends_on=f"{FIRST:%d-%m-%Y}"))

    assert "Deze dag valt buiten de bijeenkomst." in refused
    assert Event.objects.get().ends_on == FIRST + NEXT


def test_a_planned_mailing_never_goes_out_for_it_sooner_than_now(event):
    now = datetime.combine(FIRST - 20 * NEXT, time(12), HERE)
    soon, sent = now + NEXT, planned(event, now - NEXT)
    Mailing.objects.filter(pk=sent.pk).update(queued_at=now)
    mailing = planned(event, soon)
    Event.objects.update(starts_on=FIRST - 10 * NEXT, ends_on=FIRST - 9 * NEXT)  # by a file, or a version of before

    move_mailings(now=now)
    move_mailings(now=now)

    mailing.refresh_from_db()
    sent.refresh_from_db()
    assert (mailing.planned_at, sent.planned_at) == (soon, now - NEXT)


def test_mailings_go_along_with_whatever_moves_the_meeting(event):
    moment = datetime.combine(FIRST - 2 * NEXT, time(9), HERE)
    mailing = planned(event, moment)
    Event.objects.update(starts_on=LATER, ends_on=LATER + NEXT)

    for _ in range(2):
        move_mailings(now=timezone.now())

    mailing.refresh_from_db()
    assert mailing.planned_at == datetime.combine(LATER - 2 * NEXT, time(9), HERE)


def test_what_only_becomes_longer_moves_nothing(event):
    loaded = Event.objects.get(pk=event.pk)
    loaded.starts_on -= NEXT

    move_along(event=loaded)

    assert [day for day, _ in days_of(event)] == [FIRST, FIRST + NEXT]
