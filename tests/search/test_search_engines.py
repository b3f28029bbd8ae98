"""What search engines are told: the overview is worth reading, every combination of filters is not."""

import re

import pytest

from tests.documents import Reader
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


def told(address):
    """The canonical address, and what robots may do."""
    page = Reader().get(address).content.decode()
    robots = re.findall(r'<meta name="robots" content="([^"]*)">', page)
    return re.findall(r'<link rel="canonical" href="http://testserver([^"]*)">', page), robots


@pytest.mark.parametrize(
    ("address", "canonical", "robots"),
    [
        ("/praktijkvoorbeelden/", "/praktijkvoorbeelden/", []),
        ("/praktijkvoorbeelden/?pagina=2", "/praktijkvoorbeelden/?pagina=2", []),
        ("/praktijkvoorbeelden/?onzin=1", "/praktijkvoorbeelden/", []),
        ("/praktijkvoorbeelden/?fase=pilot", "/praktijkvoorbeelden/", ["noindex, follow"]),
        ("/praktijkvoorbeelden/?fase=pilot&pagina=2", "/praktijkvoorbeelden/", ["noindex, follow"]),
        ("/praktijkvoorbeelden/?q=taal", "/praktijkvoorbeelden/", ["noindex, follow"]),
        ("/praktijkvoorbeelden/kaart/?q=taal", "/praktijkvoorbeelden/kaart/", ["noindex, follow"]),
        ("/praktijkvoorbeelden/filter/gemeente/", "/praktijkvoorbeelden/filter/gemeente/", ["noindex, follow"]),
        ("/zoeken/?q=taal", "/zoeken/", ["noindex, follow"]),
    ],
)
def test_combinations_of_filters_are_not_for_search_engines(address, canonical, robots):
    InitiativeFactory.create_batch(21)

    assert told(address) == ([canonical], robots)


def test_robots_keep_out_of_searches(client):
    rules = client.get("/robots.txt").content.decode().splitlines()

    for path in ["/zoeken/", "/praktijkvoorbeelden/filter/", "/praktijkvoorbeelden/*?*q=", "/praktijkvoorbeelden/*?*&"]:
        assert f"Disallow: {path}" in rules
