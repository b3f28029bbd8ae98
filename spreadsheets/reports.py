"""Files for people to read and to reckon with, which nobody brings in again: numbers are numbers and days are days.

Text is never a formula: in xlsx and ods the cell says that it is text, so that no apostrophe has to stand before it.
A csv file cannot say so: there the apostrophe stays.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from .formulas import UNSEEN
from .writing import BinaryFile, ods_cell, write_ods, write_sheet, write_xlsx, xlsx_cell

# as Excel calls them
EUROS = "#,##0.00"
MOMENT = "DD-MM-YYYY HH:MM"
# a text, an amount in euro, a count, a moment, or nothing
Value = str | Decimal | int | datetime | None


def write_report(
    file: BinaryFile,
    kind: str,
    header: Iterable[str],
    rows: Iterable[Iterable[Value]],
) -> None:
    """Write a table as ``xlsx``, ``ods`` or ``csv``.

    Raises ``TooLongError`` where a text does not fit in that kind of file.
    """
    if kind == "xlsx":
        write_xlsx(file, header, rows, cell_of=cell_with_value)
        return
    if kind == "ods":
        write_ods(file, header, rows, cell_of=ods_value)
        return
    texts = ([text_of(value) for value in row] for row in rows)
    write_sheet(file, kind, header, texts)


def cell_with_value(sheet: WriteOnlyWorksheet, value: Value) -> Cell | None:
    """A cell with a number, a moment by our clock, or a text that stays one when somebody edits it."""
    if value is None:
        return None
    if isinstance(value, str):
        cell = xlsx_cell(
            sheet,
            readable(value),
        )
        cell.quotePrefix = True
        return cell
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, timezone.make_naive(value))
        cell.number_format = MOMENT
        return cell
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, Decimal):
        cell.number_format = EUROS
    return cell


def readable(text: str) -> str:
    """Without signs that nobody sees; a browser sends two for the end of a line, of which xlsx would write one out."""
    return UNSEEN.sub("", text).replace("\r\n", "\n")


def ods_value(value: Value) -> str:
    """The XML of a cell with a number, a moment by our clock, or a text."""
    text = text_of(value)
    if value is None or isinstance(value, str):
        return ods_cell(readable(text))
    kind = f'float" office:value="{value}'
    if isinstance(value, datetime):
        kind = (
            f'date" office:date-value="{timezone.make_naive(value):%Y-%m-%dT%H:%M:%S}'
        )
    return f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'


def text_of(value: Value) -> str:
    """As Dutch spreadsheet programs read it: a decimal comma, the day first."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d-%m-%Y %H.%M}"
    return str(value)
