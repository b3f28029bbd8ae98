"""What holds for every page: Dutch errors, health, sitemap."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from tests.documents import Reader
from tests.event_factories import EventFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ThemeFactory,
)
from tests.sitemap import whole_sitemap

pytestmark = pytest.mark.postgresql  # the one about missing migrations asks the server
OF_THE_CURATORS_ROOM = ["admin", "unfold", "import_export"]  # large, and on no other page


@pytest.mark.django_db
def test_home_shows_featured_examples_themes_and_the_map(client):
    theme = ThemeFactory()
    place = MunicipalityFactory(cbs_code="GM0228")
    featured = InitiativeFactory(is_featured=True, illustration="bus", themes=[theme], places=[place])
    second = InitiativeFactory(is_featured=True, themes=[theme])
    InitiativeFactory(is_featured=True, publication_state="concept")

    context = Reader().get("/").context

    assert (context["featured"], context["shortlist"]) == ([featured], [second])
    assert [(each, each.initiative_count) for each in context["themes"]] == [(theme, 2)]
    assert [(area.municipality, area.reading.text) for area in context["map"].areas] == [(place, "1 voorbeeld")]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_home_costs_12_queries(client, django_assert_num_queries, count):
    InitiativeFactory.create_batch(count, is_featured=True, themes=[ThemeFactory()], places=[MunicipalityFactory()])

    client.get("/")
    with django_assert_num_queries(12):
        client.get("/")


@pytest.mark.django_db
def test_the_curators_room_sends_to_the_one_page_where_everybody_logs_in(client):
    response = client.get("/beheer/login/")

    assert response.url == "/inloggen/?next=%2Fbeheer%2F"


@pytest.mark.django_db
def test_a_missing_page_is_dutch_and_keeps_the_menu(client):
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.content.decode()
    assert "Hoofdmenu" in response.content.decode()


def test_an_error_of_ours_is_dutch(client, settings):
    settings.ROOT_URLCONF = "tests.serving.broken_urls"
    client.raise_request_exception = False

    response = client.get("/stuk/")

    assert response.status_code == 500
    assert "Dat ligt aan ons, niet aan jou." in response.content.decode()


def test_a_database_that_is_away_is_said_in_dutch(client, settings):
    settings.ROOT_URLCONF = "tests.serving.broken_urls"

    response = client.get("/database-weg/")

    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert "even niet bereikbaar" in response.content.decode()


def test_livez_touches_no_database(client):
    assert client.get("/livez").content == b"ok"


@pytest.mark.django_db
def test_readyz_is_well_when_every_migration_ran(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_readyz_says_how_many_migrations_are_missing(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sources'")

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"1 migraties ontbreken")


@pytest.mark.django_db
def test_sitemap_has_a_page_of_every_kind(client):
    DocumentFactory(title="Zonder pagina", url="https://voorbeeld.nl/stuk.pdf")
    things = [
        InitiativeFactory(),
        ThemeFactory(),
        MunicipalityFactory(),
        LibraryFactory(),
        PartnerFactory(),
        NetworkFactory(),
        EventFactory(),
    ]

    page = whole_sitemap(client)

    assert [thing for thing in things if f"http://testserver{thing.get_absolute_url()}<" not in page] == []
    assert page.count("<loc>") == page.count("<loc>http://testserver/")


@pytest.mark.django_db
def test_a_sitemap_of_many_is_several_files_that_are_named(client, monkeypatch):
    monkeypatch.setattr("search.sitemaps.KindSitemap.limit", 2)
    examples = InitiativeFactory.create_batch(5)

    files = re.findall("sitemap-praktijkvoorbeeld.xml[^<]*", client.get("/sitemap.xml").content.decode())
    pages = [client.get(f"/{file}").content.decode() for file in files]

    assert [page.count("<loc>") for page in pages] == [2, 2, 1]
    assert [each for each in examples if f"{each.get_absolute_url()}<" not in "".join(pages)] == []


@pytest.mark.django_db
def test_sitemap_has_what_the_public_may_see(client):
    shown = InitiativeFactory()
    hidden = InitiativeFactory(publication_state="concept")
    ended = MunicipalityFactory(valid_until="2001-01-01")

    page = whole_sitemap(client)

    assert f"http://testserver{shown.get_absolute_url()}<" in page
    assert hidden.get_absolute_url() not in page
    assert ended.get_absolute_url() not in page


def test_robots_txt_names_the_sitemap_and_what_is_not_for_search_engines(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines == [
        "User-agent: *",
        "Disallow: /beheer/",
        "Disallow: /klopt-er-iets-niet/",
        "Disallow: /contact/",
        "Disallow: /vul-aan/",
        "Disallow: /zoeken/",
        "Disallow: /praktijkvoorbeelden/filter/",
        "Disallow: /praktijkvoorbeelden/csv/",
        "Disallow: /praktijkvoorbeelden/*?*q=",
        "Disallow: /praktijkvoorbeelden/*?*&",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.django_db
def test_every_page_says_that_it_is_dutch_and_where_its_content_begins(client):
    pages = {address: client.get(address).content.decode() for address in ["/", "/bestaat-niet/", "/inloggen/"]}

    assert [address for address, page in pages.items() if '<html lang="nl">' not in page] == []
    assert [address for address, page in pages.items() if '<a class="skip" href="#inhoud">' not in page] == []
    assert [address for address, page in pages.items() if 'id="inhoud"' not in page] == []


def test_favicon_is_found_at_its_old_address(client):
    assert client.get("/favicon.ico").url == "/static/favicon.svg"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_for_reading(client, method):
    assert getattr(client, method)("/praktijkvoorbeelden/").status_code == 405


def test_letters_left_behind_by_an_earlier_build_are_not_linked(client, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["vendor", *OF_THE_CURATORS_ROOM])
    (settings.STATIC_ROOT / "vendor").mkdir()
    (settings.STATIC_ROOT / "vendor" / "fonts.css").touch()

    response = client.get("/over/")

    assert response.status_code == 200
    assert "fonts.css" not in response.content.decode()


def test_who_found_a_leak_can_read_where_to_tell_it(client, settings):
    settings.EDITORS_EMAIL, settings.SITE_ADDRESS = "redactie@voorbeeld.nl", "https://bieb.voorbeeld.nl"

    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: mailto:redactie@voorbeeld.nl\n" in response.content.decode()
    assert fields["Canonical"] == "https://bieb.voorbeeld.nl/.well-known/security.txt"
    assert timedelta(days=170) < datetime.fromisoformat(fields["Expires"]) - timezone.now() < timedelta(days=365)


def test_password_managers_find_the_page_to_change_a_password(client):
    assert client.get("/.well-known/change-password").url == reverse("account_change_password")


def test_pages_that_answer_a_piece_of_script_otherwise_say_so(client):
    pages = ["/zoeken/", "/praktijkvoorbeelden/", "/praktijkvoorbeelden/kaart/", "/gespreksnotitie/maken/"]

    varied = {page: client.get(page).get("Vary", "") for page in pages}

    assert [page for page, names in varied.items() if "HX-Request" not in names] == []
