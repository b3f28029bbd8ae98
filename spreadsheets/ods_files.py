"""Sheets of ods files, as the cells come; runs in the process of reading.py and needs no Django."""

import zipfile
from collections.abc import Iterator, Mapping
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import XMLParser, iterparse

from .percentages import percentage
from .refusing import MOST_COLUMNS, NoSpreadsheetError, check_count
from .sheets import Row, Sheet, Value

BROKEN = "Dit ods-bestand is beschadigd of niet te vertrouwen."
LONGEST_SPACE = 200_000  # characters, of spaces that an ods file only counts
CHUNK = 1_000_000  # bytes
OTHER_FILE = "'file:"  # how the name of a table begins that is kept from another file
XMLNS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{XMLNS}:office:1.0}}"
TABLE = f"{{{XMLNS}:table:1.0}}"
TEXT = f"{{{XMLNS}:text:1.0}}"


class TableNames:
    """Hears of every element that a parser comes by, and keeps the names of tables."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def start(
        self,
        tag: str,
        attributes: Mapping[str, str],
    ) -> None:
        if tag == f"{TABLE}table":
            self.names.append(attributes.get(f"{TABLE}name", ""))

    def close(self) -> list[str]:
        return self.names


def sheets_of(path: str) -> list[Sheet]:
    """The sheets of an ods file."""
    sheets = []
    for place, name in enumerate(names_in(path)):
        if not name.startswith(OTHER_FILE):
            sheets.append(Sheet(name, ods_rows(path, place)))
    return sheets


def names_in(path: str) -> list[str]:
    """The names of the tables; nothing else of the file is kept."""
    parser = XMLParser(target=TableNames())
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        while chunk := content.read(CHUNK):
            parser.feed(chunk)
    return parser.close()


def ods_rows(path: str, place: int) -> Iterator[Row]:
    """The rows of the table at this place."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        yield from ods_lines(content, place)


def ods_lines(
    content: IO[bytes],
    place: int,
) -> Iterator[Row]:
    """The rows of one table; a row that is repeated stands in the file once."""
    line = 1
    passed = 0  # tables
    seen = 0
    for _, element in iterparse(content, events=("end",)):
        if element.tag == f"{TABLE}table":
            passed += 1
            element.clear()
        if passed > place:
            return
        if element.tag != f"{TABLE}table-row":
            continue
        if passed < place:
            element.clear()
            continue
        cells = ods_cells(element)
        repeated = times_repeated(element, "rows")
        if any(cells):
            for extra in range(repeated):
                seen += 1
                check_count(seen)
                yield line + extra, cells
        line += repeated
        element.clear()


def ods_cells(row: Element) -> list[Value]:
    """The values in a row, one for each column."""
    values: list[Value] = []
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        value = ods_value(cell)
        repeated = times_repeated(cell, "columns")
        width = len(values) + repeated
        if value and width > MOST_COLUMNS:
            raise NoSpreadsheetError(
                f"Er is een regel met meer dan {MOST_COLUMNS} kolommen."
            )
        at_most = min(repeated, MOST_COLUMNS + 1)  # of an empty one, to the end
        values += [value] * at_most
    return values


def times_repeated(element: Element, what: str) -> int:
    """How many ``rows`` or ``columns`` an element stands for."""
    return int(element.get(f"{TABLE}number-{what}-repeated", 1))


def ods_value(cell: Element) -> Value:
    """What a cell holds: a day, a number, yes or no, or a text with a line for each paragraph."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "date":
        return cell.get(f"{OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind in ("float", "percentage", "currency"):
        number = float(cell.get(f"{OFFICE}value", "nan"))
        if kind == "percentage":
            return percentage(number)
        return number
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    paragraphs = []
    for element in cell:
        if element.tag == f"{TEXT}p":
            pieces = ods_text(element)
            paragraphs.append("".join(pieces))
    return "\n".join(paragraphs)


def ods_text(element: Element) -> Iterator[str]:
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
