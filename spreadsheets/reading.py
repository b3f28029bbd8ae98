"""A spreadsheet file from outside → rows of text. Runs in a process of its own, with limits: see apart.py.

Nothing here needs Django. Standard output gets one JSON list per row: the line in the file and its cells. A file that
is refused ends with status 3 and one Dutch sentence on standard error.
"""

import csv
import re
from collections import Counter
from datetime import date, datetime, time
from io import StringIO

from .apart import give, serve
from .refusing import MOST_COLUMNS, MOST_UNPACKED, NO_SPREADSHEET, TOO_LARGE, NoSpreadsheetError, check_count

LONGEST_CELL = 200_000  # characters
MOST_TEXT = 30_000_000  # characters in all cells together
DELIMITERS = ";,\t"
ZIP = b"PK\x03\x04"  # how xlsx and ods begin
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how xls begins
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # how *Unicode-tekst* of Excel begins
NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n")  # what Excel may put above the header
NO_TEXT = re.compile("[\x00\ud800-\udfff]")
CONTROL_CODES = re.compile(r"[\x01-\x06\x0e-\x1a]")
THREE_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
OTHER_KINDS = re.compile(rb"\s*(%PDF|\{\\rtf|<[a-zA-Z!?])")


def read(path):
    """Yield (line from 1, list of texts) for every row with something in it."""
    total = 0
    read_rows = reader_for(path)
    for line, cells in read_rows(path):
        texts = [text_of(cell) for cell in cells]
        total += sum(map(len, texts))
        if total > MOST_TEXT:
            raise NoSpreadsheetError("Er staat te veel tekst in dit bestand. Splits het in kleinere bestanden.")
        while texts and not texts[-1].strip():
            texts.pop()
        check_row(line, texts)
        if texts:
            yield line, texts


def check_row(line, texts):
    """Refuse a row that is too long or is no text."""
    if len(texts) > MOST_COLUMNS:
        raise NoSpreadsheetError(f"Regel {line} heeft meer dan {MOST_COLUMNS} kolommen.")
    for text in texts:
        if len(text) > LONGEST_CELL:
            raise NoSpreadsheetError(f"Op regel {line} staat een cel met meer dan {LONGEST_CELL} tekens.")
        if NO_TEXT.search(text):
            raise NoSpreadsheetError(f"Op regel {line} staat een teken dat geen tekst is.")


def reader_for(path):
    """By what is in the file; its name may say anything."""
    with open(path, "rb") as file:
        start = file.read(8)
    if not start.startswith((ZIP, OLE)):
        return read_csv
    from . import office_files  # here, since csv needs none of it: starting takes longer than reading

    if start.startswith(ZIP):
        return office_files.zipped_reader(path)
    return office_files.read_xls


def text_of(value):
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


# --- csv --------------------------------------------------------------------------------------------
def read_csv(path):
    """The rows of a csv file, whatever separates its cells."""
    with open(path, "rb") as file:
        raw = file.read()
    if not raw.strip():
        raise NoSpreadsheetError("Dit bestand is leeg.")
    if raw.startswith(UTF_16):
        raw = raw.decode("utf-16", errors="replace").encode()
    if b"\x00" in raw or OTHER_KINDS.match(raw.removeprefix(BYTE_ORDER_MARK)):
        raise NoSpreadsheetError(NO_SPREADSHEET)
    text = decoded(raw)
    above = 0  # lines
    csv.field_size_limit(MOST_UNPACKED)
    try:
        named = NAMED_DELIMITER.match(text)
        lines = StringIO(text, newline="")
        reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
        if named:
            lines.readline()
            above = 1
            reader = csv.reader(lines, delimiter=named[1], strict=True)
        line = above + 1
        for count, cells in enumerate(reader, 1):
            check_count(count)
            yield line, cells
            line = above + reader.line_num + 1
    except csv.Error:
        raise NoSpreadsheetError(f"Op regel {line} klopt een aanhalingsteken of een regeleinde niet.") from None


def decoded(raw):
    """The text that these bytes are, in the encoding of today or of older Windows."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL_CODES.search(text[:2000]):
            return text
    raise NoSpreadsheetError("Dit is geen spreadsheet: er staan tekens in die geen tekst zijn.")


def delimiter_of(text):
    """The separator with which most of the first lines have the same number of columns, two or more."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def evenness(delimiter):
        return evenness_of(lines, delimiter)

    return max(DELIMITERS, key=evenness)


def evenness_of(lines, delimiter):
    """Which share of the lines has the usual number of columns with this separator, and that number."""
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells)
    most_common = (0, 1)
    for width, count in widths.items():
        if width > 1:
            most_common = max(most_common, (count, width))
    count, width = most_common
    return count / max(widths.total(), 1), width


def main(path):
    """Write the rows to standard output."""
    is_empty = True
    for line, cells in read(path):
        is_empty = False
        give([line, cells])
    if is_empty:
        raise NoSpreadsheetError("Dit bestand is leeg.")


if __name__ == "__main__":
    serve(main, NoSpreadsheetError, TOO_LARGE)
