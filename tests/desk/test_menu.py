"""The menu of the curators' room leads to every list that somebody may open, and a user's page says their roles."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from desk.menu import NAVIGATION
from tests.factories import LibraryFactory, ProvinceFactory
from tests.markup import squeezed
from tests.role_factories import administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
FOR_EVERY_CURATOR = ["/beheer/spreadsheets/importrun/", "/beheer/curation/checkedlink/", "/beheer/partners/library/"]
FOR_NATIONAL_CURATORS = "/beheer/accounts/user/"


def test_the_menu_has_the_lists_that_a_curator_may_open(client):
    for curator, sees_users in ((province_curator(ProvinceFactory()), False), (national_curator(), True)):
        client.force_login(curator)

        page = client.get(reverse("curator:statistics")).content.decode()

        assert [link for link in FOR_EVERY_CURATOR if f'href="{link}"' not in page] == []
        assert (f'href="{FOR_NATIONAL_CURATORS}"' in page) == sees_users


def test_the_menu_shows_where_somebody_is(client):
    library = LibraryFactory()
    client.force_login(national_curator())
    here = {}

    for path in ("/beheer/", f"/beheer/partners/library/{library.pk}/change/", "/beheer/statistiek/"):
        page = client.get(path).content.decode()
        here[path] = re.findall(r'<a href="([^"]+)" class="flex h-\[38px\][^"]*\bactive\b', page)

    assert list(here.values()) == [["/beheer/"], ["/beheer/partners/library/"], ["/beheer/statistiek/"]]


def test_the_page_of_a_user_says_their_roles(client):
    member = library_member(LibraryFactory(name="Bibliotheek Hoorn"))
    client.force_login(administrator())

    page = squeezed(client.get(reverse("admin:accounts_user_change", args=[member.pk])))

    assert "lid van Bibliotheek Hoorn" in page


def test_every_list_has_an_item():
    items = [item["name"] for group in NAVIGATION for item in group["items"]]
    lists = [f"admin:{str(model._meta).replace('.', '_')}_changelist" for model in admin.site._registry]

    # of an export one sees only one's own, from the list that it was made of
    assert set(lists) - set(items) == {"admin:spreadsheets_exportrun_changelist"}
