"""The content of a note → a document that the library can change."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from spreadsheets.formulas import UNSEEN

COLUMNS = ("Thema", "Behoefte", "Beleid", "Aanbod nu", "Kans")
LANGUAGE = "nl-NL"
LONGEST_PROPERTY = 255  # letters that the properties of a document can hold; three themes and a place may have more


def note_docx(content):
    """The bytes of the document."""
    document = _empty(content)
    _first_page(document, content)
    document.add_page_break()
    _second_page(document, content)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _empty(content):
    document = Document()
    document.core_properties.title = _clean(content["title"])[:LONGEST_PROPERTY]
    document.core_properties.author = "Bieb Netwerk"
    document.core_properties.language = LANGUAGE
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): LANGUAGE})
    normal.element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    return document


def _first_page(document, content):
    document.add_heading(_clean(content["title"]), level=1)
    _facts(document, content)
    document.add_heading("De kern", level=2)
    document.add_paragraph(_clean(content["core"]))
    document.add_heading("Wat speelt er", level=2)
    _table(document, content["rows"])
    _cases(document, content["cases"])
    _points(document, "Ons voorstel", content["proposal"], "List Number")
    if content["calculation"]:
        document.add_heading("Wat het kan opleveren", level=2)
        _noted(document.add_paragraph(), content["calculation"]["outcome"], *content["calculation"]["notes"])
        for each in content["calculation"]["sums"]:
            document.add_paragraph(_clean(each), style="List Bullet")


def _facts(document, content):
    contact = ", ".join(content["contact"])
    facts = {"Van": content["by"], "Voor": content["audience"], "Datum": content["date"], "Contact": contact}
    for label, value in facts.items():
        if value:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(_clean(value))


def _cases(document, cases):
    if cases:
        document.add_heading("Wat elders werkt", level=2)
    for case in cases:
        document.add_heading(_clean(case["title"]), level=3)
        where = f"{case['where']}. " if case["where"] else ""
        _noted(document.add_paragraph(), f"{where}{case['summary']}", case["note"])


def _second_page(document, content):
    _points(document, "Wat we vragen", content["asks"])
    _points(document, "Wat de bibliotheek kan doen", content["offers"])
    _points(document, "Vragen voor het gesprek", content["questions"])
    document.add_heading("Aantekeningen en afspraken", level=2)
    document.add_paragraph()
    document.add_heading("Bronnen", level=2)
    for number, text in enumerate(content["footnotes"], start=1):
        document.add_paragraph(f"{number}. {_clean(text)}")


def _points(document, heading, texts, style="List Bullet"):
    if texts:
        document.add_heading(heading, level=2)
        for text in texts:
            document.add_paragraph(_clean(text), style=style)


def _table(document, rows):
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Light Grid Accent 1")
    header = table.rows[0]
    marker = header._tr.get_or_add_trPr()
    marker.append(marker.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))  # read aloud as names of columns
    for cell, name in zip(header.cells, COLUMNS, strict=True):
        cell.text = name
    for row in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(_clean(row["theme"])).bold = True
        if row["figure"]:
            _noted(cells[0].add_paragraph(), row["figure"], row["figure_note"])
        cells[1].text = row["need"]
        _noted(cells[2].paragraphs[0], row["policy"], row["policy_note"])
        _noted(cells[3].paragraphs[0], row["supply"], row["supply_note"])
        cells[4].text = row["chance"]


def _noted(paragraph, text, *numbers):
    """A text with the numbers of its sources behind it."""
    paragraph.add_run(_clean(text))
    told = ", ".join(str(number) for number in numbers if number)
    paragraph.add_run(told).font.superscript = True


def _clean(text):
    """Without signs that nobody sees, and that a document of this kind cannot hold."""
    return UNSEEN.sub("", text)
