"""Badges and lists to sign, by way of the sheets beside this file."""

from pathlib import Path

from events.codes import qr_svg
from events.links import check_in_address
from events.wording import when_of, where_of
from printing.pdf import plain_line, printed

SHEETS = Path(__file__).parent


def badges_pdf(event, registrations):
    """Name badges of these people, ten to a page."""
    people = []
    for registration in registrations:
        person = printed_person(registration)
        person["code"] = qr_svg(
            check_in_address(registration),
            is_file=True,
        )
        people.append(person)
    data = {
        "title": plain_line(f"Naamkaartjes: {event}"),
        "event": plain_line(event),
        "people": people,
    }
    return printed(SHEETS / "badges.typ", data)


def sign_list_pdf(event, session, registrations):
    """A list of these people with room to sign; ``session`` is the one they have a place in, or ``None``."""
    name = session.label if session else event
    data = {
        "title": plain_line(f"Deelnemers: {name}"),
        "about": plain_line(line_below_title(event, session)),
        "people": [printed_person(registration) for registration in registrations],
    }
    return printed(SHEETS / "sign_list.typ", data)


def line_below_title(event, session):
    """The event, its day and place, the room."""
    parts = [when_of(event), where_of(event)]
    if session:
        parts = [
            str(event),
            when_of(event),
            session.room,
        ]
    if session and session.date:
        parts[1] = f"{session.date:%d-%m-%Y}"
    return " · ".join(filter(None, parts))


def printed_person(registration):
    """What paper says of somebody."""
    return {
        "name": plain_line(registration),
        "organisation": plain_line(registration.organisation_label),
        "job": plain_line(registration.job_title),
        "is_in": registration.checked_in_at is not None,
    }
