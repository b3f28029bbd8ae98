"""Meetings as iCalendar files (RFC 5545), for whoever looks at the agenda.

All moments are written in UTC, so that no reader has to know when the clock changes here.
"""

import unicodedata
from datetime import UTC, datetime
from urllib.parse import urlsplit

import icalendar
from django.conf import settings

from .days import ONE_DAY, stretches_of
from .links import event_address
from .models import Event
from .wording import where_of

PRODUCT = "-//Bieb Netwerk//Agenda//NL"
NAME = "Agenda van Bieb Netwerk"
# states of RFC 5545
CONFIRMED = "CONFIRMED"
TENTATIVE = "TENTATIVE"
CANCELLED = "CANCELLED"
VERSION = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
FIRST_VERSION = datetime(2020, 1, 1, tzinfo=UTC)


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
            place=where_of(event),
            status=status_of(event),
            changed_at=event.updated_at,
        )
    return calendar.to_ical()


def add_days(
    calendar,
    event,
    uid,
    *,
    url,
    place,
    status,
    changed_at,
    note="",
):
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
            place=place,
            url=url,
            status=status,
        )


def add_entry(
    calendar,
    stretch,
    *,
    uid,
    changed_at,
    title,
    texts,
    place,
    url,
    status,
):
    """One entry of the calendar, in the hours of the stretch; of two versions the one with the higher number counts."""
    entry = icalendar.Event()
    host = urlsplit(settings.SITE_ADDRESS).hostname
    entry.add("uid", f"{uid}@{host}")
    add_version(entry, changed_at)
    entry.add("summary", in_one_line(title))
    paragraphs = [without_control_characters(text) for text in texts]
    entry.add(
        "description",
        "\n".join(filter(None, paragraphs)),
    )
    if place:
        entry.add("location", in_one_line(place))
    entry.add("url", url)
    entry.add("status", status)
    add_hours(entry, stretch)
    calendar.add_component(entry)


def add_version(entry, changed_at):
    """When the entry became as it is, and a number that grows with it."""
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("last-modified", changed_at.astimezone(UTC))
    entry.add("sequence", seconds_since_first_version(changed_at))


def seconds_since_first_version(moment):
    """A number that only grows, so that a change later than another has a higher one."""
    return int((moment - FIRST_VERSION).total_seconds())


def add_hours(entry, stretch):
    """Without an hour it takes whole days, of which the end is the day after; an unknown end is left out."""
    if stretch.begins_at is None:
        entry.add("dtstart", stretch.first)
        entry.add("dtend", stretch.last + ONE_DAY)
        return
    entry.add(
        "dtstart",
        stretch.begins_at.astimezone(UTC),
    )
    if stretch.ends_at:
        entry.add(
            "dtend",
            stretch.ends_at.astimezone(UTC),
        )


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


def in_one_line(text):
    """What would begin a new line in the file becomes a space."""
    return " ".join(without_control_characters(text).split())


def without_control_characters(text):
    """A text with no control characters but the ends of its lines."""
    lines = "\n".join(text.splitlines())
    kept = []
    for letter in lines:
        if letter == "\n" or unicodedata.category(letter) != "Cc":
            kept.append(letter)
    return "".join(kept)
