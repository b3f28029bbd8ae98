"""Sheets of xlsx files, as the cells come; runs in the process of reading.py and needs no Django."""

import re
from collections.abc import Callable, Iterator
from typing import IO
from xml.etree.ElementTree import Element

from openpyxl import Workbook, load_workbook
from openpyxl.reader import excel
from openpyxl.styles.numbers import builtin_format_code
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from .percentages import percentage
from .refusing import FORMULA_WITHOUT_VALUE, check_count
from .sheets import Row, Sheet, Value

BROKEN = "Dit xlsx-bestand is beschadigd of niet te vertrouwen."
ESCAPED_LETTER = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how xlsx writes what XML cannot
FIRST_OWN_FORMAT = 164  # lower numbers are of formats that every file has
# what openpyxl calls for each cell, and gets by name: its value, its kind, its style
ParseCell = Callable[[WorkSheetParser, Element], dict[str, Value]]


def sheets_of(path: str) -> list[Sheet]:
    """The sheets of an xlsx file."""
    percentages: set[int] = set()
    # it would read the whole sheet to find out how large it is, and what the file says of that may be anything
    ReadOnlyWorksheet._get_size = ReadOnlyWorksheet.reset_dimensions
    WorkSheetParser.parse_cell = as_shown(WorkSheetParser.parse_cell, percentages)
    # its own takes the marks away that say which codes are none
    excel.read_string_table = shared_texts
    file = open(path, "rb")  # noqa: SIM115 for as long as rows are read
    book = load_workbook(
        file,
        read_only=True,
        data_only=True,
        keep_links=False,
    )
    percentages.update(percentage_styles(book))
    return [Sheet(sheet.title, xlsx_rows(sheet)) for sheet in book.worksheets]


def percentage_styles(book: Workbook) -> set[int]:
    """Numbers of the styles that show a part of one as a percentage."""
    numbers = set()
    for number, style in enumerate(book._cell_styles):
        if style.numFmtId < FIRST_OWN_FORMAT:
            shown = builtin_format_code(style.numFmtId)
        else:
            shown = book._number_formats[style.numFmtId - FIRST_OWN_FORMAT]
        if "%" in (shown or ""):
            numbers.add(number)
    return numbers


def xlsx_rows(sheet: ReadOnlyWorksheet) -> Iterator[Row]:
    """The rows of a sheet with something in them."""
    seen = 0
    for line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        is_empty = all(cell is None for cell in cells)
        if not is_empty:
            seen += 1
            check_count(seen)
            yield line, [unescaped(cell) for cell in cells]


def as_shown(parse_cell: ParseCell, percentages: set[int]) -> ParseCell:
    """The same reader of a cell, which gives percentages as such and says of a formula without outcome that it is one.

    ``percentages`` are the numbers of their styles.
    """

    def parse(
        parser: WorkSheetParser,
        element: Element,
    ) -> dict[str, Value]:
        cell = parse_cell(parser, element)
        value = cell["value"]
        if lacks_outcome(element):
            cell["value"] = FORMULA_WITHOUT_VALUE
            cell["data_type"] = "s"
        elif isinstance(value, int | float) and cell["style_id"] in percentages:
            cell["value"] = percentage(value)
        return cell

    return parse


def lacks_outcome(cell: Element) -> bool:
    """Whether this is a formula of which the file does not say what comes out; an empty text is an outcome too."""
    is_formula = cell.find(FORMULA_TAG) is not None
    is_text = cell.get("t") == "str"
    return is_formula and not is_text and not cell.findtext(VALUE_TAG)


def shared_texts(source: IO[bytes]) -> list[str]:
    """The texts to which cells refer by number; of a text in pieces all of them, without reading aids."""
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


def unescaped(cell: Value) -> Value:
    """``_x000D_`` in the file is a carriage return."""
    if not isinstance(cell, str) or "_x" not in cell:
        return cell
    return ESCAPED_LETTER.sub(letter_of_code, cell)


def letter_of_code(match: re.Match[str]) -> str:
    """The letter that a code in the file stands for."""
    return chr(int(match[1], 16))
