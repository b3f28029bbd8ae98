"""Which sheet of a file is read; needs no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import chain, islice
from typing import Protocol

from .refusing import ABOVE_HEADER, NoSpreadsheetError

# what a library makes of a cell; a moment is a date too, and a yes or no a number
Value = str | float | date | time | timedelta | None
# a line, from 1, and its cells
Row = tuple[int, Sequence[Value]]
MOST_SHEETS = 100  # that a file may have


@dataclass
class Sheet:
    """A sheet with its rows, which are read when they are asked for."""

    name: str
    rows: Iterable[Row]


class KindOfFile(Protocol):
    """A module that reads one kind of file."""

    BROKEN: str  # what is said of a file that it cannot read

    def sheets_of(self, path: str) -> list[Sheet]:
        """The sheets of a file."""


def choose(
    sheets: Sequence[Sheet],
    number: int,
) -> tuple[int, Iterable[Row]]:
    """(number, rows) of the sheet with this number; of the one that is proposed where the number is 0."""
    if len(sheets) > MOST_SHEETS:
        raise NoSpreadsheetError(
            f"Dit bestand heeft meer dan {MOST_SHEETS} bladen. Splits het in kleinere bestanden."
        )
    if number:
        return number, sheets[number - 1].rows
    return propose(sheets)


def propose(sheets: Sequence[Sheet]) -> tuple[int, Iterable[Row]]:
    """The first sheet with two filled cells beside each other; else the first with something in it, or the first.

    So a sheet with an explanation is passed over.
    """
    first_narrow = None
    for number, sheet in enumerate(sheets, 1):
        rows = iter(sheet.rows)
        begin = list(islice(rows, ABOVE_HEADER))
        width = max((filled(cells) for _, cells in begin), default=0)
        whole = chain(begin, rows)
        if width > 1:
            return number, whole
        if width == 1 and first_narrow is None:
            first_narrow = (number, whole)
    return first_narrow or (1, [])


def filled(cells: Sequence[Value]) -> int:
    """How many cells have something in them."""
    count = 0
    for cell in cells:
        if cell is not None and cell != "":
            count += 1
    return count
