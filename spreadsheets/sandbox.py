"""Reads a spreadsheet from outside in a process of its own: see apart.py."""

from dataclasses import dataclass
from pathlib import Path

from .apart import Limits, RefusedByReaderError, read_apart
from .refusing import TOO_LARGE

MOST_SECONDS = 60  # of the processor: 10,000 rows of 36 columns in xlsx took 11
MOST_MEMORY = 450 * 2**20  # bytes of address space
MOST_OUTPUT = 250 * 2**20  # bytes
TOO_SLOW = (
    "Dit bestand kost te veel tijd om te lezen. Splits het in kleinere bestanden."
)


class RefusedSheetError(Exception):
    """The file is no spreadsheet that can be read, in one Dutch sentence."""


@dataclass(frozen=True)
class SheetRow:
    """A row with something in it; ``line`` is where it starts in the file, from 1."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class ReadSheet:
    """What was read of a file: the ``number`` of the sheet from 1, the ``names`` of all, and its rows."""

    number: int
    names: list[str]
    rows: list[SheetRow]


def read_sheet(path: str | Path, number: int = 0) -> ReadSheet:
    """A sheet of a csv, xlsx, ods or xls file as text, the proposed one where the number is 0.

    Raises ``RefusedSheetError``.
    """
    limits = Limits(MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT, TOO_SLOW, TOO_LARGE)
    try:
        (chosen, names), *rows = read_apart(
            "spreadsheets.reading",
            path,
            limits,
            number,
        )
    except RefusedByReaderError as error:
        raise RefusedSheetError(str(error)) from None
    return ReadSheet(
        chosen,
        names,
        [SheetRow(line, cells) for line, cells in rows],
    )
