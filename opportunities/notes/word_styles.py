"""How a note looks in Word and LibreOffice: our colours and letters, with letters to fall back on, and Dutch."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from .word_elements import LINE, ground, line, made

LANGUAGE = "nl-NL"
INK = RGBColor(0x13, 0x21, 0x1B)
SOFT = RGBColor(0x46, 0x56, 0x4E)
GREEN = "0B5D46"
PANEL = "FFF6E0"
TONES = {"sterk": "F2B33D", "licht": "FBE0A4"}  # grounds of cells
TEXT_LETTERS = "Source Sans 3"
HEAD_LETTERS = "Literata"
FALLBACKS = {
    TEXT_LETTERS: ("Calibri", "swiss"),
    HEAD_LETTERS: ("Georgia", "roman"),
}


@dataclass(frozen=True)
class HeadingLooks:
    """How large a heading is, and how much space is before and after it, in points."""

    size: float
    before: float
    after: float


HEADINGS = {
    "Heading 1": HeadingLooks(size=20, before=4, after=4),
    "Heading 2": HeadingLooks(size=12.5, before=7, after=2),
    "Heading 3": HeadingLooks(size=10.5, before=2, after=0),
}
WIDTH = Mm(176)  # of the text
SENDER = "Afzender"  # styles of our own
CORE = "Kern"
SMALL = "Klein"
RULE = "Schrijfregel"


def set_styles(document: Document) -> None:
    """Give a new document our looks and our paper."""
    set_paper(document)
    set_language(document)
    set_normal(document.styles["Normal"])
    for name, looks in HEADINGS.items():
        set_heading(document.styles[name], looks)
    for name in ("List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(1.5)
    steps = document.styles["List Number"].paragraph_format
    steps.keep_together = True
    steps.keep_with_next = True  # the proposal stays on one page
    add_sender(document)
    add_core(document)
    small = added(document, SMALL)
    small.font.size = Pt(8)
    small.font.color.rgb = SOFT
    small.paragraph_format.space_after = Pt(1)
    add_rule(document)
    name_fallbacks(document)


def set_paper(document: Document) -> None:
    """A4, with margins as in the PDF."""
    section = document.sections[0]
    section.page_width = Mm(210)
    section.page_height = Mm(297)
    section.left_margin = Mm(17)
    section.right_margin = Mm(17)
    section.top_margin = Mm(13)
    section.bottom_margin = Mm(13)
    section.footer_distance = Mm(7)


def set_language(document: Document) -> None:
    """Dutch, also for texts that name no style."""
    for language in document.styles.element.iter(qn("w:lang")):
        for kind in ("w:val", "w:eastAsia"):
            language.set(qn(kind), LANGUAGE)


def set_normal(style: ParagraphStyle) -> None:
    """Plain text."""
    set_letters(style, TEXT_LETTERS)
    style.font.size = Pt(9.5)
    style.font.color.rgb = INK
    style.paragraph_format.space_after = Pt(3)
    style.paragraph_format.line_spacing = 1.0
    language = made("w:lang", {"w:val": LANGUAGE})
    style.element.get_or_add_rPr().append(language)


def set_heading(
    style: ParagraphStyle,
    looks: HeadingLooks,
) -> None:
    """A heading, which stays with what is under it."""
    set_letters(style, HEAD_LETTERS)
    style.font.size = Pt(looks.size)
    style.font.bold = True
    style.font.color.rgb = INK
    style.paragraph_format.space_before = Pt(looks.before)
    style.paragraph_format.space_after = Pt(looks.after)
    style.paragraph_format.keep_with_next = True


def set_letters(style: ParagraphStyle, letters: str) -> None:
    """These letters for every kind of text, instead of those of a theme of Word."""
    properties = style.element.get_or_add_rPr()
    theme_letters = properties.find(qn("w:rFonts"))
    if theme_letters is not None:
        properties.remove(theme_letters)
    kinds = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
    own_letters = made(
        "w:rFonts",
        dict.fromkeys(kinds, letters),
    )
    properties.insert(0, own_letters)


def add_sender(document: Document) -> None:
    """Who sends the note, above a green line."""
    style = added(document, SENDER)
    add_borders(style, ("bottom",), GREEN, "12")
    style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    style.paragraph_format.space_after = Pt(6)


def add_core(document: Document) -> None:
    """What matters most, on a ground of its own."""
    style = added(document, CORE)
    add_borders(style, ("top", "left", "bottom", "right"), LINE)
    style.element.pPr.append(ground(PANEL))
    style.font.size = Pt(10.5)
    style.paragraph_format.space_after = Pt(6)


def add_rule(document: Document) -> None:
    """A line to write on; Word draws one below each only where they differ from the next, so also between them."""
    style = added(document, RULE)
    add_borders(style, ("bottom", "between"), LINE)
    style.paragraph_format.space_before = Pt(10)


def add_borders(
    style: ParagraphStyle,
    sides: tuple[str, ...],
    colour: str,
    width: str = "4",
) -> None:
    """Lines along a paragraph (eighths of a point); before spaces are set, which have to come after them."""
    borders = made("w:pBdr", {})
    for side in sides:
        border = line(side, colour, width, space="4")
        borders.append(border)
    style.element.get_or_add_pPr().append(borders)


def added(document: Document, name: str) -> ParagraphStyle:
    """A new style of paragraphs, that begins as plain text."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def name_fallbacks(document: Document) -> None:
    """Tell which letters look alike, for who has not ours."""
    parts = {part.partname: part for part in document.part.package.iter_parts()}
    fonts = parts["/word/fontTable.xml"]
    rows = ""
    for letters, (fallback, family) in FALLBACKS.items():
        rows += f'<w:font w:name="{letters}"><w:altName w:val="{fallback}"/><w:family w:val="{family}"/></w:font>'
    closing = b"</w:fonts>"
    fonts._blob = fonts.blob.replace(
        closing,
        rows.encode() + closing,
    )
