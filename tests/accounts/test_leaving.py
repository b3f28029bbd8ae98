"""Who logs out leaves nothing behind in a browser that others use too."""

import pytest

from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db


def test_the_browser_forgets_our_pages(client):
    told = {}
    for address in ("/inloggen/uitloggen/", "/beheer/logout/"):
        client.force_login(national_curator())
        asked = client.get(address)
        left = client.post(address)
        told[address] = [asked.headers.get("Clear-Site-Data"), left.headers.get("Clear-Site-Data")]

    expected = [None, '"cache", "storage"']
    assert told == {"/inloggen/uitloggen/": expected, "/beheer/logout/": expected}


def test_other_pages_say_nothing_of_the_kind(client):
    client.force_login(national_curator())

    assert "Clear-Site-Data" not in client.get("/mijn/").headers
