"""Meetings as iCalendar files (RFC 5545), for whoever looks at the agenda and for whoever has a place.

All moments are written in UTC, so that no reader has to know when the clock changes here. People share their calendar:
a file holds no link that is only for one person. What somebody gave up stays in their file as cancelled, since a
calendar that read it before takes it out only then.
"""

import unicodedata
from datetime import UTC, datetime
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.db.models import Q

from wording.markup import without_marks

from .days import ONE_DAY, Stretch, stretches_of
from .links import event_address
from .models import Event, Place, Session
from .wording import where_of

PRODUCT = "-//Bieb Netwerk//Agenda//NL"
NAME = "Agenda van Bieb Netwerk"
CONFIRMED, TENTATIVE, CANCELLED = (
    "CONFIRMED",
    "TENTATIVE",
    "CANCELLED",
)  # states of RFC 5545
PUBLISH, CANCEL = "PUBLISH", "CANCEL"  # what a program does with a file (RFC 5546)
WAITING = (Place.WAITING, Place.OFFERED)
GIVEN_UP = (Place.CANCELLED, Place.LAPSED)
FIRST_VERSION = datetime(2020, 1, 1, tzinfo=UTC)
ONLINE = "Je doet online mee. De link staat in je mail en op je eigen pagina."


def calendar_of_events(events):
    """The bytes of a calendar for everybody; an event of which the exact day is not known is left out.

    Each event was loaded with its days and municipality.
    """
    calendar = new_calendar(NAME)
    for event in events:
        uid = f"bijeenkomst-{event.pk}"
        url = event_address(event)
        add_days(
            calendar,
            event,
            uid,
            url=url,
            status=status_of(event),
            changed_at=event.updated_at,
        )
    return calendar.to_ical()


def calendar_of_registration(registration):
    """The bytes of a calendar for one person: the event, and with a place the sessions too that have hours."""
    event = registration.event
    calendar = new_calendar(event.title)
    calendar.add("method", method_for(registration))
    uid = f"aanmelding-{registration.pk}"
    status = status_of_place(registration)
    changed_at = changed_at_for(registration)
    online = ""
    if status == CONFIRMED and registration.comes_online:
        online = ONLINE
    add_days(
        calendar,
        event,
        uid,
        url=event_address(event),
        status=status,
        changed_at=changed_at,
        note=online,
    )
    for session in sessions_of(registration):
        uid_of_session = f"{uid}-onderdeel-{session.pk}"
        add_session(
            calendar,
            session,
            event,
            uid=uid_of_session,
            status=status,
            changed_at=changed_at,
        )
    for session in given_up_sessions_of(registration):
        uid_of_session = f"{uid}-onderdeel-{session.pk}"
        add_session(
            calendar,
            session,
            event,
            uid=uid_of_session,
            status=CANCELLED,
            changed_at=changed_at,
        )
    return calendar.to_ical()


def method_for(registration):
    """What a program does with the file of somebody: take everything out, or take it over."""
    if status_of_place(registration) == CANCELLED:
        return CANCEL
    return PUBLISH


def changed_at_for(registration):
    """When the file of somebody last became different: with the event, or with a step of their own."""
    moments = [registration.event.updated_at, registration.registered_at]
    last_step = registration.steps.last()
    if last_step:
        moments.append(last_step.taken_at)
    return max(moments)


def add_days(calendar, event, uid, *, url, status, changed_at, note=""):
    """The first day has ``uid``, so that it stays what it is when days are added."""
    if event.date_note:
        return
    uid_of_day = uid
    for number, stretch in enumerate(stretches_of(event), start=1):
        if number > 1:
            uid_of_day = f"{uid}-{number}"
        add_entry(
            calendar,
            stretch,
            uid=uid_of_day,
            changed_at=changed_at,
            title=event.title,
            texts=[event.state_note, event.summary, stretch.note, note, url],
            place=where_of(event),
            url=url,
            status=status,
        )


