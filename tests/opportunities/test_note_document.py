"""A note as a document that a library can change: it tells all that the note tells, whatever was typed."""

import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone
from docx import Document
from docx.oxml.ns import qn

from tests.factories import ThemeFactory
from tests.opportunities.notes import CALCULATION, MARKUP, NAMES, ODD, OWN_WORDS, file, keep, ordinary, utrecht
from tests.running_site import GENEROUS_SECONDS

pytestmark = pytest.mark.django_db
UNSEEN_SIGNS = "a\x01b\x08c"
SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


def document(client, **changes):
    return Document(BytesIO(file(client, "docx", **changes).content))


def texts(found):
    """All texts of a document, also those in its table."""
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in found.paragraphs), *cells])


def test_the_document_has_headings_a_table_with_a_header_and_a_language(client, municipality):
    own = {"titel": "Mijn titel", "voorstel": "A", "meten": "M", "vraag": "B"}
    found = document(client, **own, **ordinary(municipality), **CALCULATION)

    headings = [each.text for each in found.paragraphs if each.style.name in ("Heading 1", "Heading 2")]
    assert headings == [
        "Mijn titel",
        "De kern",
        "Wat speelt er",
        "Wat de gemeente moet doen",
        "Wat de bibliotheek kan doen",
        "Wat al is gedaan",
        "Ons voorstel",
        "Wat het kan opleveren",
        "Wat we vragen",
        "Zo zien we of het werkt",
        "Vragen voor het gesprek",
        "Aantekeningen en afspraken",
        "Bronnen",
    ]
    header = found.tables[0].rows[0]
    assert [cell.text for cell in header.cells] == [
        "Thema",
        "In Utrecht",
        "Midden van Nederland",
        "Behoefte",
        "Beleid",
        "Aanbod nu",
        "Kans",
    ]
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert (found.core_properties.title, found.core_properties.language) == ("Mijn titel", "nl-NL")


def test_the_document_comes_down_with_a_name(client):
    response = file(client, "docx")

    assert response["Content-Disposition"] == 'attachment; filename="gespreksnotitie-utrecht.docx"'


def test_the_document_says_of_itself_what_it_is(client, municipality):
    found = document(client, titel="Mijn titel", bibliotheek="De Boekenkast", **ordinary(municipality))

    properties = found.core_properties
    assert (properties.title, properties.author, properties.language) == ("Mijn titel", "De Boekenkast", "nl-NL")
    assert (properties.created.date(), properties.comments) == (timezone.localdate(), "")
    languages = {language.get(qn("w:val")) for language in found.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


def test_the_document_has_our_letters_and_colours_with_letters_to_fall_back_on(client, municipality):
    response = file(client, "docx", **ordinary(municipality))

    with ZipFile(BytesIO(response.content)) as parts:
        letters = parts.read("word/fontTable.xml").decode()
        text = parts.read("word/document.xml").decode()
    found = Document(BytesIO(response.content))
    fonts = [found.styles[name].element.rPr.rFonts.get(qn("w:ascii")) for name in ("Normal", "Heading 1")]
    assert fonts == ["Source Sans 3", "Literata"]
    assert '<w:font w:name="Literata"><w:altName w:val="Georgia"/>' in letters
    assert 'w:fill="F2B33D"' in text


def test_the_steps_of_the_proposal_stay_on_one_page(client, municipality):
    found = document(client, voorstel="Een\r\nTwee\r\nDrie", **ordinary(municipality))
    steps = [each for each in found.paragraphs if each.style.name == "List Number"]

    ways = [(each.style.paragraph_format.keep_together, each.style.paragraph_format.keep_with_next) for each in steps]
    assert ways == [(True, True)] * 3


def test_a_program_makes_two_pages_of_it(client, municipality, tmp_path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("OVERGESLAGEN: LibreOffice ontbreekt, dus het aantal bladzijden is niet geteld")
    more_than_one_page = {"voorstel": "Samen een groep beginnen in de wijk.\r\n" * 8}
    made = file(client, "docx", **ordinary(municipality), **more_than_one_page)
    (tmp_path / "notitie.docx").write_bytes(made.content)

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "notitie.docx"]
    subprocess.run(convert, check=True, capture_output=True, timeout=GENEROUS_SECONDS)  # noqa: S603 of the system

    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "notitie.pdf").read_bytes())
    assert len(pages) == 2


def test_the_document_tells_all_that_the_note_tells(client, municipality):
    note, _ = keep(
        client,
        **ordinary(municipality),
        **CALCULATION,
        voorstel="A\r\nB",
        meten="M",
        vraag="C",
        contact_email="ada@voorbeeld.nl",
    )
    response = client.get(f"{note.get_absolute_url()}docx/")

    told = texts(Document(BytesIO(response.content)))
    content = note.content
    wanted = [*content["core"], *content["footnotes"], *content["asks"], *content["contact"], *content["measures"]]
    wanted += [*content["offers"], *content["questions"], content["calculation"]["outcome"]]
    for case in content["cases"]:
        wanted += [case["title"], case["state"], case["summary"]]
    for row in content["table"]["rows"]:
        wanted += [row["figure"], *(cell["text"] for cell in row["cells"])]
    wanted += [step["text"] for step in content["steps"]] + [duty["text"] for duty in content["duties"]]
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


def test_a_title_that_is_longer_than_a_property_may_be(client):
    """Three themes and a municipality may have 560 letters together."""
    long = [ThemeFactory(name=f"Thema {number} {'lang ' * 20}").slug for number in range(3)]

    assert file(client, "docx", thema=long).content[:2] == b"PK"
