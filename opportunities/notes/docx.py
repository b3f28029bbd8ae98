"""The content of a note → a document that the library can change."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from spreadsheets.formulas import UNSEEN

COLUMNS = ("Thema", "Behoefte", "Beleid", "Aanbod nu", "Kans")
LANGUAGE = "nl-NL"
LONGEST_PROPERTY = 255  # letters that the properties of a document can hold; three themes and a place may have more


def note_docx(content: dict) -> bytes:
    """The bytes of the document."""
    return NoteDocument(content).as_bytes()


class NoteDocument:
    """A document of two pages: page 1 stands alone, page 2 is for agreements."""

    def __init__(self, content: dict) -> None:
        self.content = content
        self.document = Document()
        self.set_up()
        self.write_first_page()
        self.document.add_page_break()
        self.write_second_page()

    def as_bytes(self) -> bytes:
        """The file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def set_up(self) -> None:
        """Title, language and paper."""
        properties = self.document.core_properties
        properties.title = clean(self.content["title"])[:LONGEST_PROPERTY]
        properties.author = "Bieb Netwerk"
        properties.language = LANGUAGE
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(11)
        run_properties = normal.element.get_or_add_rPr()
        run_properties.append(run_properties.makeelement(qn("w:lang"), {qn("w:val"): LANGUAGE}))
        section = self.document.sections[0]
        section.page_width = Mm(210)
        section.page_height = Mm(297)
        section.left_margin = section.right_margin = Mm(20)

    def write_first_page(self) -> None:
        """What is at stake, what works elsewhere and the proposal."""
        self.document.add_heading(clean(self.content["title"]), level=1)
        self.write_facts()
        self.document.add_heading("De kern", level=2)
        self.document.add_paragraph(clean(self.content["core"]))
        self.document.add_heading("Wat speelt er", level=2)
        self.write_table()
        self.write_cases()
        self.write_list("Ons voorstel", self.content["proposal"], style="List Number")
        self.write_calculation()

    def write_facts(self) -> None:
        """From whom it is, for whom, and of which day."""
        facts = {
            "Van": self.content["by"],
            "Voor": self.content["audience"],
            "Datum": self.content["date"],
            "Contact": ", ".join(self.content["contact"]),
        }
        for label, value in facts.items():
            if value:
                paragraph = self.document.add_paragraph()
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(clean(value))

    def write_table(self) -> None:
        """The themes with their levels; the names of the columns are read aloud as such."""
        table = self.document.add_table(rows=1, cols=len(COLUMNS), style="Light Grid Accent 1")
        header = table.rows[0]
        row_properties = header._tr.get_or_add_trPr()
        row_properties.append(row_properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
        for cell, name in zip(header.cells, COLUMNS, strict=True):
            cell.text = name
        for row in self.content["rows"]:
            theme, need, policy, supply, chance = table.add_row().cells
            theme.paragraphs[0].add_run(clean(row["theme"])).bold = True
            if row["figure"]:
                write_with_notes(theme.add_paragraph(), row["figure"], [row["figure_note"]])
            need.text = row["need"]
            write_with_notes(policy.paragraphs[0], row["policy"], [row["policy_note"]])
            write_with_notes(supply.paragraphs[0], row["supply"], [row["supply_note"]])
            chance.text = row["chance"]

    def write_cases(self) -> None:
        """The examples from elsewhere."""
        if self.content["cases"]:
            self.document.add_heading("Wat elders werkt", level=2)
        for case in self.content["cases"]:
            self.document.add_heading(clean(case["title"]), level=3)
            text = case["summary"]
            if case["where"]:
                text = f"{case['where']}. {text}"
            write_with_notes(self.document.add_paragraph(), text, [case["note"]])

    def write_calculation(self) -> None:
        """What it could bring, where that was calculated."""
        calculation = self.content["calculation"]
        if calculation:
            self.document.add_heading("Wat het kan opleveren", level=2)
            write_with_notes(self.document.add_paragraph(), calculation["outcome"], calculation["notes"])
            for text in calculation["sums"]:
                self.document.add_paragraph(clean(text), style="List Bullet")

    def write_second_page(self) -> None:
        """What is asked and offered, room to write, and the sources."""
        self.write_list("Wat we vragen", self.content["asks"])
        self.write_list("Wat de bibliotheek kan doen", self.content["offers"])
        self.write_list("Vragen voor het gesprek", self.content["questions"])
        self.document.add_heading("Aantekeningen en afspraken", level=2)
        self.document.add_paragraph()
        self.document.add_heading("Bronnen", level=2)
        for number, text in enumerate(self.content["footnotes"], start=1):
            self.document.add_paragraph(f"{number}. {clean(text)}")

    def write_list(self, heading: str, texts: list[str], style: str = "List Bullet") -> None:
        """A heading with a list under it; nothing where the list is empty."""
        if texts:
            self.document.add_heading(heading, level=2)
        for text in texts:
            self.document.add_paragraph(clean(text), style=style)


def write_with_notes(paragraph: Paragraph, text: str, notes: list[int | None]) -> None:
    """A text with the numbers of its footnotes behind it."""
    paragraph.add_run(clean(text))
    numbers = ", ".join(str(number) for number in notes if number)
    paragraph.add_run(numbers).font.superscript = True


def clean(text: str) -> str:
    """Without signs that nobody sees, and that a document of this kind cannot hold."""
    return UNSEEN.sub("", text)
