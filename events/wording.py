"""Days, hours and places in Dutch words."""

from django.utils.formats import date_format

from .days import stretches_of

DAY = "l j F Y"  # donderdag 19 juni 2014
SHORT_DAY = "l j F"
ONLINE_PLACE = "Online"


def when_of(event):
    """When an event is: donderdag 19 juni 2014, 11.00–16.30 uur; in the words of the source where no day is known."""
    if event.date_note:
        return event.date_note
    first = date_format(event.starts_on, DAY)
    if event.starts_on != event.ends_on:
        return f"{first} tot en met {date_format(event.ends_on, DAY)}"
    days = list(event.days.all())
    if days and hours_of(days[0]):
        return f"{first}, {hours_of(days[0])}"
    return first


def days_with_hours(event):
    """Every day of an event with its hours, in words; those in a row of which no hours are known stand together."""
    if event.date_note:
        return [event.date_note]
    days = []
    for stretch in stretches_of(event):
        words = date_format(stretch.first, DAY)
        if stretch.last != stretch.first:
            words = f"{words} tot en met {date_format(stretch.last, DAY)}"
        days.append(", ".join(filter(None, [words, hours_of(stretch)])))
    return days


def day_of(session):
    """The day of a part of the programme in words, only where its event has several."""
    event = session.event
    if session.date is None or event.starts_on == event.ends_on:
        return ""
    return date_format(session.date, SHORT_DAY)


def hours_of(part):
    """The hours of a day or session: 11.00–16.30 uur; empty where none are known."""
    if part.begins is None:
        return ""
    if part.ends is None:
        return f"{part.begins:%H.%M} uur"
    return f"{part.begins:%H.%M}–{part.ends:%H.%M} uur"


def where_of(event):
    """Where an event is, in one line: the venue, its address and its municipality, or online."""
    if event.attendance == event.Attendance.ONLINE:
        return ONLINE_PLACE
    parts = [site_of(event)]
    if event.is_online:
        parts.append("of online")
    return ", ".join(filter(None, parts))


def where_for(registration):
    """Where somebody goes: to the place, or online."""
    if registration.comes_online:
        return ONLINE_PLACE
    return site_of(registration.event)


def site_of(event):
    """The venue, its address and its municipality, in one line."""
    parts = [event.venue, event.venue_address]
    if event.municipality and event.municipality.name not in event.venue_address:
        parts.append(event.municipality.name)
    return ", ".join(filter(None, parts))


def hours_in_words(hours):
    """A number of hours as one says it: 48 is 2 dagen."""
    if hours == 24:
        return "1 dag"
    if hours % 24 == 0:
        return f"{hours // 24} dagen"
    return f"{hours} uur"
