"""How an event stands, and how to register or why not."""

from datetime import date

import pytest

from tests.event_factories import (
    EventFactory,
    RegistrationFactory,
)
from tests.markup import squeezed
from tests.strict_html import check_html

pytestmark = pytest.mark.django_db
PASSED = date(2014, 6, 19)


def page_of(client, event):
    """The text of the page, which is strict HTML."""
    text = squeezed(client.get(event.get_absolute_url()))
    check_html(text)
    return text


def test_every_state_is_a_mark(client):
    marks = [
        ({"state": "aangekondigd"}, "Aangekondigd"),
        ({}, "Inschrijving open"),
        ({"capacity": 1}, "Vol"),
        ({"state": "gesloten"}, "Inschrijving gesloten"),
        ({"state": "afgelast"}, "Afgelast"),
        ({"starts_on": PASSED}, "Geweest"),
    ]
    missing = []

    for values, mark in marks:
        event = EventFactory(**values)
        RegistrationFactory(booking__event=event)
        if f"</svg>{mark}</span>" not in page_of(client, event):
            missing.append((values, mark))

    assert missing == []


WAYS = [  # of which event, what its page says, and whether it leads to our own form
    ({}, "Schrijf je in</a>", True),
    ({"capacity": 1}, "Naar de wachtlijst</a>", True),
    ({"capacity": 1, "has_waiting_list": False}, "De bijeenkomst is vol.", False),
    ({"state": "aangekondigd"}, "Je kunt je nog niet inschrijven.", False),
    ({"state": "gesloten"}, "De inschrijving is gesloten.", False),
    ({"state": "afgelast"}, "Deze bijeenkomst is afgelast.", False),
    ({"starts_on": PASSED}, "Deze bijeenkomst is geweest. Je kunt je niet meer inschrijven.", False),
    ({"registration_url": "https://elders.example/"}, 'href="https://elders.example/">Naar de inschrijving</a>', False),
]


def test_the_page_says_how_to_register_or_why_not(client):
    wrong = []

    for values, words, leads_to_form in WAYS:
        event = EventFactory(**values)
        RegistrationFactory(booking__event=event)
        page = page_of(client, event)
        found = words in page, f"{event.get_absolute_url()}inschrijven/" in page
        if found != (True, leads_to_form):
            wrong.append((values, *found))

    assert wrong == []


def test_a_cancelled_event_leads_nowhere_to_register_and_says_why(client):
    event = EventFactory(
        state="afgelast", state_note="De zaal is afgebrand.", registration_url="https://elders.example/"
    )

    page = page_of(client, event)

    assert "De zaal is afgebrand." in page
    assert "elders.example" not in page
