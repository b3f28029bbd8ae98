"""Which sheet of a file is read; needs no Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from .refusing import ABOVE_HEADER, NoSpreadsheetError

MOST_SHEETS = 100  # that a file may have


@dataclass
class Sheet:
    """A sheet with its rows as (line from 1, cells), which are read when they are asked for."""

    name: str
    rows: Iterable


def choose(sheets, number):
    """(number, rows) of the sheet with this number; of the one that is proposed where the number is 0."""
    if len(sheets) > MOST_SHEETS:
        raise NoSpreadsheetError(
            f"Dit bestand heeft meer dan {MOST_SHEETS} bladen. Splits het in kleinere bestanden."
        )
    if number:
        return number, sheets[number - 1].rows
    return propose(sheets)


def propose(sheets):
    """The first sheet with two filled cells beside each other; else the first with something in it, or the first.

    So a sheet with an explanation is passed over.
    """
    narrow = []
    for number, sheet in enumerate(sheets, 1):
        rows = iter(sheet.rows)
        begin = list(islice(rows, ABOVE_HEADER))
        width = max((len(filled(cells)) for _, cells in begin), default=0)
        if width > 1:
            return number, chain(begin, rows)
        if width == 1:
            narrow.append((number, chain(begin, rows)))
    if narrow:
        return narrow[0]
    return 1, []


def filled(cells):
    """The cells with something in them."""
    return [cell for cell in cells if cell not in (None, "")]
