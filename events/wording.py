"""Days, hours, places and prices in Dutch words."""

from django.utils.formats import date_format

from wording.numbers import money


def when_of(event):
    """When an event is: donderdag 19 juni 2014, 11.00–16.30 uur; in the words of the source where no day is known."""
    if event.date_note:
        return event.date_note
    if event.starts_on != event.ends_on:
        return f"{date_format(event.starts_on, 'l j F Y')} tot en met {date_format(event.ends_on, 'l j F Y')}"
    hours = next((hours_of(day) for day in event.days.all()), "")
    return ", ".join(filter(None, [date_format(event.starts_on, "l j F Y"), hours]))


def hours_of(part):
    """The hours of a day or session: 11.00–16.30 uur; empty where none are known."""
    if part.begins is None:
        return ""
    end = f"–{part.ends:%H.%M}" if part.ends else ""
    return f"{part.begins:%H.%M}{end} uur"


def where_of(event):
    """Where an event is, in one line: the venue, its address and its municipality, or online."""
    place = event.municipality.name if event.municipality else ""
    parts = [event.venue, event.venue_address, "" if place in event.venue_address else place]
    there = ", ".join(filter(None, parts))
    if not event.is_online:
        return there
    return "Online" if event.attendance == event.Attendance.ONLINE else f"{there}, of online".lstrip(", ")


def euros(amount):
    """A price: gratis, € 85 or € 12,50; *Niet bekend* for ``None``."""
    if amount is None:
        return "Niet bekend"
    if amount == 0:
        return "gratis"
    return f"€ {money(amount)}"


def hours_in_words(hours):
    """A number of hours as one says it: 48 is 2 dagen."""
    if hours % 24 == 0:
        return "1 dag" if hours == 24 else f"{hours // 24} dagen"
    return f"{hours} uur"
