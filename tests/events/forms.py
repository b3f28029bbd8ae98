"""Forms as a browser would send them."""

import re
import uuid

from events.links import registration_of
from events.models import Booking, Registration, SessionChoice


def person(number=0, **values):
    """The fields of one person, of whom no province has to be asked."""
    filled = {"name": f"Persoon {number}", "organisation": "Stichting Zonnebloem", "sector": "anders"}
    filled |= {"province": "buiten-nederland"} | values
    return {f"p{number}-{name}": value for name, value in filled.items()}


def form(*people, **values):
    """A form with these people, or with one."""
    people = people or (person(),)
    filled = {"p-TOTAL_FORMS": str(len(people)), "p-INITIAL_FORMS": str(len(people))}
    filled |= {"key": str(uuid.uuid4()), "email": "boeker@voorbeeld.nl", "website": ""}
    for each in people:
        filled |= each
    return filled | values


def address(event):
    return f"/agenda/{event.slug}/inschrijven/"


def check(client, event, data):
    """Send the form in to be checked."""
    return client.post(address(event), data | {"stap": "controleer"})


def confirm(client, event, data, total="geen"):
    """Press the button on the page that shows everything."""
    return client.post(address(event), data | {"stap": "bevestig", "totaal": total})


def rows():
    """How many bookings, people and choices are stored."""
    return Booking.objects.count(), Registration.objects.count(), SessionChoice.objects.count()


def value_of(page, name):
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]*)"', page).group(1)


def led_to(page):
    """(number, rest of the address) of every link to a person’s page; its token holds the second it was made."""
    found = re.findall(r"/agenda/plek/([^/\"]+)/([^\"]*)", page)
    return [(registration_of(token).pk, rest) for token, rest in found]
