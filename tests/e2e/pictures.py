"""The pictures of docs/handleiding.md: ``make pictures`` walks through a site with the starter content and takes them.

Stands with the browser tests, which have everything that starts such a site; it tests nothing and is in no test run.
"""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image

from initiatives.doubles import find_doubles
from initiatives.models import Initiative
from partners.models import Municipality
from tests.event_factories import EventFactory, RegistrationFactory
from tests.factories import LibraryFactory
from tests.opportunity_factories import PolicyDocumentFactory

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "handleiding"
SIZE = {"width": 1080, "height": 680}
COLOURS = 48  # enough for flat pages, and a fifth of the bytes
TABLE = "Titel;Samenvatting\nKoffie met de buren;Buren praten bij een kop koffie.\nTaalcafé;Oefenen met praten.\n"
POLICY = """Wij willen dat iedereen mee kan doen. Eenzaamheid onder ouderen gaan wij tegen, samen met de bibliotheek.

Mantelzorgers krijgen meer steun. Over de wegen in het buitengebied besluit de raad later."""


@pytest.fixture
def curator(administrator):
    administrator.set_viewport_size(SIZE)
    return administrator


def take(page, name):
    """Keep what is on the screen, in few colours."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


def test_logging_in(page):
    page.set_viewport_size(SIZE)
    page.goto("/inloggen/")
    take(page, "inloggen")


def test_lists_and_forms(curator):
    pages = {
        "start": "/beheer/",
        "zoeken": "/beheer/initiatives/initiative/?q=taal",
        "wijzigen": "/beheer/initiatives/initiative/1/change/",
        "beoordelen": "/beheer/initiatives/initiative/2/beoordelen/",
    }
    for name, address in pages.items():
        curator.goto(address)
        take(curator, name)


def test_an_import(curator, tmp_path):
    table = tmp_path / "voorbeelden.csv"
    table.write_text(TABLE)
    curator.goto("/beheer/initiatives/initiative/import/")
    curator.set_input_files("input[type=file]", table)
    curator.get_by_role("button", name="Lees dit bestand").click()
    curator.get_by_role("button", name="Sla alles op").wait_for()
    take(curator, "importeren")
    curator.get_by_role("button", name="Sla alles op").click()
    curator.get_by_role("link", name="Draai deze import terug").wait_for()
    take(curator, "terugdraaien")
    curator.get_by_role("link", name="Draai deze import terug").click()
    curator.get_by_role("button", name="Ja, draai terug").click()
    curator.get_by_text("zijn weer zoals daarvoor").wait_for()


def test_doubles(curator, in_site):
    with in_site():
        original = Initiative.objects.published().first()
        twin = Initiative.objects.create(
            slug="nog-een-keer",
            title=f"{original.title} (nieuw)",
            summary=original.summary,
            publication_state="concept",
        )
        twin.themes.set(original.themes.all())
        find_doubles()
    curator.goto("/beheer/dubbelen/")
    curator.get_by_role("link", name=re.compile("^Vergelijk")).first.click()
    take(curator, "dubbelen")


def test_a_meeting(curator, in_site):
    with in_site():
        day = timezone.localdate() + timedelta(days=40)
        event = EventFactory(title="Netwerkdag Meedoen", starts_on=day, capacity=40)
        for number in range(14):
            RegistrationFactory(booking__event=event, name=f"Deelnemer {number}", organisation=LibraryFactory())
    curator.goto(f"/beheer/events/event/{event.pk}/overzicht/")
    take(curator, "bijeenkomst")


def test_policy(curator, in_site):
    with in_site():
        soest = Municipality.objects.get(slug="soest")
        document = PolicyDocumentFactory(municipality=soest, title="Coalitieakkoord", text=POLICY)
    curator.goto(f"/beheer/beleid/{document.pk}/lezen/?toon=themas")
    take(curator, "beleid")
