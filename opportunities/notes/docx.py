"""The content of a note → a document that the library can change."""

from datetime import datetime
from io import BytesIO

from docx import Document
from docx.shared import Mm

from .docx_table import add_table
from .word_parts import (
    add_bold,
    add_page_numbers,
    add_text,
    add_with_notes,
    clean,
    forget_program,
    name_picture,
)
from .word_styles import CORE, LANGUAGE, RULE, SENDER, SMALL, set_styles

LONGEST_PROPERTY = 255  # letters that the properties of a document can hold; three themes and a place may have more
LOGO_HEIGHT = Mm(11)
ROOM_TO_WRITE = 8  # lines


def note_docx(
    content: dict,
    logo: bytes | None = None,
) -> bytes:
    """The bytes of the document; ``logo`` is a PNG."""
    return NoteDocument(content, logo).as_bytes()


class NoteDocument:
    """A document of two pages; where the first ends depends on the letters that a reader's computer has."""

    def __init__(self, content: dict, logo: bytes | None) -> None:
        self.content = content
        self.logo = logo
        self.sender = clean(content["library"]) or "Bieb Netwerk"
        self.document = Document()
        set_styles(self.document)
        self.set_properties()
        add_page_numbers(self.document, f"{self.sender}, gespreksnotitie")
        self.write_case()
        self.write_agreements()

    def as_bytes(self) -> bytes:
        """The file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def set_properties(self) -> None:
        """What the document says of itself."""
        forget_program(self.document)
        properties = self.document.core_properties
        properties.title = clean(self.content["title"])[:LONGEST_PROPERTY]
        properties.author = clean(self.sender)[:LONGEST_PROPERTY]
        properties.last_modified_by = properties.author
        properties.language = LANGUAGE
        day = datetime.fromisoformat(self.content["day"])
        properties.created = day
        properties.modified = day

    def write_case(self) -> None:
        """What is at stake, what was done elsewhere and the proposal."""
        self.write_sender()
        self.heading(self.content["title"], 1)
        self.write_facts()
        self.write_core()
        self.heading("Wat speelt er", 2)
        add_table(self.document, self.content["table"])
        self.write_unknown()
        self.write_duties()
        self.write_list("Wat de bibliotheek kan doen", self.content["offers"])
        self.write_cases()
        self.write_steps()

    def write_sender(self) -> None:
        """The logo or the name of the library, and what this is."""
        paragraph = self.document.add_paragraph(style=SENDER)
        if self.logo:
            run = paragraph.add_run()
            picture = run.add_picture(
                BytesIO(self.logo),
                height=LOGO_HEIGHT,
            )
            name_picture(picture, self.sender)
        else:
            add_bold(paragraph, self.sender)
        paragraph.add_run("\tGespreksnotitie")

    def write_facts(self) -> None:
        """From whom it is, for whom, and of which day."""
        facts = {
            "Van": self.content["by"],
            "Voor": self.content["audience"],
            "Datum": self.content["date"],
            "Contact": ", ".join(self.content["contact"]),
        }
        paragraph = self.document.add_paragraph()
        space = ""
        for label, value in facts.items():
            if not value:
                continue
            paragraph.add_run(f"{space}{label}: ")
            add_bold(paragraph, value)
            space = "   "

    def write_core(self) -> None:
        """The sentences that can stand alone, the first of them in bold."""
        self.heading("De kern", 2)
        [first, *others] = self.content["core"]
        paragraph = self.document.add_paragraph(style=CORE)
        add_bold(paragraph, first)
        if others:
            add_text(paragraph, f" {' '.join(others)}")

    def write_unknown(self) -> None:
        """What we ask the reader, below the table."""
        if not self.content["unknown"]:
            return
        paragraph = self.document.add_paragraph()
        if paragraph.style:
            below = paragraph.style.paragraph_format.space_after
            paragraph.paragraph_format.space_before = below
        add_bold(paragraph, "Dit horen we graag van je: ")
        add_text(
            paragraph,
            " ".join(self.content["unknown"]),
        )

    def write_duties(self) -> None:
        """What the law asks of the municipality."""
        duties = self.content["duties"]
        if duties:
            self.heading("Wat de gemeente moet doen", 2)
        themes = self.content["table"]["rows"]
        has_more_themes = len(themes) > 1
        for duty in duties:
            paragraph = self.document.add_paragraph(style="List Bullet")
            if has_more_themes:
                add_bold(paragraph, f"{duty['theme']}: ")
            add_text(paragraph, f"{duty['text']} ({duty['place']})")

    def write_cases(self) -> None:
        """The examples."""
        cases = self.content["cases"]
        if cases:
            self.heading(self.content["cases_heading"], 2)
        for case in cases:
            self.write_example(case)

    def write_example(self, case: dict) -> None:
        """What happened where and when, and what it brought."""
        self.heading(case["title"], 3)
        where_and_when = [case["where"], case["state"]]
        known = [text for text in where_and_when if text]
        paragraph = self.document.add_paragraph(style=SMALL)
        add_with_notes(
            paragraph,
            ", ".join(known),
            [case["note"]],
        )
        paragraph = self.document.add_paragraph(clean(case["summary"]))
        if case["result"]:
            add_bold(paragraph, f" {case['result_name']}: ")
            add_text(paragraph, case["result"])

    def write_steps(self) -> None:
        """The proposal, of which no step stands alone on the next page."""
        steps = self.content["steps"]
        if steps:
            self.heading("Ons voorstel", 2)
        for step in steps:
            paragraph = self.document.add_paragraph(style="List Number")
            if step["head"]:
                add_bold(paragraph, f"{step['head']}. ")
            add_text(paragraph, step["text"])

    def write_agreements(self) -> None:
        """What it brings, what is asked, how one sees whether it works, room to write, and the sources."""
        self.write_calculation()
        self.write_list("Wat we vragen", self.content["asks"])
        self.write_list("Zo zien we of het werkt", self.content["measures"])
        self.write_list("Vragen voor het gesprek", self.content["questions"])
        self.heading("Aantekeningen en afspraken", 2)
        for _ in range(ROOM_TO_WRITE):
            self.document.add_paragraph(style=RULE)
        self.heading("Bronnen", 2)
        for number, text in enumerate(self.content["footnotes"], start=1):
            self.document.add_paragraph(
                f"{number}. {clean(text)}",
                style=SMALL,
            )

    def write_calculation(self) -> None:
        """What it can bring, and how that was counted; nothing where nobody counted."""
        calculation = self.content["calculation"]
        if not calculation:
            return
        self.heading("Wat het kan opleveren", 2)
        paragraph = self.document.add_paragraph()
        add_with_notes(paragraph, calculation["outcome"], calculation["notes"])
        for text in calculation["sums"]:
            self.document.add_paragraph(clean(text), style="List Bullet")

    def write_list(self, heading: str, texts: list[str]) -> None:
        """A heading with a list under it; nothing where the list is empty."""
        if texts:
            self.heading(heading, 2)
        for text in texts:
            self.document.add_paragraph(clean(text), style="List Bullet")

    def heading(self, text: str, level: int) -> None:
        """A heading of this level."""
        self.document.add_heading(
            clean(text),
            level=level,
        )
