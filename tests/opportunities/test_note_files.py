"""A note on paper and as a document: two pages whatever was typed, to be read aloud, and never read as markup."""

import re
from io import BytesIO

import pytest
from django.utils.html import escape
from docx import Document
from docx.oxml.ns import qn

from initiatives.models import Initiative, Theme
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
from tests.opportunities.notes import CALCULATION, MARKUP, ODD, keep, typed, utrecht
from tests.opportunity_factories import ServiceFactory

pytestmark = pytest.mark.django_db
LONGEST_NAMES = [
    "Informatie over voorzieningen voor zorg, welzijn en participatie",
    "Sociale contacten en sociale cohesie",
    "Onderwijs en een leven lang leren",
]
NAMES = ["titel", "van", "publiek_naam", "contact_naam"]
OWN_WORDS = [*NAMES, "voorstel", "vraag"]
UNSEEN_SIGNS = "a\x01b\x08c"
SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LINES = "\r\n".join(
    ("Een regel van honderd en tien letters over wat de bibliotheek en de gemeente samen doen " * 2)[:110]
    for _ in range(8)
)


def file(client, kind, **changes):
    """The file of a note with these words."""
    note, _ = keep(client, **changes)
    response = client.get(f"{note.get_absolute_url()}{kind}/")
    assert response.status_code == 200
    return response


def pages(response):
    """How many pages a PDF has."""
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", response.content))


def document(client, **changes):
    return Document(BytesIO(file(client, "docx", **changes).content))


def texts(found):
    """All texts of a document, also those in its table."""
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in found.paragraphs), *cells])


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def ordinary(municipality):
    """Three themes with figures, policy and supply, and four examples: what a note usually has."""
    for name in ("Eenzaamheid", "Taal", "Werk en inkomen"):
        theme = ThemeFactory(name=name)
        needs(municipality, theme)
        wants(municipality, theme)
        ServiceFactory(municipality=municipality, themes=[theme])
        LibraryOfferFactory.create_batch(3, theme=theme)
        ConversationQuestionFactory.create_batch(2, theme=theme)
    for title in ("Taalhuis", "Leeskring", "Walk&Talk", "Geldfit"):
        example = InitiativeFactory(title=title, summary="Samen lezen. " * 12, year=2024)
        example.sources.add(SourceFactory())
    return chosen()


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


def chosen():
    """The slugs of all themes and examples that were made."""
    found = {"thema": Theme.objects.all(), "voorbeeld": Initiative.objects.all()}
    return {name: [each.slug for each in things] for name, things in found.items()}


# --- on paper ---------------------------------------------------------------------------------------
def test_a_note_is_two_pages_with_a_name(client, ordinary):
    response = file(client, "pdf", **ordinary)

    assert pages(response) == 2
    assert response["Content-Disposition"] == 'inline; filename="gespreksnotitie-utrecht.pdf"'


def test_a_note_of_the_least_is_two_pages(client):
    assert pages(file(client, "pdf")) == 2


def test_a_note_of_the_longest_of_everything_is_two_pages(client, longest):
    assert pages(file(client, "pdf", **longest)) == 2


def test_long_quotes_and_much_supply_take_no_third_page(client, municipality, ordinary):
    for theme in Theme.objects.all():
        Passage.objects.filter(theme=theme).update(quote=("Iedereen in onze gemeente kan lezen. " * 20)[:600])
        for number in range(5):
            ServiceFactory(municipality=municipality, name=f"{theme} {number} {'aanbod ' * 20}"[:160], themes=[theme])

    assert pages(file(client, "pdf", **ordinary)) == 2


def test_a_note_can_be_read_aloud(client, longest):
    content = file(client, "pdf", **longest).content

    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/StructTreeRoot" in content
    assert b"/Lang(nl)" in content


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


# --- as a document ----------------------------------------------------------------------------------
def test_the_document_has_headings_a_table_with_a_header_and_a_language(client, ordinary):
    found = document(client, titel="Mijn titel", voorstel="A", vraag="B", **ordinary, **CALCULATION)

    headings = [each.text for each in found.paragraphs if each.style.name in ("Heading 1", "Heading 2")]
    assert headings == [
        "Mijn titel",
        "De kern",
        "Wat speelt er",
        "Wat elders werkt",
        "Ons voorstel",
        "Wat het kan opleveren",
        "Wat we vragen",
        "Wat de bibliotheek kan doen",
        "Vragen voor het gesprek",
        "Aantekeningen en afspraken",
        "Bronnen",
    ]
    header = found.tables[0].rows[0]
    assert [cell.text for cell in header.cells] == ["Thema", "Behoefte", "Beleid", "Aanbod nu", "Kans"]
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert (found.core_properties.title, found.core_properties.language) == ("Mijn titel", "nl-NL")


def test_the_document_comes_down_with_a_name(client):
    response = file(client, "docx")

    assert response["Content-Disposition"] == 'attachment; filename="gespreksnotitie-utrecht.docx"'


def test_the_document_tells_all_that_the_note_tells(client, ordinary):
    note, _ = keep(client, **ordinary, **CALCULATION, voorstel="A\r\nB", vraag="C", contact_email="ada@voorbeeld.nl")
    response = client.get(f"{note.get_absolute_url()}docx/")

    told = texts(Document(BytesIO(response.content)))
    content = note.content
    wanted = [content["core"], *content["footnotes"], *content["proposal"], *content["asks"], *content["contact"]]
    wanted += [*content["offers"], *content["questions"], content["calculation"]["outcome"]]
    wanted += [row["figure"] for row in content["rows"]] + [case["summary"] for case in content["cases"]]
    assert [text for text in wanted if text not in told] == []


def test_no_text_breaks_the_document(client):
    odd = [*ODD, *MARKUP, "\ufffe", UNSEEN_SIGNS]
    lost = []

    for number in range(0, len(odd), len(NAMES)):
        names = dict(zip(NAMES, odd[number:], strict=False))
        told = texts(document(client, **names))
        lost += [text for text in names.values() if SIGNS.sub("", text) not in told]

    assert lost == []


def test_signs_that_nobody_sees_are_left_out_everywhere(client):
    told = texts(document(client, **dict.fromkeys(OWN_WORDS, UNSEEN_SIGNS)))

    assert told.count("abc") == len(OWN_WORDS)


def test_a_preview_makes_no_file(client):
    client.post("/gespreksnotitie/maken/", typed(stap="bekijk"))

    statuses = [client.get(f"/gespreksnotitie/{'x' * 22}/{kind}/").status_code for kind in ("pdf", "docx")]

    assert statuses == [404, 404]


def test_there_are_no_other_files(client):
    note, _ = keep(client)

    statuses = [client.get(f"{note.get_absolute_url()}{kind}/").status_code for kind in ("odt", "PDF", "pdf2")]

    assert statuses == [404] * 3
