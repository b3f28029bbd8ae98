"""The kansenkaart, a region and a note, with the starter content and much made up beside it."""

import time
from statistics import median

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.models import Theme
from opportunities.models import Note, Passage, PolicyDocument, Service
from opportunities.notes.docx import note_docx
from opportunities.notes.pdf import note_pdf
from partners.models import Library, Municipality

ROUNDS = 15
WIDE = 60  # municipalities in the region
THEMES = 30
ADDRESSES = [
    "/gemeenten/haarlem/",
    "/gemeenten/haarlem/?open=alles",
    "/gemeenten/haarlem/achtergrond/",
    "/gemeenten/haarlem/eenzaamheid/",
    "/kansen/?bibliotheek=meting&themas=alle",
    "/kansen/?provincie=noord-brabant",
    "/kansen/xlsx/?bibliotheek=meting&themas=alle",
    "/vergelijk/gemeenten/?gemeente=haarlem&gemeente=zwolle&gemeente=oss&gemeente=utrecht",
    "/gespreksnotitie/maken/?gemeente=haarlem",
]


@pytest.fixture
def municipalities():
    """The starter content, and made-up policy and supply in sixty municipalities."""
    call_command("load_content", verbosity=0)
    _make_themes()
    current = Municipality.objects.current(timezone.localdate()).filter(
        population__lte=170_000
    )
    places = list(current.order_by("-population")[:WIDE])
    Library.objects.create(slug="meting", name="Meting").work_area.set(places)
    themes = list(Theme.objects.all())
    for place in places:
        _make_policy(place, themes)
        _make_supply(place, themes)
    return places


def _make_themes():
    main = Theme.objects.main().first()
    for number in range(THEMES - Theme.objects.count()):
        name = f"Meting {number}"
        Theme.objects.create(
            slug=f"meting-{number}",
            name=name,
            parent=main,
            icon=main.icon,
            placement_note="Meting.",
        )


def _make_policy(place, themes):
    document = PolicyDocument.objects.create(
        slug=f"meting-{place.pk}",
        municipality=place,
        kind="beleidsnota",
        title="Meting",
        from_year=2026,
    )
    Passage.objects.bulk_create(
        Passage(document=document, theme=theme, quote="Meting.")
        for theme in themes[::2]
    )


def _make_supply(place, themes):
    for number, theme in enumerate(themes[::3]):
        Service.objects.create(municipality=place, name=f"Meting {number}").themes.add(
            theme
        )


@pytest.mark.django_db
def test_pages(client, municipalities):
    for address in ADDRESSES:
        client.get(address)
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            answer = client.get(address)
            times.append(1000 * (time.perf_counter() - start))
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        print(
            f"\n{address}: {answer.status_code}, {median(times):.0f} ms, {len(queries)} vragen",
            end="",
        )


@pytest.mark.django_db
def test_files_of_a_note(client, municipalities):
    themes = ["eenzaamheid", "werk-en-inkomen", "mantelzorg"]
    client.post(
        "/gespreksnotitie/maken/",
        {"gemeente": "haarlem", "publiek": "wethouder", "thema": themes},
    )
    content = Note.objects.get().content
    for make in (note_pdf, note_docx):
        make(content)  # the first of a process reads the fonts
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            file = make(content)
            times.append(1000 * (time.perf_counter() - start))
        print(
            f"\n{make.__name__}: {median(times):.0f} ms, {len(file) // 1000} kB", end=""
        )
