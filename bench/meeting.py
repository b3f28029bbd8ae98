"""A made-up meeting, and people who register for it over HTTP, as a browser does."""

import re
import time
import urllib.error
import urllib.request
from html import unescape
from urllib.parse import urlencode

SLUG = "meting-inschrijven"
HIDDEN = re.compile(
    r'<input type="hidden" name="([^"]+)"(?: id="[^"]*")? value="([^"]*)"'
)
MAKE_EVENT = """
import datetime
from events.models import Event
today = datetime.date.today()
Event.objects.create(slug={slug!r}, title="Meting inschrijven", summary="Verzonnen voor een meting.", state="open",
    starts_on=today + datetime.timedelta(days=60), ends_on=today + datetime.timedelta(days=60), capacity={places})
"""


def make_event(places):
    """What the shell is told to make a meeting with so many places."""
    return MAKE_EVENT.format(slug=SLUG, places=places)


def address_of(number):
    """The e-mail address of this person."""
    return f"deelnemer{number}@voorbeeld.nl"


def register(address, number):
    """The three steps of a person: the form, the page to check it, and the confirmation.

    Gives the address that they are sent on to, and the seconds of the last step. Raises ``OSError`` where it fails.
    """
    page = f"{address}/agenda/{SLUG}/inschrijven/"
    values = dict(_hidden(ask(page))) | {
        "stap": "controleer",
        "email": address_of(number),
        "p0-name": f"Deelnemer {number}",
        "p0-organisation": "Meting",
        "p0-sector": "bibliotheek",
    }
    checked = _hidden(ask(page, values))
    start = time.perf_counter()
    booking = _sent_on_to(page, [*checked, ("stap", "bevestig")])
    return f"{address}{booking}", time.perf_counter() - start


def _hidden(html):
    return [(unescape(name), unescape(value)) for name, value in HIDDEN.findall(html)]


def ask(url, data=None):
    """Open a page, or send a form to it; gives its text."""
    body = urlencode(data).encode() if data else None
    with urllib.request.urlopen(url, body, timeout=60) as answer:  # noqa: S310 our own server
        return answer.read().decode()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Tells where it is sent on to instead of going there."""

    def redirect_request(self, *arguments):
        return None


def _sent_on_to(url, data):
    try:
        urllib.request.build_opener(_Stay).open(
            url, urlencode(data).encode(), timeout=60
        ).close()
    except urllib.error.HTTPError as answer:
        if answer.code == 302:
            return answer.headers["Location"]
        raise
    raise OSError("Een inschrijving werd niet aangenomen.")
