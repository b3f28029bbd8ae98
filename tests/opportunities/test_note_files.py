"""A note on paper: two pages whatever was typed, to be read aloud, and never read as markup."""

import re
import shutil
import subprocess
from collections import Counter

import pytest
from django.utils.html import escape

from initiatives.models import Theme
from opportunities.models import Passage
from opportunities.notes.forms import MOST_THEMES
from tests.factories import (
    ConversationQuestionFactory,
    InitiativeFactory,
    LibraryOfferFactory,
    MunicipalityFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.opportunities.levels import needs, wants
from tests.opportunities.notes import (
    CALCULATION,
    MARKUP,
    NAMES,
    ODD,
    OWN_WORDS,
    chosen,
    file,
    keep,
    ordinary,
    typed,
    utrecht,
)
from tests.opportunity_factories import ServiceFactory

pytestmark = pytest.mark.django_db
LONGEST_NAMES = [
    "Informatie over voorzieningen voor zorg, welzijn en participatie",
    "Sociale contacten en sociale cohesie",
    "Onderwijs en een leven lang leren",
]
LINES = "\r\n".join(
    ("Een regel van honderd en tien letters over wat de bibliotheek en de gemeente samen doen " * 2)[:110]
    for _ in range(8)
)


def pages(response):
    """How many pages a PDF has."""
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", response.content))


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def longest(municipality):
    """The longest names of our themes, and the longest that a note can have of the rest."""
    for name in LONGEST_NAMES:
        theme = ThemeFactory(name=name)
        needs(municipality, theme, name="Volwassenen die moeite hebben met lezen, schrijven en rekenen")
        wants(municipality, theme)
        LibraryOfferFactory.create_batch(3, theme=theme)
        ConversationQuestionFactory.create_batch(2, theme=theme)
    for number in range(4):
        place = MunicipalityFactory(name="Gemeente met een lange naam")
        title = f"{number} {'Samen lezen in de bibliotheek ' * 6}"[:160]
        InitiativeFactory(title=title, summary=("Samen lezen in de bibliotheek. " * 10)[:300], places=[place])
    own = {"voorstel": LINES, "vraag": LINES, "titel": ("Een lange titel " * 8)[:120], **CALCULATION}
    return chosen() | own | {"van": "D" * 100, "publiek_naam": "W" * 100, "contact_naam": "N" * 100}


def test_a_note_is_two_pages_with_a_name(client, municipality):
    response = file(client, "pdf", **ordinary(municipality))

    assert pages(response) == 2
    assert response["Content-Disposition"] == 'inline; filename="gespreksnotitie-utrecht.pdf"'


def test_a_note_of_the_least_is_two_pages(client):
    assert pages(file(client, "pdf")) == 2


def test_a_note_of_the_longest_of_everything_is_two_pages(client, longest):
    assert pages(file(client, "pdf", **longest)) == 2


def test_long_quotes_and_much_supply_take_no_third_page(client, municipality):
    usual = ordinary(municipality)
    for theme in Theme.objects.all():
        Passage.objects.filter(theme=theme).update(quote=("Iedereen in onze gemeente kan lezen. " * 20)[:600])
        for number in range(5):
            ServiceFactory(municipality=municipality, name=f"{theme} {number} {'aanbod ' * 20}"[:160], themes=[theme])

    assert pages(file(client, "pdf", **usual)) == 2


def test_a_note_can_be_read_aloud(client, longest):
    content = file(client, "pdf", **longest).content

    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/StructTreeRoot" in content
    assert b"/Lang(nl-NL)" in content


def test_a_note_has_real_headings_paragraphs_lists_and_a_table(client, municipality):
    own = {"voorstel": "Eerst: dit\nDaarna: dat\nTot slot: kijken", "meten": "Tellen", "vraag": "Een bezoek"}
    content = file(client, "pdf", **ordinary(municipality), **own).content

    tags = Counter(re.findall(rb"/S/(\w+)", content))
    assert {tag: tags[tag] for tag in (b"H1", b"Table", b"THead", b"TBody")} == {
        b"H1": 1,
        b"Table": 1,
        b"THead": 1,
        b"TBody": 1,
    }
    assert (tags[b"TR"], tags[b"TH"], tags[b"H2"]) == (4, 7, 11)
    assert tags[b"H3"] == 7  # four examples and three steps
    assert min(tags[b"P"], tags[b"L"], tags[b"LI"]) > 4


def test_what_is_copied_out_is_in_the_order_of_reading(client, municipality, tmp_path):
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("OVERGESLAGEN: pdftotext ontbreekt, dus de volgorde van de tekst is niet bekeken")
    own = {"titel": "De titel", "voorstel": "Eerst: dit\nDaarna: dat\nTot slot: kijken", "vraag": "Een bezoek"}
    (tmp_path / "note.pdf").write_bytes(file(client, "pdf", **ordinary(municipality), **own).content)

    copied = subprocess.run([program, tmp_path / "note.pdf", "-"], check=True, capture_output=True, text=True)  # noqa: S603

    text = " ".join(copied.stdout.split())
    wanted = ["De titel", "De kern", "Wat speelt er", "Wat de gemeente moet doen", "Wat al is gedaan", "Ons voorstel"]
    wanted += [
        "1. Eerst",
        "2. Daarna",
        "3. Tot slot",
        "Wat we vragen",
        "Een bezoek",
        "Aantekeningen en afspraken",
        "Bronnen",
    ]
    places = [text.find(each) for each in wanted]
    assert (min(places) >= 0, places) == (True, sorted(places))


def test_no_text_breaks_the_page(client):
    broken = []

    for number in range(0, len(ODD), len(NAMES)):
        names = dict(zip(NAMES, ODD[number:], strict=False))
        response = file(client, "pdf", **names, voorstel="\n".join(names.values()), vraag=ODD[0])
        if pages(response) != 2 or b"/StructTreeRoot" not in response.content:
            broken.append((names, pages(response)))

    assert broken == []


def test_markup_is_printed_as_text(client):
    wrong = []

    for text in MARKUP:
        response = file(client, "pdf", **dict.fromkeys(OWN_WORDS, text))
        title = escape(text).replace("&quot;", '"').encode()  # as it stands in what describes the file
        found = pages(response), title in response.content, b"root:x:0" in response.content
        if found != (2, True, False):
            wrong.append((text, *found))

    assert wrong == []


def test_no_name_of_a_theme_or_an_example_breaks_the_page(client):
    texts, broken = [*ODD, *MARKUP], []

    for number in range(0, len(texts), MOST_THEMES):
        some = texts[number : number + MOST_THEMES]
        themes = [ThemeFactory(name=text).slug for text in some]
        examples = [InitiativeFactory(title=text, summary=text) for text in some]
        for example in examples:
            example.sources.add(SourceFactory(title=example.title))
        response = file(client, "pdf", thema=themes, voorbeeld=[example.slug for example in examples])
        broken += [] if pages(response) == 2 else [some]

    assert broken == []


def test_a_preview_makes_no_file(client):
    client.post("/gespreksnotitie/maken/", typed(stap="bekijk"))

    statuses = [client.get(f"/gespreksnotitie/{'x' * 22}/{kind}/").status_code for kind in ("pdf", "docx")]

    assert statuses == [404, 404]


def test_there_are_no_other_files(client):
    note, _ = keep(client)

    statuses = [client.get(f"{note.get_absolute_url()}{kind}/").status_code for kind in ("odt", "PDF", "pdf2")]

    assert statuses == [404] * 3
