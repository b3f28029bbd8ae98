"""What search engines are told: the overview is worth reading, every combination of filters is not."""

import re

import pytest

from tests.documents import Reader
from tests.factories import InitiativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def told(address):
    """The canonical address, and what robots may do."""
    page = Reader().get(address).content.decode()
    robots = re.findall(r'<meta name="robots" content="([^"]*)">', page)
    return re.findall(r'<link rel="canonical" href="http://testserver([^"]*)">', page), robots


def test_combinations_of_filters_are_not_for_search_engines():
    InitiativeFactory.create_batch(21)
    away = ["noindex, follow"]
    expected = {
        "/praktijkvoorbeelden/": (["/praktijkvoorbeelden/"], []),
        "/praktijkvoorbeelden/?pagina=2": (["/praktijkvoorbeelden/?pagina=2"], []),
        "/praktijkvoorbeelden/?onzin=1": (["/praktijkvoorbeelden/"], []),
        "/praktijkvoorbeelden/?fase=pilot": (["/praktijkvoorbeelden/"], away),
        "/praktijkvoorbeelden/?fase=pilot&pagina=2": (["/praktijkvoorbeelden/"], away),
        "/praktijkvoorbeelden/?q=taal": (["/praktijkvoorbeelden/"], away),
        "/praktijkvoorbeelden/kaart/?q=taal": (["/praktijkvoorbeelden/kaart/"], away),
        "/praktijkvoorbeelden/filter/gemeente/": (["/praktijkvoorbeelden/filter/gemeente/"], away),
        "/zoeken/?q=taal": (["/zoeken/"], away),
    }

    assert {address: told(address) for address in expected} == expected


def test_robots_keep_out_of_searches(client):
    rules = client.get("/robots.txt").content.decode().splitlines()

    for path in ["/zoeken/", "/praktijkvoorbeelden/filter/", "/praktijkvoorbeelden/*?*q=", "/praktijkvoorbeelden/*?*&"]:
        assert f"Disallow: {path}" in rules
