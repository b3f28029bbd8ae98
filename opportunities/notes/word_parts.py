"""Texts and parts of a document of Word that python-docx has no word for."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shape import InlineShape
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from spreadsheets.formulas import UNSEEN
from wording.breaking import unbroken

from .word_elements import made
from .word_styles import SMALL, WIDTH


def clean(text: str) -> str:
    """Without signs that nobody sees, and that a document of this kind cannot hold."""
    return unbroken(UNSEEN.sub("", text))


def add_text(paragraph: Paragraph, text: str) -> Run:
    """Write a text at the end of a paragraph."""
    return paragraph.add_run(clean(text))


def add_bold(paragraph: Paragraph, text: str) -> None:
    """Write a text in bold."""
    add_text(paragraph, text).bold = True


def add_with_notes(
    paragraph: Paragraph,
    text: str,
    notes: list[int | None],
) -> None:
    """Write a text with the numbers of its footnotes behind it."""
    add_text(paragraph, text)
    numbers = ", ".join(str(number) for number in notes if number)
    paragraph.add_run(numbers).font.superscript = True


def add_page_numbers(document: Document, text: str) -> None:
    """A footer with this text, and at its right ``1 / 2``."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles[SMALL]
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{text}\t")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES")


def add_field(paragraph: Paragraph, name: str) -> None:
    """What the program fills in."""
    field = made("w:fldSimple", {"w:instr": name})
    paragraph._p.append(field)


def name_picture(picture: InlineShape, name: str) -> None:
    """Say what a picture shows, for who does not see it."""
    picture._inline.docPr.set("descr", name)
    for side in ("distL", "distR"):  # LibreOffice takes these for room before it
        picture._inline.set(side, "0")


def forget_program(document: Document) -> None:
    """Take out what python-docx says of itself: a remark, and a small picture of an empty page."""
    document.core_properties.comments = ""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del relations[key]
