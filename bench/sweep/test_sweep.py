"""Every page with every payload, opened in Chromium without the content policy, and once more with it."""

import pytest

from tests.hostile.addresses import (
    asked_addresses,
    curator_addresses,
    member_addresses,
    public_addresses,
)
from tests.hostile.filling import fill
from tests.hostile.payloads import PAYLOADS

pytestmark = pytest.mark.django_db


def test_every_page_with_payloads_in_every_text(look, hostile_world, rounds):
    """Each round begins every text with other payloads, so that short ones meet them too."""
    found, opened = {}, 0

    for number in range(rounds):
        start = number * len(PAYLOADS) // rounds
        filled = fill(PAYLOADS[start:] + PAYLOADS[:start])
        has_policy = number == rounds - 1
        for role, addresses in pages_of(hostile_world).items():
            browser = look(role, has_policy=has_policy)
            for address in addresses:
                opened += 1
                told = browser.open(address)
                if told:
                    found[f"{role} {address}, round {number}"] = told
        places = len({place for place, text in filled})
        print(
            f"\nronde {number + 1}: {len(filled)} teksten van {places} velden, {opened} pagina's tot nu toe",
            end="",
        )

    assert found == {}


def test_every_payload_in_all_that_an_address_asks(look):
    browser, found = look("administrator"), {}

    for payload in PAYLOADS:
        for address in asked_addresses(payload):
            told = browser.read(address)
            if told:
                found[address] = told
    print(f"\n{len(PAYLOADS)} teksten in {len(asked_addresses(''))} adressen", end="")

    assert found == {}


def test_every_payload_alone_in_a_mail(look, hostile_world):
    """What comes before a payload may hold it back; here nothing does."""
    event = hostile_world.things["events.event"]
    path = f"/beheer/events/event/{event.pk}/mailing/"
    browser, found = look("administrator"), {}

    for payload in PAYLOADS:
        data = {
            "key": "0e2d2b4a-5f0c-4a51-9b2b-6b1e5c8f8f0a",
            "selection": "bevestigd",
            "doen": "bekijk",
        }
        told = browser.show(
            path,
            browser.client.post(path, data | {"subject": payload, "body": payload}),
        )
        if told:
            found[payload] = told

    assert found == {}


def pages_of(world):
    """{role: every address that this role reads}."""
    return {
        "anonymous": public_addresses(world),
        "member": member_addresses(world),
        "administrator": curator_addresses(world),
    }
