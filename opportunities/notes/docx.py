"""The content of a note → a document that the library can change."""

from datetime import datetime
from io import BytesIO

from docx import Document
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from .word_parts import add_page_numbers, clean, forget_program, named_picture
from .word_styles import (
    CORE,
    LANGUAGE,
    RULE,
    SENDER,
    SMALL,
    TONES,
    fill,
    keep_together,
    repeat_as_header,
    rule_under,
    set_styles,
)

LONGEST_PROPERTY = 255  # letters that the properties of a document can hold; three themes and a place may have more
NARROW = Mm(24)  # a column of a figure or a level
WHOLE = Mm(176)
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
        self.heading("De kern", 2)
        first, *others = self.content["core"]
        paragraph = self.document.add_paragraph(style=CORE)
        paragraph.add_run(clean(first)).bold = True
        paragraph.add_run(clean(" ".join(["", *others])))
        self.heading("Wat speelt er", 2)
        self.write_table()
        if self.content["unknown"]:
            paragraph = self.document.add_paragraph()
            if paragraph.style:
                below = paragraph.style.paragraph_format.space_after
                paragraph.paragraph_format.space_before = below
            paragraph.add_run("Dit horen we graag van je: ").bold = True
            paragraph.add_run(clean(" ".join(self.content["unknown"])))
        self.write_duties()
        self.write_list("Wat de bibliotheek kan doen", self.content["offers"])
        self.write_cases()
        self.write_steps()

    def write_sender(self) -> None:
        """The logo or the name of the library, and what this is."""
        paragraph = self.document.add_paragraph(style=SENDER)
        if self.logo:
            picture = paragraph.add_run().add_picture(
                BytesIO(self.logo),
                height=LOGO_HEIGHT,
            )
            named_picture(picture, self.sender)
        else:
            paragraph.add_run(self.sender).bold = True
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
        shown = [(label, value) for label, value in facts.items() if value]
        for number, (label, value) in enumerate(shown):
            if number:
                paragraph.add_run("   ")
            paragraph.add_run(f"{label}: ")
            paragraph.add_run(clean(value)).bold = True

    def write_table(self) -> None:
        """The themes with their figures and levels; the names of the columns are read aloud as such."""
        names = ["Thema", *self.content["table"]["columns"]]
        table = self.document.add_table(rows=1, cols=len(names))
        table.autofit = False
        header = table.rows[0]
        repeat_as_header(header)
        for cell, name in zip(header.cells, names, strict=True):
            cell.paragraphs[0].add_run(clean(name)).bold = True
            rule_under(cell, "13211B")
        for row in self.content["table"]["rows"]:
            added = table.add_row()
            keep_together(added)
            theme, *others = added.cells
            self.write_theme(theme, row)
            for cell, content in zip(others, row["cells"], strict=True):
                write_cell(cell, content)
        widths = [WHOLE - NARROW * (len(names) - 1), *([NARROW] * (len(names) - 1))]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width

    def write_theme(self, cell: _Cell, row: dict) -> None:
        """A theme and what is counted."""
        rule_under(cell)
        cell.paragraphs[0].add_run(clean(row["theme"])).bold = True
        if row["figure"]:
            write_with_notes(
                cell.add_paragraph(style=SMALL),
                row["figure"],
                [row["figure_note"]],
            )

    def write_duties(self) -> None:
        """What the law asks of the municipality."""
        if self.content["duties"]:
            self.heading("Wat de gemeente moet doen", 2)
        for duty in self.content["duties"]:
            paragraph = self.document.add_paragraph(style="List Bullet")
            if len(self.content["table"]["rows"]) > 1:
                paragraph.add_run(clean(f"{duty['theme']}: ")).bold = True
            paragraph.add_run(clean(f"{duty['text']} ({duty['place']})"))

    def write_cases(self) -> None:
        """The examples."""
        if self.content["cases"]:
            self.heading(self.content["cases_heading"], 2)
        for case in self.content["cases"]:
            self.heading(case["title"], 3)
            known = ", ".join(text for text in (case["where"], case["state"]) if text)
            write_with_notes(
                self.document.add_paragraph(style=SMALL),
                known,
                [case["note"]],
            )
            paragraph = self.document.add_paragraph(clean(case["summary"]))
            if case["result"]:
                paragraph.add_run(clean(f" {case['result_name']}: ")).bold = True
                paragraph.add_run(clean(case["result"]))

    def write_steps(self) -> None:
        """The proposal, of which no step stands alone on the next page."""
        if self.content["steps"]:
            self.heading("Ons voorstel", 2)
        for step in self.content["steps"]:
            paragraph = self.document.add_paragraph(style="List Number")
            if step["head"]:
                paragraph.add_run(clean(f"{step['head']}. ")).bold = True
            paragraph.add_run(clean(step["text"]))

    def write_agreements(self) -> None:
        """What it brings, what is asked, how one sees whether it works, room to write, and the sources."""
        calculation = self.content["calculation"]
        if calculation:
            self.heading("Wat het kan opleveren", 2)
            write_with_notes(
                self.document.add_paragraph(),
                calculation["outcome"],
                calculation["notes"],
            )
            for text in calculation["sums"]:
                self.document.add_paragraph(clean(text), style="List Bullet")
        self.write_list("Wat we vragen", self.content["asks"])
        self.write_list("Zo zien we of het werkt", self.content["measures"])
        self.write_list("Vragen voor het gesprek", self.content["questions"])
        self.heading("Aantekeningen en afspraken", 2)
        for _ in range(ROOM_TO_WRITE):
            self.document.add_paragraph(style=RULE)
        self.heading("Bronnen", 2)
        for number, text in enumerate(self.content["footnotes"], start=1):
            self.document.add_paragraph(f"{number}. {clean(text)}", style=SMALL)

    def write_list(self, heading: str, texts: list[str]) -> None:
        """A heading with a list under it; nothing where the list is empty."""
        if texts:
            self.heading(heading, 2)
        for text in texts:
            self.document.add_paragraph(clean(text), style="List Bullet")

    def heading(self, text: str, level: int) -> None:
        """A heading of this level."""
        self.document.add_heading(clean(text), level=level)


def write_cell(cell: _Cell, content: dict) -> None:
    """A figure or a level, on the ground that its tone asks for."""
    write_with_notes(cell.paragraphs[0], content["text"], [content["note"]])
    rule_under(cell)
    if content["tone"]:
        fill(cell, TONES[content["tone"]])


def write_with_notes(paragraph: Paragraph, text: str, notes: list[int | None]) -> None:
    """A text with the numbers of its footnotes behind it."""
    paragraph.add_run(clean(text))
    numbers = ", ".join(str(number) for number in notes if number)
    paragraph.add_run(numbers).font.superscript = True
