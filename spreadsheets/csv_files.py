"""A csv file as its cells come; runs in the process of reading.py and needs no Django."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from .refusing import MOST_UNPACKED, NO_SPREADSHEET, NoSpreadsheetError, check_count
from .sheets import Row, Sheet

BROKEN = NO_SPREADSHEET
DELIMITERS = ";,\t"
LINES_TO_JUDGE_BY = 30
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # how *Unicode-tekst* of Excel begins
NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n")  # what Excel may put above the header
CONTROL_CODES = re.compile(r"[\x01-\x06\x0e-\x1a]")
OTHER_KINDS = re.compile(rb"\s*(%PDF|\{\\rtf|<[a-zA-Z!?])")


def sheets_of(path: str) -> list[Sheet]:
    """The rows of a csv file, whatever separates its cells: one sheet without a name."""
    return [Sheet("", csv_rows(path))]


def csv_rows(path: str) -> Iterator[Row]:
    """The rows of the file."""
    text = text_of_file(path)
    lines = StringIO(text, newline="")
    above = 0  # lines
    csv.field_size_limit(MOST_UNPACKED)
    named = NAMED_DELIMITER.match(text)
    if named:
        delimiter = named[1]
        lines.readline()
        above = 1
    else:
        delimiter = delimiter_of(text)
    line = above + 1
    try:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        for count, cells in enumerate(reader, 1):
            check_count(count)
            yield line, cells
            line = above + reader.line_num + 1
    except csv.Error:
        raise NoSpreadsheetError(
            f"Op regel {line} klopt een aanhalingsteken of een regeleinde niet."
        ) from None


def text_of_file(path: str) -> str:
    """What stands in the file; refuse one of another kind."""
    with open(path, "rb") as file:
        raw = file.read()
    if not raw.strip():
        raise NoSpreadsheetError("Dit bestand is leeg.")
    if raw.startswith(UTF_16):
        raw = raw.decode("utf-16", errors="replace").encode()
    start = raw.removeprefix(BYTE_ORDER_MARK)
    if b"\x00" in raw or OTHER_KINDS.match(start):
        raise NoSpreadsheetError(NO_SPREADSHEET)
    return decoded(raw)


def decoded(raw: bytes) -> str:
    """The text that these bytes are, in the encoding of today or of older Windows."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL_CODES.search(text[:2000]):
            return text
    raise NoSpreadsheetError(
        "Dit is geen spreadsheet: er staan tekens in die geen tekst zijn."
    )


def delimiter_of(text: str) -> str:
    """The separator with which most of the first lines have the same number of columns, two or more."""
    first_lines = text.splitlines()[:LINES_TO_JUDGE_BY]
    lines = [line for line in first_lines if line.strip()]

    def evenness(delimiter: str) -> tuple[float, int]:
        return evenness_of(lines, delimiter)

    return max(DELIMITERS, key=evenness)


def evenness_of(
    lines: Iterable[str],
    delimiter: str,
) -> tuple[float, int]:
    """Which share of the lines has the usual number of columns with this separator, and that number."""
    rows = csv.reader(lines, delimiter=delimiter)
    widths: Counter[int] = Counter()
    for cells in rows:
        if cells:
            widths[len(cells)] += 1
    usual_count = 0
    usual_width = 1
    for width, count in widths.items():
        is_more_usual = (count, width) > (usual_count, usual_width)
        if width > 1 and is_more_usual:
            usual_count = count
            usual_width = width
    total = max(widths.total(), 1)
    return usual_count / total, usual_width
