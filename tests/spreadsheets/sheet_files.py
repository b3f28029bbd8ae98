"""Spreadsheet files made by hand, part by part, so that a test can put anything in them."""

import struct
import zipfile
from decimal import Decimal

from spreadsheets.sandbox import read_sheet
from spreadsheets.writing import ODS_END, ODS_MANIFEST, ODS_START

XML = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
OVERRIDES = "".join(
    f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in PARTS.items()
)
RELATIONS = f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
XLSX_PARTS = {
    "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{OVERRIDES}</Types>',
    "_rels/.rels": f'{RELATIONS}<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{RELATIONS}<Relationship Id="r1" Type="{OFFICE}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>',
}


def rows_in(path):
    """What the reader makes of a file, as (line, cells) pairs."""
    return [(row.line, row.cells) for row in read_sheet(path).rows]


def text_file(folder, content, name="x.csv"):
    """A file with this text or these bytes."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def xlsx_row(*texts, number=None):
    """A row of xlsx, with its texts in place."""
    cells = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in texts)
    return f"<row{f' r={chr(34)}{number}{chr(34)}' if number else ''}>{cells}</row>"


def xlsx_file(folder, rows, *, shared=(), start=XML, shared_start=XML, more=(), name="x.xlsx"):
    """An xlsx file of these rows (xml), with shared strings (xml), other first lines, or (name, content) parts."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in [*XLSX_PARTS.items(), *more]:
            archive.writestr(part, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'{start}<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>'.encode())
            sheet.writelines(row.encode() for row in rows)
            sheet.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(f'{shared_start}<sst xmlns="{MAIN}">'.encode())
            strings.writelines(text.encode() for text in shared)
            strings.write(b"</sst>")
    return path


def ods_cell(text, **repeated):
    """A cell of ods; ``columns=200`` repeats it."""
    times = f' table:number-columns-repeated="{repeated["columns"]}"' if repeated else ""
    return f'<table:table-cell{times} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def ods_row(*cells, times=1):
    """A row of ods, so many times; a cell is its text, or xml."""
    inside = "".join(cell if cell.startswith("<table") else ods_cell(cell) for cell in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'


def ods_file(folder, rows, *, start=ODS_START, name="x.ods"):
    """An ods file of these rows (xml)."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        with archive.open("content.xml", "w") as content:
            content.write(start.encode())
            content.writelines(row.encode() for row in rows)
            content.write(ODS_END.encode())
    return path


XLS_PERCENTAGE = 9  # the number that Excel gives to the format 0%


def xls_file(folder, cells, name="x.xls"):
    """An xls file of one sheet; ``cells`` are lists of texts and numbers; a ``Decimal`` is shown as a percentage."""
    book = _xls_book(cells)
    book += b"\x00" * (max(4096, -(-len(book) // 512) * 512) - len(book))
    sectors = len(book) // 512
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFD]  # the book, the folder, this table itself
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    folder_sector = _ole_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _ole_entry("Workbook", 2, 0xFFFFFFFF, 0, len(book))
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    start += struct.pack("<9I", 0, 1, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    start += struct.pack("<109I", sectors + 1, *[0xFFFFFFFF] * 108)
    return text_file(folder, start + book + folder_sector.ljust(512, b"\x00") + table, name)


def _ole_entry(name, kind, child, first, size):
    letters = name.encode("utf-16-le")
    numbers = struct.pack("<HBB3I", len(letters) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return letters.ljust(64, b"\x00") + numbers + bytes(36) + struct.pack("<3I", first, size, 0)


def _xls_book(cells):
    start = _xls_record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    styles = _xls_record(0xE0, bytes(20)) + _xls_record(0xE0, struct.pack("<HH", 0, XLS_PERCENTAGE) + bytes(16))
    end, title = _xls_record(0xA, b""), b"\x05\x00Blad1"
    sheet_at = len(start) + 4 + 6 + len(title) + 1 + len(styles) + len(end)
    bound = _xls_record(0x85, struct.pack("<IH", sheet_at, 0) + title + b"\x00")
    sheet = _xls_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for row, line in enumerate(cells):
        for column, value in enumerate(line):
            where = struct.pack("<HHH", row, column, isinstance(value, Decimal))
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                sheet += _xls_record(0x204, where + text)
            else:
                sheet += _xls_record(0x203, where + struct.pack("<d", float(value)))
    return start + bound + styles + end + sheet + end


def _xls_record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content
