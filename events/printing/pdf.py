"""Badges and lists to sign, by way of the sheets beside this file."""

from pathlib import Path

from events.codes import qr_svg
from events.links import check_in_address
from events.wording import when_of, where_of
from printing.pdf import plain_line, printed

SHEETS = Path(__file__).parent


def badges_pdf(event, registrations):
    """Name badges of these people, ten to a page."""
    people = [_person(each) | {"code": _drawing(check_in_address(each))} for each in registrations]
    return printed(
        SHEETS / "badges.typ",
        {"title": plain_line(f"Naamkaartjes: {event}"), "event": plain_line(event), "people": people},
    )


def sign_list_pdf(event, session, registrations):
    """A list of these people with room to sign; ``session`` is the one they have a place in, or ``None``."""
    data = {
        "title": plain_line(f"Deelnemers: {session or event}"),
        "about": plain_line(" · ".join(filter(None, _about(event, session)))),
        "people": [_person(each) for each in registrations],
    }
    return printed(SHEETS / "sign_list.typ", data)


def _about(event, session):
    """What stands below the title: the event, its day and place, the room."""
    if session is None:
        return [when_of(event), where_of(event)]
    return [str(event), f"{session.date:%d-%m-%Y}" if session.date else when_of(event), session.room]


def _person(registration):
    return {
        "name": plain_line(registration),
        "organisation": plain_line(registration.organisation_label),
        "job": plain_line(registration.job_title),
        "is_in": registration.checked_in_at is not None,
    }


def _drawing(text):
    """A QR code as a drawing that stands on its own, unlike one in a page."""
    return qr_svg(text).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
