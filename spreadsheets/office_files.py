"""Rows of xlsx, xls and ods files, as the cells come; runs in the process of reading.py and needs no Django.

Each reader yields (line from 1, cells) and raises ``NoSpreadsheetError``.
"""

import re
import zipfile
from io import StringIO

from .refusing import (
    FORMULA_WITHOUT_VALUE,
    MOST_COLUMNS,
    MOST_UNPACKED,
    NO_SPREADSHEET,
    NoSpreadsheetError,
    check_count,
)
from .sheets import rows_of_first_table

MOST_PARTS = 1_000
LONGEST_SPACE = 200_000  # characters, of spaces that an ods file only counts
ESCAPED_LETTER = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how xlsx writes what XML cannot
XMLNS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{XMLNS}:office:1.0}}"
TABLE = f"{{{XMLNS}:table:1.0}}"
TEXT = f"{{{XMLNS}:text:1.0}}"


def zipped_reader(path):
    """The reader for what is in a zip file: xlsx or ods."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):  # the third: packed in a way nobody uses
        raise NoSpreadsheetError("Dit bestand is beschadigd: het is niet uit te pakken.") from None
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise NoSpreadsheetError("Dit bestand is uitgepakt te groot. Splits het in kleinere bestanden.")
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:
        return read_xlsx
    if "content.xml" in names:
        return read_ods
    raise NoSpreadsheetError(NO_SPREADSHEET)


# --- xlsx and xls -----------------------------------------------------------------------------------
def read_xlsx(path):
    """The rows of the first sheet of an xlsx file with a table in it."""
    from openpyxl import load_workbook  # here, since ods and xls need none of it
    from openpyxl.reader import excel
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet._reader import WorkSheetParser

    # it would read the whole sheet to find out how large it is, and what the file says of that may be anything
    ReadOnlyWorksheet._get_size = ReadOnlyWorksheet.reset_dimensions
    WorkSheetParser.parse_cell = with_formulas(WorkSheetParser.parse_cell)
    excel.read_string_table = shared_texts  # its own takes the marks away that say which codes are none
    try:
        file = open(path, "rb")  # noqa: SIM115 for long
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        yield from rows_of_first_table(map(xlsx_rows, book.worksheets))
    except (NoSpreadsheetError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 whatever a broken file does to the library
        raise NoSpreadsheetError("Dit xlsx-bestand is beschadigd of niet te vertrouwen.") from error


def xlsx_rows(sheet):
    """The rows of a sheet with something in them."""
    seen = 0
    for line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if any(cell is not None for cell in cells):
            seen += 1
            check_count(seen)
            yield line, [unescaped(cell) for cell in cells]


def with_formulas(parse_cell):
    """The same reader of a cell, which says of a formula without an outcome that it is one: it is not empty."""
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG

    def parse(parser, element):
        cell = parse_cell(parser, element)
        is_formula = element.find(FORMULA_TAG) is not None
        is_empty_text = element.get("t") == "str"  # which is an outcome too
        if is_formula and not element.findtext(VALUE_TAG) and not is_empty_text:
            cell["value"] = FORMULA_WITHOUT_VALUE
            cell["data_type"] = "s"
        return cell

    return parse


def shared_texts(source):
    """The texts to which cells refer by number; of a text in pieces all of them, without reading aids."""
    from openpyxl.xml.functions import iterparse

    texts = []
    pieces = []
    for _, element in iterparse(source):
        name = element.tag.rpartition("}")[2]
        if name == "t":
            pieces.append(element.text or "")
        elif name == "rPh":
            pieces.pop()
        elif name == "si":
            texts.append("".join(pieces))
            pieces.clear()
            element.clear()
    return texts


def unescaped(cell):
    """``_x000D_`` in the file is a carriage return."""
    if not isinstance(cell, str) or "_x" not in cell:
        return cell
    return ESCAPED_LETTER.sub(letter_of_code, cell)


def letter_of_code(match):
    """The letter that a code in the file stands for."""
    return chr(int(match[1], 16))


def read_xls(path):
    """The rows of the first sheet of an xls file with a table in it."""
    import xlrd

    try:
        book = xlrd.open_workbook(path, on_demand=True, logfile=StringIO())
        sheets = (xls_rows(sheet, book.datemode) for sheet in book.sheets())
        yield from rows_of_first_table(sheets)
    except (NoSpreadsheetError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001
        raise NoSpreadsheetError("Dit bestand is beschadigd of heeft een wachtwoord.") from error


def xls_rows(sheet, datemode):
    """The rows of a sheet."""
    check_count(sheet.nrows)
    for line in range(sheet.nrows):
        cells = [xls_value(cell, datemode) for cell in sheet.row(line)]
        yield line + 1, cells


def xls_value(cell, datemode):
    """What a cell holds; the sign that stands there where it holds an error."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    return cell.value


# --- ods --------------------------------------------------------------------------------------------
def read_ods(path):
    """The rows of the first sheet of an ods file."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            yield from ods_lines(content)
    except (NoSpreadsheetError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001
        raise NoSpreadsheetError("Dit ods-bestand is beschadigd of niet te vertrouwen.") from error


def ods_lines(content):
    """The rows of the first sheet; one that is repeated stands in the file once."""
    from defusedxml.ElementTree import iterparse

    line = 1
    seen = 0
    for _, element in iterparse(content, events=("end",)):
        if element.tag == f"{TABLE}table":
            return
        if element.tag != f"{TABLE}table-row":
            continue
        cells = ods_cells(element)
        repeated = int(element.get(f"{TABLE}number-rows-repeated", 1))
        if any(cells):
            for extra in range(repeated):
                seen += 1
                check_count(seen)
                yield line + extra, cells
        line += repeated
        element.clear()


def ods_cells(row):
    """The values in a row, one for each column."""
    values = []
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        value = ods_value(cell)
        repeated = int(cell.get(f"{TABLE}number-columns-repeated", 1))
        if value and len(values) + repeated > MOST_COLUMNS:
            raise NoSpreadsheetError(f"Er is een regel met meer dan {MOST_COLUMNS} kolommen.")
        values += [value] * min(repeated, MOST_COLUMNS + 1)
    return values


def ods_value(cell):
    """What a cell holds: a day, a number, yes or no, or a text with a line for each paragraph."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "date":
        return cell.get(f"{OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(f"{OFFICE}value", "nan"))
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    paragraphs = []
    for element in cell:
        if element.tag == f"{TEXT}p":
            paragraphs.append("".join(ods_text(element)))
    return "\n".join(paragraphs)


def ods_text(element):
    """The text of a paragraph in pieces, with its tabs, line breaks and repeated spaces."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            count = int(child.get(f"{TEXT}c", 1))
            yield " " * min(count, LONGEST_SPACE)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        else:
            yield from ods_text(child)
        yield child.tail or ""
