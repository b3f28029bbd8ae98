"""A CSV file as rows, each with the line it stands on."""

import csv
from _csv import Reader
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class CsvRow:
    """The cells of a row, and the line on which it starts."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class CsvTable:
    """The header of a file and its rows."""

    headers: list[str]
    rows: list[CsvRow]


@dataclass(frozen=True)
class Problem:
    """Why a cell, row or file is refused; ``column`` is empty where it is about the whole row."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}, regel {self.line}"
        if self.column:
            place = f"{place}, kolom {self.column}"
        return f"{place}: {self.reason}"


class RefusedFileError(Exception):
    """A file with mistakes, of which nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_csv(path: Path) -> CsvTable:
    """The table in this file; refuse what is none."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            return read_rows(path.name, reader)
    except UnicodeDecodeError as error:
        problem = Problem(path.name, 1, "", "Dit is geen tekst in UTF-8.")
        raise RefusedFileError([problem]) from error
    except csv.Error as error:
        problem = Problem(
            path.name,
            reader.line_num,
            "",
            "Hier klopt een aanhalingsteken of een regeleinde niet.",
        )
        raise RefusedFileError([problem]) from error


def read_rows(
    name: str,
    reader: Reader,
) -> CsvTable:
    """The table that was read; refuse rows with more or fewer cells than the header."""
    headers = next(reader, [])
    rows = []
    problems = []
    start = reader.line_num + 1
    for cells in reader:
        if cells and len(cells) == len(headers):
            rows.append(CsvRow(start, cells))
        elif cells:
            reason = f"{len(cells)} cellen in plaats van {len(headers)}."
            problem = Problem(name, start, "", reason)
            problems.append(problem)
        start = reader.line_num + 1
    if problems:
        raise RefusedFileError(problems)
    return CsvTable(headers, rows)
