"""The menu of the site knows whether somebody is logged in."""

import re

import pytest

from tests.factories import LibraryFactory
from tests.markup import squeezed
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db


def links_for(client, user):
    """Which of the links about logging in stand on the home page for this user."""
    if user:
        client.force_login(user)
    page = squeezed(client.get("/"))
    menu = page[page.index('id="hoofdmenu"') : page.index("</nav>")]
    return [word for word in ("Beheer", "Mijn bibliotheek", "Uitloggen", "Inloggen") if f">{word}</a>" in menu]


def test_who_is_logged_in_is_not_asked_to_log_in(client):
    member = library_member(LibraryFactory(), email="lid@voorbeeld.nl")

    assert links_for(client, None) == ["Inloggen"]
    assert links_for(client, member) == ["Mijn bibliotheek", "Uitloggen"]
    assert links_for(client, national_curator()) == ["Beheer", "Mijn bibliotheek", "Uitloggen"]


def test_a_page_that_does_not_exist_knows_it_too(client):
    client.force_login(library_member(LibraryFactory(), email="lid@voorbeeld.nl"))

    page = client.get("/bestaat-niet/").content.decode()

    assert "Mijn bibliotheek" in page
    assert "Inloggen" not in page


def test_each_page_marks_its_own_place_in_the_menu(client):
    marked = {}
    for address in ("/praktijkvoorbeelden/", "/agenda/", "/praktijkvoorbeelden/", "/geen-pagina/"):
        menu = client.get(address).content.decode().partition('id="hoofdmenu"')[2].partition("</nav>")[0]
        marked[address] = re.findall(r'href="([^"]*)"\s+aria-current="true"', menu)

    assert marked == {
        "/praktijkvoorbeelden/": ["/praktijkvoorbeelden/"],
        "/agenda/": ["/agenda/"],
        "/geen-pagina/": [],
    }
