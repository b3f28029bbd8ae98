"""Rows → a spreadsheet file in which every cell is text and no cell is ever a formula."""

import csv
import re
import zipfile
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from .formulas import UNSEEN, harmless

RETURN_OR_CODE = re.compile(r"\r|_(?=x[0-9A-Fa-f]{4}_)")  # what xlsx writes as a code, and what would look like one
LONGEST_XLSX_CELL = 32_767  # characters; Excel cuts what is longer
FORMATS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}


class TooLongError(Exception):
    """A text is longer than a cell of this kind of file can hold; the message is a Dutch sentence."""


def write_sheet(file, kind, header, rows):
    """Write ``header`` and ``rows`` (lists of texts) to a binary file, as ``xlsx``, ``ods`` or ``csv``.

    Raises ``TooLongError`` where a text does not fit in that kind of file.
    """
    write = {"xlsx": _write_xlsx, "ods": _write_ods, "csv": _write_csv}[kind]
    write(file, _safe(header), map(_safe, rows))


def _safe(cells):
    return [harmless(UNSEEN.sub("", str(cell))) for cell in cells]


def _write_csv(file, header, rows):
    """With semicolons and a UTF-8 mark, as Dutch spreadsheet programs expect."""
    lines = csv.writer(_TextFile(file), delimiter=";")
    file.write(b"\xef\xbb\xbf")
    lines.writerow(header)
    lines.writerows(rows)


class _TextFile:
    """A binary file to which text can be written; unlike ``TextIOWrapper`` it leaves the file open."""

    def __init__(self, file):
        self.file = file

    def write(self, text):
        self.file.write(text.encode())


def _write_xlsx(file, header, rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bieb Netwerk")
    sheet.freeze_panes = "A2"
    try:
        for row in chain([header], rows):
            sheet.append([_xlsx_cell(sheet, text) for text in row])
    except TooLongError:
        sheet.close()  # it writes to a file of its own meanwhile
        raise
    book.save(file)


def _xlsx_cell(sheet, text):
    if len(text) > LONGEST_XLSX_CELL:
        raise TooLongError(f"‘{text[:60]}…’ is te lang voor Excel. Kies ods of csv.")
    cell = WriteOnlyCell(sheet, RETURN_OR_CODE.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    cell.data_type = "s"
    return cell


def _write_ods(file, header, rows):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", FORMATS["ods"], zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        with archive.open("content.xml", "w") as content:
            content.write(ODS_START.encode())
            content.write(_ods_row(header))
            for row in rows:
                content.write(_ods_row(row))
            content.write(ODS_END.encode())


def _ods_row(texts):
    return f"<table:table-row>{''.join(map(_ods_cell, texts))}</table:table-row>".encode()


def _ods_cell(text):
    if not text:
        return "<table:table-cell/>"
    clean = escape(text, {"\r": "&#13;", "\t": "<text:tab/>"})
    clean = re.sub(r"^ | (?= )| $", "<text:s/>", clean)
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in clean.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


_NAMES = " ".join(
    f"xmlns:{name}={quoteattr(f'urn:oasis:names:tc:opendocument:xmlns:{name}:1.0')}"
    for name in ("office", "table", "text")
)
ODS_START = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} office:version="1.3"><office:body>'
    '<office:spreadsheet><table:table table:name="Bieb Netwerk">'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{FORMATS["ods"]}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