def add_session(calendar, session, event, *, uid, status, changed_at):
    """A session of which the hours are known, for who goes to it or went to it before."""
    url = event_address(event)
    place = where_of(event)
    if session.room:
        place = f"{session.room}, {place}".removesuffix(", ")
    add_entry(
        calendar,
        hours_of(session, event),
        uid=uid,
        changed_at=changed_at,
        title=session.label,
        texts=[without_marks(session.description), url],
        place=place,
        url=url,
        status=status,
    )


def add_entry(calendar, stretch, *, uid, changed_at, title, texts, place, url, status):
    """One entry of the calendar, in the hours of the stretch; of two versions the one with the higher number counts."""
    entry = icalendar.Event()
    host = urlsplit(settings.SITE_ADDRESS).hostname
    entry.add("uid", f"{uid}@{host}")
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("last-modified", changed_at.astimezone(UTC))
    entry.add("sequence", seconds_since_first_version(changed_at))
    entry.add("summary", in_one_line(title))
    paragraphs = [without_control_characters(text) for text in texts]
    entry.add("description", "\n".join(filter(None, paragraphs)))
    if place:
        entry.add("location", in_one_line(place))
    entry.add("url", url)
    entry.add("status", status)
    add_hours(entry, stretch)
    calendar.add_component(entry)


def seconds_since_first_version(moment):
    """A number that only grows, so that a change later than another has a higher one."""
    return int((moment - FIRST_VERSION).total_seconds())


def add_hours(entry, stretch):
    """Without an hour it takes whole days, of which the end is the day after; an unknown end is left out."""
    if stretch.begins_at is None:
        entry.add("dtstart", stretch.first)
        entry.add("dtend", stretch.last + ONE_DAY)
        return
    entry.add("dtstart", stretch.begins_at.astimezone(UTC))
    if stretch.ends_at:
        entry.add("dtend", stretch.ends_at.astimezone(UTC))


def sessions_of(registration):
    """What somebody with a place goes to and of which the hour is known: what is for everybody, and what they chose."""
    if registration.place != Place.CONFIRMED:
        return []
    sessions = list(registration.event.sessions.filter(round=None))
    for choice in registration.session_choices.all():
        if choice.place == Place.CONFIRMED:
            sessions.append(choice.session)
    return [session for session in sessions if hours_of(session, registration.event)]


def given_up_sessions_of(registration):
    """What somebody went to before and does not any more; of who comes no more, all of the programme."""
    sessions = Session.objects.filter(event=registration.event_id)
    theirs = Q(choices__registration=registration, choices__place__in=GIVEN_UP)
    if registration.place == Place.CONFIRMED:
        chosen = registration.session_choices.live()
        sessions = sessions.exclude(pk__in=chosen.values("session"))
    if registration.place in GIVEN_UP:
        theirs |= Q(round=None)
    given_up = sessions.filter(theirs).distinct()
    return [session for session in given_up if hours_of(session, registration.event)]


def hours_of(session, event):
    """When a session is, ``None`` where its day or hour is not known; on a single day it is that day."""
    date = session.date
    if date is None and event.starts_on == event.ends_on:
        date = event.starts_on
    if date is None or session.begins is None or event.date_note:
        return None
    return Stretch(date, date, session.begins, session.ends)


def new_calendar(name):
    """An empty calendar of this name."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", in_one_line(name))
    return calendar


def status_of(event):
    """Whether an event goes on."""
    if event.state == Event.State.CANCELLED:
        return CANCELLED
    return CONFIRMED


def status_of_place(registration):
    """Whether somebody comes to it."""
    status = status_of(registration.event)
    if registration.place == Place.CONFIRMED:
        return status
    if registration.place in WAITING and status == CONFIRMED:
        return TENTATIVE
    return CANCELLED


def in_one_line(text):
    """What would begin a new line in the file becomes a space."""
    return " ".join(without_control_characters(text).split())


def without_control_characters(text):
    """A text with no control characters but the ends of its lines."""
    lines = "\n".join(text.splitlines())
    return "".join(
        letter
        for letter in lines
        if letter == "\n" or unicodedata.category(letter) != "Cc"
    )
