"""Meetings as iCalendar files (RFC 5545), for whoever looks at the agenda and for whoever has a place.

All moments are written in UTC, so that no reader has to know when the clock changes here.
"""

import unicodedata
from datetime import UTC
from urllib.parse import urlsplit

import icalendar
from django.conf import settings

from .days import ONE_DAY, Stretch, stretches_of
from .links import event_address, place_address
from .models import Event, Place, Session
from .wording import where_of

PRODUCT = "-//Bieb Netwerk//Agenda//NL"
NAME = "Agenda van Bieb Netwerk"
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"  # states of RFC 5545
WAITING = (Place.WAITING, Place.OFFERED)


def calendar_of_events(events):
    """The bytes of a calendar for everybody; an event of which the exact day is not known is left out.

    Each event was loaded with its days and municipality.
    """
    calendar = new_calendar(NAME)
    for event in events:
        uid = f"bijeenkomst-{event.pk}"
        add_days(calendar, event, uid, url=event_address(event), status=status_of(event))
    return calendar.to_ical()


def calendar_of_registration(registration):
    """The bytes of a calendar for one person: the event, and with a place the sessions too that have hours.

    The link for taking part online is in it for who has a place, and for nobody else.
    """
    event = registration.event
    address = place_address(registration)
    calendar = new_calendar(event.title)
    uid = f"aanmelding-{registration.pk}"
    status = status_of_place(registration)
    if status != CONFIRMED:
        add_days(calendar, event, uid, url=address, status=status)
        return calendar.to_ical()
    add_days(calendar, event, uid, url=address, status=status, link=event.online_address)
    for session in sessions_of(registration):
        add_session(calendar, session, event, uid=f"{uid}-onderdeel-{session.pk}", url=address)
    return calendar.to_ical()


def add_days(calendar, event, uid, *, url, status, link=""):
    """The first day has ``uid``, so that it stays what it is when days are added."""
    if event.date_note:
        return
    online = ""
    if link:
        online = f"Online meedoen: {link}"
    uid_of_day = uid
    for number, stretch in enumerate(stretches_of(event), start=1):
        if number > 1:
            uid_of_day = f"{uid}-{number}"
        add_entry(
            calendar,
            stretch,
            uid=uid_of_day,
            event=event,
            title=event.title,
            texts=[event.state_note, event.summary, stretch.note, online, url],
            place=where_of(event),
            url=url,
            status=status,
        )


def add_session(calendar, session, event, *, uid, url):
    """A session of which the hours are known, for who goes to it."""
    place = where_of(event)
    if session.room:
        place = f"{session.room}, {place}".removesuffix(", ")
    add_entry(
        calendar,
        hours_of(session, event),
        uid=uid,
        event=event,
        title=session.title,
        texts=[session.description, url],
        place=place,
        url=url,
        status=CONFIRMED,
    )


def add_entry(calendar, stretch, *, uid, event, title, texts, place, url, status):
    """One entry of the calendar, in the hours of the stretch."""
    entry = icalendar.Event()
    host = urlsplit(settings.SITE_ADDRESS).hostname
    entry.add("uid", f"{uid}@{host}")
    updated_at = event.updated_at.astimezone(UTC)
    entry.add("dtstamp", updated_at)
    entry.add("last-modified", updated_at)
    entry.add("summary", in_one_line(title))
    paragraphs = [without_control_characters(text) for text in texts]
    entry.add("description", "\n".join(filter(None, paragraphs)))
    if place:
        entry.add("location", in_one_line(place))
    entry.add("url", url)
    entry.add("status", status)
    add_hours(entry, stretch)
    calendar.add_component(entry)


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
    """What somebody goes to and of which the hour is known: what is for everybody, and what they chose."""
    sessions = list(registration.event.sessions.filter(kind=Session.Kind.PLENARY))
    for choice in registration.session_choices.all():
        if choice.place == Place.CONFIRMED:
            sessions.append(choice.session)
    return [session for session in sessions if hours_of(session, registration.event)]


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
    return "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) != "Cc")
