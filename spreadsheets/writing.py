"""Rows → a spreadsheet file in which every cell is text and no cell is ever a formula."""

import csv
import re
import zipfile
from collections.abc import Callable, Iterable
from itertools import chain
from typing import IO, Any, TypeAlias
from xml.sax.saxutils import escape

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from .formulas import UNSEEN, harmless

# what xlsx writes as a code, and what would look like one
RETURN_OR_CODE = re.compile(r"\r|_(?=x[0-9A-Fa-f]{4}_)")
# a file, or an answer that is downloaded as one
BinaryFile: TypeAlias = IO[bytes] | HttpResponse
Writer = Callable[[BinaryFile, list[str], Iterable[list[str]]], None]
LONGEST_XLSX_CELL = 32_767  # characters; Excel cuts what is longer
FORMATS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}


def download(name: str, kind: str) -> HttpResponse:
    """An empty answer that is kept as a file of this name; the caller writes the file into it."""
    response = HttpResponse(content_type=FORMATS[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class TooLongError(Exception):
    """A text is longer than a cell of this kind of file can hold; the message is a Dutch sentence."""


def write_sheet(
    file: BinaryFile,
    kind: str,
    header: Iterable[str],
    rows: Iterable[Iterable[object]],
) -> None:
    """Write ``header`` and ``rows`` to a file, as ``xlsx``, ``ods`` or ``csv``.

    Raises ``TooLongError`` where a text does not fit in that kind of file.
    """
    write = WRITERS[kind]
    write(
        file,
        safe_cells(header),
        map(safe_cells, rows),
    )


def safe_cells(cells: Iterable[object]) -> list[str]:
    """The same texts without letters that nobody sees and without formulas."""
    safe = []
    for cell in cells:
        text = UNSEEN.sub("", str(cell))
        safe.append(harmless(text))
    return safe


class TextFile:
    """A binary file to which text can be written; unlike ``TextIOWrapper`` it leaves the file open."""

    def __init__(self, file: BinaryFile) -> None:
        self.file = file

    def write(self, text: str) -> None:
        self.file.write(text.encode())


def write_csv(
    file: BinaryFile,
    header: list[str],
    rows: Iterable[list[str]],
) -> None:
    """With semicolons and a UTF-8 mark, as Dutch spreadsheet programs expect."""
    file.write(b"\xef\xbb\xbf")
    lines = csv.writer(TextFile(file), delimiter=";")
    lines.writerow(header)
    lines.writerows(rows)


def write_xlsx(
    file: BinaryFile,
    header: Iterable[str],
    rows: Iterable[Iterable[Any]],
    cell_of: Callable[[WriteOnlyWorksheet, Any], Cell | None] | None = None,
) -> None:
    """With the header frozen, so that it stays in sight; ``cell_of`` makes the cell of a value, else all are text."""
    cell_of = cell_of or xlsx_cell
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bieb Netwerk")
    sheet.freeze_panes = "A2"
    try:
        for texts in chain([header], rows):
            cells = [cell_of(sheet, text) for text in texts]
            sheet.append(cells)
    except TooLongError:
        sheet.close()  # it writes to a file of its own meanwhile
        raise
    book.save(file)


def xlsx_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """A cell that is text, whatever it looks like."""
    if len(text) > LONGEST_XLSX_CELL:
        raise TooLongError(f"‘{text[:60]}…’ is te lang voor Excel. Kies ods of csv.")
    escaped = RETURN_OR_CODE.sub(xlsx_code, text)
    cell = WriteOnlyCell(sheet, escaped)
    cell.data_type = "s"
    return cell


def xlsx_code(match: re.Match[str]) -> str:
    """How xlsx writes a sign that XML cannot."""
    number = ord(match[0])
    return f"_x{number:04X}_"


def write_ods(
    file: BinaryFile,
    header: Iterable[str],
    rows: Iterable[Iterable[Any]],
    cell_of: Callable[[Any], str] | None = None,
) -> None:
    """The three parts of which LibreOffice needs no more; ``cell_of`` makes the XML of a value, else all are text."""
    cell_of = cell_of or ods_cell
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", FORMATS["ods"], zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        with archive.open("content.xml", "w") as content:
            content.write(ODS_START.encode())
            for texts in chain([header], rows):
                cells = "".join(map(cell_of, texts))
                content.write(f"<table:table-row>{cells}</table:table-row>".encode())
            content.write(ODS_END.encode())


def ods_cell(text: str) -> str:
    """A cell as XML, with a paragraph for each line of the text."""
    if not text:
        return "<table:table-cell/>"
    xml = escape(text, {"\r": "&#13;", "\t": "<text:tab/>"})
    xml = re.sub(r"^ | (?= )| $", "<text:s/>", xml)
    paragraphs = [f"<text:p>{line}</text:p>" for line in xml.split("\n")]
    content = "".join(paragraphs)
    return f'<table:table-cell office:value-type="string" table:style-name="tekst">{content}</table:table-cell>'


WRITERS: dict[str, Writer] = {
    "xlsx": write_xlsx,
    "ods": write_ods,
    "csv": write_csv,
}

ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
)
ODS_STYLES = (  # a text stays one when somebody edits it
    '<office:automatic-styles><number:text-style style:name="N1"><number:text-content/></number:text-style>'
    '<style:style style:name="tekst" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
)
ODS_START = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODS_NAMES} office:version="1.3">{ODS_STYLES}'
    '<office:body><office:spreadsheet><table:table table:name="Bieb Netwerk">'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{FORMATS["ods"]}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
