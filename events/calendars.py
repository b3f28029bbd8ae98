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
WAITING = (Place.WAITING, Place.OFFERED)


def calendar_of_events(events):
    """The bytes of a calendar for everybody; an event of which the exact day is not known is left out.

    Each event was loaded with its days and municipality.
    """
    calendar = _calendar(NAME)
    for event in events:
        _add_days(calendar, event, f"bijeenkomst-{event.pk}", url=event_address(event), status=_status(event))
    return calendar.to_ical()


def calendar_of_registration(registration):
    """The bytes of a calendar for one person: the event, and with a place the sessions too that have hours.

    The link for taking part online is in it for who has a place, and for nobody else.
    """
    event, address = registration.event, place_address(registration)
    calendar = _calendar(event.title)
    status, uid = _status_of_place(registration), f"aanmelding-{registration.pk}"
    link = event.online_address if status == "CONFIRMED" else ""
    _add_days(calendar, event, uid, url=address, status=status, link=link)
    for session in _sessions_of(registration) if status == "CONFIRMED" else []:
        _add(
            calendar,
            _hours_of(session, event),
            uid=f"{uid}-onderdeel-{session.pk}",
            event=event,
            title=session.title,
            texts=[session.description, address],
            place=", ".join(filter(None, [session.room, where_of(event)])),
            url=address,
            status=status,
        )
    return calendar.to_ical()


def _add_days(calendar, event, uid, *, url, status, link=""):
    """The first day has ``uid``, so that it stays what it is when days are added."""
    if event.date_note:
        return
    for number, stretch in enumerate(stretches_of(event), start=1):
        online = f"Online meedoen: {link}" if link else ""
        _add(
            calendar,
            stretch,
            uid=uid if number == 1 else f"{uid}-{number}",
            event=event,
            title=event.title,
            texts=[event.state_note, event.summary, stretch.note, online, url],
            place=where_of(event),
            url=url,
            status=status,
        )


def _add(calendar, stretch, *, uid, event, title, texts, place, url, status):
    entry = icalendar.Event()
    entry.add("uid", f"{uid}@{urlsplit(settings.SITE_ADDRESS).hostname}")
    entry.add("dtstamp", event.updated_at.astimezone(UTC))
    entry.add("last-modified", event.updated_at.astimezone(UTC))
    entry.add("summary", _line(title))
    entry.add("description", "\n".join(filter(None, map(_text, texts))))
    if place:
        entry.add("location", _line(place))
    entry.add("url", url)
    entry.add("status", status)
    _add_hours(entry, stretch)
    calendar.add_component(entry)


def _add_hours(entry, stretch):
    """Without an hour it takes whole days, of which the end is the day after; an unknown end is left out."""
    if stretch.begins_at is None:
        entry.add("dtstart", stretch.first)
        entry.add("dtend", stretch.last + ONE_DAY)
        return
    entry.add("dtstart", stretch.begins_at.astimezone(UTC))
    if stretch.ends_at:
        entry.add("dtend", stretch.ends_at.astimezone(UTC))


def _sessions_of(registration):
    """What somebody goes to and of which the hour is known: what is for everybody, and what they chose."""
    chosen = [each.session for each in registration.session_choices.all() if each.place == Place.CONFIRMED]
    for_all = registration.event.sessions.filter(kind=Session.Kind.PLENARY)
    return [session for session in [*for_all, *chosen] if _hours_of(session, registration.event)]


def _hours_of(session, event):
    """When a session is, ``None`` where its day or hour is not known; on a single day it is that day."""
    date = session.date or (event.starts_on if event.starts_on == event.ends_on else None)
    is_known = date and session.begins and not event.date_note
    return Stretch(date, date, session.begins, session.ends) if is_known else None


def _calendar(name):
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(name))
    return calendar


def _status(event):
    return "CANCELLED" if event.state == Event.State.CANCELLED else "CONFIRMED"


def _status_of_place(registration):
    if registration.place in WAITING and _status(registration.event) == "CONFIRMED":
        return "TENTATIVE"
    return _status(registration.event) if registration.place == Place.CONFIRMED else "CANCELLED"


def _line(text):
    """A text as one line: what would begin a new line in the file becomes a space."""
    return " ".join(_text(text).split())


def _text(text):
    """A text without control characters but for the ends of its lines."""
    lines = "\n".join(text.splitlines())
    return "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) != "Cc")
