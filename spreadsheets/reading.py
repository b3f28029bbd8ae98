"""A spreadsheet file from outside → rows of text. Runs in a process of its own, with limits: see apart.py.

Nothing here needs Django. Standard output gets one JSON list per row: the line in the file and its cells. A file that
is refused ends with status 3 and one Dutch sentence on standard error.
"""

import csv
import re
from datetime import date, datetime, time
from io import StringIO
from itertools import chain

from .apart import give, serve
from .refusing import MOST_COLUMNS, MOST_UNPACKED, NO_SPREADSHEET, TOO_LARGE, NoSpreadsheetError, check_count

LONGEST_CELL = 200_000  # characters
MOST_TEXT = 30_000_000  # characters in all cells together
DELIMITERS = ";,\t"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how xlsx and ods begin, and how xls does
NO_TEXT = re.compile("[\x00\ud800-\udfff]")
OTHER_KINDS = re.compile(rb"\s*(%PDF|\{\\rtf|<[a-zA-Z!?])")


def read(path):
    """Yield (line from 1, list of texts) for every row with something in it."""
    total = 0
    for line, cells in _reader(path)(path):
        texts = [_text(cell) for cell in cells]
        total += sum(map(len, texts))
        if total > MOST_TEXT:
            raise NoSpreadsheetError("Er staat te veel tekst in dit bestand. Splits het in kleinere bestanden.")
        while texts and not texts[-1].strip():
            texts.pop()
        _check_row(line, texts)
        if texts:
            yield line, texts


def _check_row(line, texts):
    if len(texts) > MOST_COLUMNS:
        raise NoSpreadsheetError(f"Regel {line} heeft meer dan {MOST_COLUMNS} kolommen.")
    if any(len(text) > LONGEST_CELL for text in texts):
        raise NoSpreadsheetError(f"Op regel {line} staat een cel met meer dan {LONGEST_CELL} tekens.")
    if any(NO_TEXT.search(text) for text in texts):
        raise NoSpreadsheetError(f"Op regel {line} staat een teken dat geen tekst is.")


def _reader(path):
    """By what is in the file; its name may say anything."""
    with open(path, "rb") as file:
        start = file.read(8)
    if not start.startswith((ZIP, OLE)):
        return _read_csv
    from . import office_files  # here, since csv needs none of it: starting takes longer than reading

    return office_files.zipped_reader(path) if start.startswith(ZIP) else office_files.read_xls


def _text(value):
    """What a cell shows: no decimals for whole numbers, dates as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


# --- csv --------------------------------------------------------------------------------------------
def _read_csv(path):
    with open(path, "rb") as file:
        raw = file.read()
    if not raw.strip():
        raise NoSpreadsheetError("Dit bestand is leeg.")
    if b"\x00" in raw or OTHER_KINDS.match(raw.removeprefix(b"\xef\xbb\xbf")):
        raise NoSpreadsheetError(NO_SPREADSHEET)
    text, line = _decoded(raw), 1
    csv.field_size_limit(MOST_UNPACKED)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        for count, cells in enumerate(reader, 1):
            check_count(count)
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise NoSpreadsheetError(f"Op regel {line} klopt een aanhalingsteken of een regeleinde niet.") from None


def _decoded(raw):
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x01-\x06\x0e-\x1a]", text[:2000]):
            return text
    raise NoSpreadsheetError("Dit is geen spreadsheet: er staan tekens in die geen tekst zijn.")


def _delimiter(text):
    """The separator with which most of the first lines have the same number of columns, two or more."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def evenness(delimiter):
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
        wide = [width for width in widths if width > 1]
        usual = max(wide, key=lambda width: (wide.count(width), width), default=1)
        return wide.count(usual) / max(len(widths), 1), usual

    return max(DELIMITERS, key=evenness)


def main(path):
    """Write the rows to standard output."""
    rows = read(path)
    first = next(rows, None)
    if first is None:
        raise NoSpreadsheetError("Dit bestand is leeg.")
    for line, cells in chain([first], rows):
        give([line, cells])


if __name__ == "__main__":
    serve(main, NoSpreadsheetError, TOO_LARGE)
