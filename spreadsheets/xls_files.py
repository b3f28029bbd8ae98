"""Sheets of xls files, as the cells come; runs in the process of reading.py and needs no Django."""

from collections.abc import Iterator
from io import StringIO

import xlrd
from xlrd.sheet import Cell

from .percentages import percentage
from .refusing import LOCKED, NoSpreadsheetError, check_count
from .sheets import Row, Sheet, Value

BROKEN = "Dit bestand is beschadigd of heeft een wachtwoord."
# what stands in an xlsx file with a password, which looks like xls
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sheets_of(path: str) -> list[Sheet]:
    """The sheets of an xls file."""
    with open(path, "rb") as file:
        is_encrypted = ENCRYPTED in file.read()
    if is_encrypted:
        raise NoSpreadsheetError(LOCKED)
    book = xlrd.open_workbook(
        path,
        on_demand=True,
        formatting_info=True,
        logfile=StringIO(),
    )
    sheets = []
    for place, name in enumerate(book.sheet_names()):
        rows = xls_rows(book, place)
        sheets.append(Sheet(name, rows))
    return sheets


def xls_rows(
    book: xlrd.Book,
    place: int,
) -> Iterator[Row]:
    """The rows of the sheet at this place."""
    sheet = book.sheet_by_index(place)
    check_count(sheet.nrows)
    for line in range(sheet.nrows):
        cells = [xls_value(cell, book) for cell in sheet.row(line)]
        yield line + 1, cells


def xls_value(cell: Cell, book: xlrd.Book) -> Value:
    """What a cell holds; the sign that stands there where it holds an error."""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, book.datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    if cell.ctype == xlrd.XL_CELL_NUMBER and is_percentage(cell, book):
        return percentage(cell.value)
    return cell.value


def is_percentage(cell: Cell, book: xlrd.Book) -> bool:
    """Whether a spreadsheet shows this part of one as a percentage."""
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return False
    style = book.xf_list[cell.xf_index]
    shown = book.format_map.get(style.format_key)
    return shown is not None and "%" in shown.format_str
