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


@dataclass
class ChosenSheet:
    """The sheet that is read: which it is, from 1, and its rows."""

    number: int
    rows: Iterable[Row]


def choose(
    sheets: Sequence[Sheet],
    number: int,
) -> ChosenSheet:
    """The sheet with this number; the one that is proposed where the number is 0."""
    if len(sheets) > MOST_SHEETS:
        raise NoSpreadsheetError(
            f"Dit bestand heeft meer dan {MOST_SHEETS} bladen. Splits het in kleinere bestanden."
        )
    if number:
        sheet = sheets[number - 1]
        return ChosenSheet(number, sheet.rows)
    return propose(sheets)


def propose(sheets: Sequence[Sheet]) -> ChosenSheet:
    """The first sheet with two filled cells beside each other; else the first with something in it, or the first.

    So a sheet with an explanation is passed over.
    """
    first_narrow = None
    for number, sheet in enumerate(sheets, 1):
        rows = iter(sheet.rows)
        begin = list(islice(rows, ABOVE_HEADER))
        widths = [filled(cells) for _, cells in begin]
        width = max(widths, default=0)
        whole = chain(begin, rows)
        chosen = ChosenSheet(number, whole)
        if width > 1:
            return chosen
        if width == 1 and first_narrow is None:
            first_narrow = chosen
    return first_narrow or ChosenSheet(1, [])


def filled(cells: Sequence[Value]) -> int:
    """How many cells have something in them."""
    count = 0
    for cell in cells:
        if cell is not None and cell != "":
            count += 1
    return count
