"""Bringing in what stands at an address: all of it, a few redirects on, and never too much or from our own network."""

import io

import pytest

from curation.fetching import fetch
from curation.links import LinkProblemError


def fetched(url, most_bytes=2**20):
    file = io.BytesIO()
    fetch(url, file, most_bytes)
    return file.getvalue()


def told(url, most_bytes=2**20):
    with pytest.raises(LinkProblemError) as refused:
        fetched(url, most_bytes)
    return str(refused.value)


def test_what_stands_at_an_address_comes_in_after_redirects(website):
    website.answers |= {"/kort": (302, "/lang"), "/lang": 200}
    website.bodies |= {"/kort": b"Ga verder", "/lang": b"x" * 300_000}

    assert fetched(f"{website.address}/kort") == b"x" * 300_000


def test_what_is_too_large_or_not_there_gets_a_sentence(website):
    website.answers |= {"/groot": 200, "/rond": (302, "/rond")}
    website.bodies["/groot"] = b"x" * (2**20 + 1)

    assert told(f"{website.address}/groot") == "Dit is groter dan 1 MB."
    assert told(f"{website.address}/weg") == "De server antwoordt met 404."
    assert told(f"{website.address}/rond") == "Het adres stuurt steeds door."
    assert told("geen adres") == "Dit is geen webadres."


def test_a_machine_in_our_own_network_is_never_asked(website, settings):
    website.answers["/"] = 200
    settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = False

    assert told(website.address) == "Dit adres is niet openbaar."
    assert told("http://10.0.0.1/akkoord.pdf") == "Dit adres is niet openbaar."
    assert website.asked == []
