"""A spreadsheet file from outside → rows of text. Runs in a process of its own, with limits: see apart.py.

Nothing here needs Django. Standard output gets JSON lines: which sheet is read and how all are called, and then of each
row the line in the file and its cells. A refused file ends with status 3 and a Dutch sentence on standard error.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from .apart import FullOutputError, give, serve
from .refusing import MOST_COLUMNS, TOO_LARGE, NoSpreadsheetError
from .sheets import KindOfFile, Row, Sheet, Value, choose

LONGEST_CELL = 200_000  # characters
LONGEST_NAME = 100  # characters, of a sheet
MOST_TEXT = 30_000_000  # characters in all cells together
ZIP = b"PK\x03\x04"  # how xlsx and ods begin
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how xls begins
NO_TEXT = re.compile("[\x00\ud800-\udfff]")
THREE_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def main(path: str, number: str) -> None:
    """Write what the sheet with this number says to standard output; 0 is the one that is proposed."""
    kind = kind_of(path)
    try:
        write(
            kind.sheets_of(path),
            int(number),
        )
    except (NoSpreadsheetError, MemoryError, FullOutputError):
        raise
    except Exception as error:  # whatever a broken file does to the library
        raise NoSpreadsheetError(kind.BROKEN) from error


def kind_of(path: str) -> KindOfFile:
    """The module that reads this file, by what is in it: its name may say anything."""
    with open(path, "rb") as file:
        start = file.read(8)
    # each is imported only where it is needed: starting takes longer than reading
    if start.startswith(ZIP):
        from .zipped import kind_of_zipped

        return kind_of_zipped(path)
    if start.startswith(OLE):
        from . import xls_files

        return xls_files
    from . import csv_files

    return csv_files


def write(sheets: Sequence[Sheet], number: int) -> None:
    """Give which sheet is read and how all are called, and then its rows."""
    chosen = choose(sheets, number)
    names = [readable_name(sheet) for sheet in sheets]
    give([chosen.number, names])
    is_empty = True
    for line, cells in checked(chosen.rows):
        is_empty = False
        give([line, cells])
    if is_empty and len(sheets) > 1:
        raise NoSpreadsheetError("Dit blad is leeg. Kies een ander blad.")
    if is_empty:
        raise NoSpreadsheetError("Dit bestand is leeg.")


def readable_name(sheet: Sheet) -> str:
    """How a sheet is called, without what is no text and no longer than somebody reads."""
    name = NO_TEXT.sub("", sheet.name)
    return name[:LONGEST_NAME]


def checked(rows: Iterable[Row]) -> Iterator[tuple[int, list[str]]]:
    """Every row with something in it, its cells as texts."""
    total = 0
    for line, cells in rows:
        texts = [text_of(cell) for cell in cells]
        total += sum(map(len, texts))
        if total > MOST_TEXT:
            raise NoSpreadsheetError(
                "Er staat te veel tekst in dit bestand. Splits het in kleinere bestanden."
            )
        while texts and not texts[-1].strip():
            texts.pop()
        check_row(line, texts)
        if texts:
            yield line, texts


def check_row(line: int, texts: Sequence[str]) -> None:
    """Refuse a row that is too long or is no text."""
    if len(texts) > MOST_COLUMNS:
        raise NoSpreadsheetError(
            f"Regel {line} heeft meer dan {MOST_COLUMNS} kolommen. "
            "Haal de kolommen weg die je niet nodig hebt."
        )
    for text in texts:
        if len(text) > LONGEST_CELL:
            raise NoSpreadsheetError(
                f"Op regel {line} staat een cel met meer dan {LONGEST_CELL} tekens."
            )
        if NO_TEXT.search(text):
            raise NoSpreadsheetError(
                f"Op regel {line} staat een teken dat geen tekst is."
            )


def text_of(value: Value) -> str:
    """What a cell shows: no decimals for whole numbers, dates as year-month-day."""
    if value is None:
        return ""
    if value is True:
        return "ja"
    if value is False:
        return "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float) and THREE_DECIMALS.fullmatch(str(value)):
        return f"{value:.4f}"  # so that nobody reads it as a thousand
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    serve(main, NoSpreadsheetError, TOO_LARGE)
