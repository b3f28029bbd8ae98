"""Data → a tagged PDF, by way of the sheets beside this file."""

import json
import re
from pathlib import Path

import typst
from django.utils import timezone

from events.codes import qr_svg
from events.links import check_in_address
from events.wording import when_of, where_of
from spreadsheets.formulas import UNSEEN

SHEETS = Path(__file__).parent
LONG_WORD = re.compile(r"\S{20,}")
PIECE = re.compile(r"\S{10}")
TURNING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # would turn the rest of the line around
BREAK_HERE = "\u200b"  # a place without width at which a line may end


def badges_pdf(event, registrations):
    """Name badges of these people, ten to a page."""
    people = [_person(each) | {"code": _drawing(check_in_address(each))} for each in registrations]
    return _printed("badges", {"title": _line(f"Naamkaartjes: {event}"), "event": _line(event), "people": people})


def sign_list_pdf(event, session, registrations):
    """A list of these people with room to sign; ``session`` is the one they have a place in, or ``None``."""
    data = {
        "title": _line(f"Deelnemers: {session or event}"),
        "about": _line(" · ".join(filter(None, _about(event, session)))),
        "people": [_person(each) for each in registrations],
    }
    return _printed("sign_list", data)


def _about(event, session):
    """What stands below the title: the event, its day and place, the room."""
    if session is None:
        return [when_of(event), where_of(event)]
    return [str(event), f"{session.date:%d-%m-%Y}" if session.date else when_of(event), session.room]


def _person(registration):
    return {
        "name": _line(registration),
        "organisation": _line(registration.organisation_label),
        "job": _line(registration.job_title),
        "is_in": registration.checked_in_at is not None,
    }


def _drawing(text):
    """A QR code as a drawing that stands on its own, unlike one in a page."""
    return qr_svg(text).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _line(text):
    """A text without signs that nobody sees, in which even a word of 100 letters can be broken."""
    plain = " ".join(TURNING.sub("", UNSEEN.sub(" ", str(text))).split())
    return LONG_WORD.sub(lambda word: PIECE.sub(rf"\g<0>{BREAK_HERE}", word[0]), plain)


def _printed(sheet, data):
    """The bytes of the PDF; tagged, so that it can be read aloud."""
    files = {"main": (SHEETS / f"{sheet}.typ").read_bytes(), "data.json": json.dumps(data).encode()}
    made_at = timezone.now().replace(microsecond=0)
    try:
        return typst.compile(files, format="pdf", pdf_standards=["ua-1"], timestamp=made_at)
    except typst.TypstError:  # a letter that none of the fonts has: a box on paper, and no reason to print nothing
        return typst.compile(files, format="pdf", timestamp=made_at)
