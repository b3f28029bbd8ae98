"""Nothing that somebody typed runs or becomes an element, on any page, also without the content policy.

``make sweep`` opens every page, a few times with other payloads; here a page of every kind is read, and some opened.
"""

import pytest

from tests.hostile.addresses import (
    asked_addresses,
    curator_kinds,
    member_addresses,
    public_addresses,
)
from tests.hostile.payloads import ADDRESSES, ALPINE, BREAKOUTS, ELEMENTS, PAYLOADS
from tests.opportunities.notes import OWN_WORDS, typed

# one process, since the world they share takes seconds to make
pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("hostile")]
FIRST_OF_EACH = " ".join(kind[0] for kind in (BREAKOUTS, ELEMENTS, ALPINE, ADDRESSES))
REACTION = ["kind", "text", "name", "job_title", "email", "shown_at"]
VOTE = ["opinion", "motive", "ballot", "shown_at"]
OPENED = {
    "anonymous": [
        "/",
        "/zoeken/?q=pwn",
        "/praktijkvoorbeelden/kaart/",
        "/praktijkvoorbeelden/{initiative.slug}/",
        "/agenda/{event.slug}/",
        "/agenda/{event.slug}/inschrijven/",
        "/reacties/bijeenkomst/{event.slug}/",
        "/reacties/antwoord/{question.pk}/",
        "/peilingen/{over.slug}/",
        "/gespreksnotitie/maken/?gemeente={municipality.slug}",
    ],
    "administrator": [
        "/beheer/",
        "/beheer/initiatives/initiative/?q=pwn",
        "/beheer/initiatives/initiative/{initiative.pk}/change/",
        "/beheer/initiatives/initiative/{initiative.pk}/history/",
        "/beheer/initiatives/changeproposal/{changeproposal.pk}/change/",
        "/beheer/events/event/{event.pk}/change/",
        "/beheer/events/event/{event.pk}/deelnemers/",
        "/beheer/events/event/{event.pk}/evaluatie/",
        "/beheer/events/registration/{registration.pk}/change/",
        "/beheer/spreadsheets/importrun/{importrun.pk}/change/",
        "/beheer/partners/library/{library.pk}/change/",
        "/beheer/contact/message/{message.pk}/change/",
        "/beheer/reactions/reaction/",
        "/beheer/polls/vote/",
        "/beheer/polls/poll/{poll.pk}/change/",
        "/beheer/reactions/reaction/{reaction.pk}/change/",
    ],
}


def test_payloads_are_many_and_stand_nearly_everywhere(hostile_world):
    places = {place for place, text in hostile_world.filled}

    assert len(set(PAYLOADS)) > 200
    assert len(places) > 150


def test_no_page_gets_an_element_or_attribute(look, hostile_world):
    """Read by the parser of the browser, where nothing runs: every public page, and every kind of page of a curator."""
    pages = {
        "anonymous": public_addresses(hostile_world) + asked_addresses(FIRST_OF_EACH),
        "member": member_addresses(hostile_world),
        "administrator": curator_kinds(hostile_world),
    }
    found = {}

    for role, addresses in pages.items():
        browser = look(role)
        for address in addresses:
            found[address] = browser.read(address)

    assert {address: told for address, told in found.items() if told} == {}


def test_nothing_runs_on_a_page_that_is_opened(look, hostile_world):
    things = {label.partition(".")[2]: thing for label, thing in hostile_world.things.items()}
    found = {}

    for role, addresses in OPENED.items():
        browser = look(role)
        for address in addresses:
            path = address.format(**things)
            found[path] = browser.open(path)

    assert {path: told for path, told in found.items() if told} == {}


def test_nothing_runs_in_what_was_just_typed(look, hostile_world):
    """A preview, a page that checks and a form with mistakes show what came in, before anything is stored."""
    event, municipality = (hostile_world.things[label] for label in ("events.event", "partners.municipality"))
    person = dict.fromkeys(["p0-name", "p0-organisation", "p0-job_title", "p0-diet", "p0-email"], FIRST_OF_EACH)
    words = dict.fromkeys(OWN_WORDS, FIRST_OF_EACH)
    mail = {"selection": "bevestigd", "subject": FIRST_OF_EACH, "body": f"{{naam}} {FIRST_OF_EACH}", "doen": "bekijk"}
    typed_in = {
        f"/agenda/{event.slug}/inschrijven/": person
        | {"p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "1", "email": FIRST_OF_EACH, "stap": "controleer"},
        "/gespreksnotitie/maken/": typed(gemeente=municipality.slug, **words) | {"stap": "bekijk"},
        "/klopt-er-iets-niet/": {"text": FIRST_OF_EACH, "email": FIRST_OF_EACH, "page": FIRST_OF_EACH},
        f"/peilingen/{hostile_world.things['polls.poll'].slug}/": dict.fromkeys(VOTE, FIRST_OF_EACH),
        f"/reacties/bijeenkomst/{event.slug}/schrijf/": dict.fromkeys(REACTION, FIRST_OF_EACH),
        "/rekenhulp/": {"slagen_bron": FIRST_OF_EACH, "kosten": FIRST_OF_EACH},
        f"/beheer/events/event/{event.pk}/mailing/": mail | {"key": "0e2d2b4a-5f0c-4a51-9b2b-6b1e5c8f8f0a"},
    }
    browser, found = look("administrator"), {}

    for path, data in typed_in.items():
        response = browser.client.post(path, data)
        found[path] = browser.show(path, response)

    assert {path: told for path, told in found.items() if told} == {}
