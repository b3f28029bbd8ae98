"""The rows of a file with their header found, however much stands above it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from .sandbox import SheetRow

SEARCHED_FOR_HEADER = 30  # rows
TOTALS = ("totaal", "eindtotaal", "total")  # how a row that adds up the others begins
ALIKE = 76  # of 100: a column name this much like one of ours is proposed for it; ‘waar’ is no ‘jaar’


@dataclass
class Table:
    """Header texts and the rows below; ``header_line`` is the line in the file of the header, 0 where it has none.

    ``total_line`` is the line in the file of a row that adds up the others, which is left out; 0 where there is none.
    ``names_above`` is what stands on the line above the header, for who writes a heading on two lines.
    """

    headers: list[str]
    rows: list[SheetRow] = field(default_factory=list)
    header_line: int = 0
    total_line: int = 0
    names_above: list[str] = field(default_factory=list)

    def cells_of(self, row: SheetRow) -> dict[str, str]:
        """{header: text} of one of the rows, without spaces around it; a cell that is not there is left out."""
        texts = [cell.strip() for cell in row.cells]
        return dict(zip(self.headers, texts, strict=False))

    def cells_by_plain_name(self, row: SheetRow) -> dict[str, str]:
        """The same by the plain name of the header; a cell that is not there is empty."""
        cells = {plain(header): "" for header in self.headers}
        for header, text in self.cells_of(row).items():
            cells[plain(header)] = text
        return cells


@lru_cache(maxsize=20_000)  # the same names come back on every row of a file
def plain(name: str) -> str:
    """A column name without capitals, accents, spaces and signs, to compare by."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = decomposed.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", letters)


def find_table(
    rows: Sequence[SheetRow],
    known_headers: Iterable[Iterable[str]],
    header_line: int | None = None,
) -> Table:
    """The table in these rows; its header is on the line that was chosen, or on the one that is proposed.

    ``header_line`` 0 says that there is no header.
    """
    if header_line is None:
        header_line = propose_header(rows, known_headers).line
    above = [row for row in rows if row.line < header_line]
    below = [row for row in rows if row.line > header_line]
    header = cells_of_line(rows, header_line)
    names = named(header, above, below)
    table = Table(
        headers=numbered(names),
        rows=below,
        header_line=header_line,
    )
    if above:
        table.names_above = above[-1].cells
    if table.rows and adds_up(table.rows[-1]):
        table.total_line = table.rows.pop().line
    return table


def cells_of_line(
    rows: Iterable[SheetRow],
    line: int,
) -> list[str]:
    """The cells of the row on this line of the file; none where there is no such row."""
    for row in rows:
        if row.line == line:
            return row.cells
    return []


def propose_header(
    rows: Sequence[SheetRow],
    known_headers: Iterable[Iterable[str]],
) -> SheetRow:
    """The first row with most names of one of the known headers; where none has any, the first of the widest rows."""
    known = []
    for headers in known_headers:
        known.append({plain(name) for name in headers})
    begin = rows[:SEARCHED_FOR_HEADER]
    # the first of equals
    named_most = max(begin, key=lambda row: known_names_in(row, known))
    if known_names_in(named_most, known):
        return named_most
    return max(begin, key=width_of)


def width_of(row: SheetRow) -> int:
    """How many different things a row says."""
    texts = set(row.cells)
    texts.discard("")
    return len(texts)


def named(
    header: Sequence[str],
    above: Sequence[SheetRow],
    below: Sequence[SheetRow],
) -> list[str]:
    """The header with a name for each column that has cells: its own, that of a merged cell, or its letter."""
    names = [cell.strip() for cell in header]
    has_no_header = not any(names)
    if has_no_header:
        width = max((len(row.cells) for row in below), default=0)
        names += [""] * (width - len(names))
    for place, name in enumerate(names):
        if name or not has_cells(below, place):
            continue
        letter = f"kolom {letter_of(place)}"
        names[place] = name_above(above, place) or letter
    return names


def has_cells(rows: Iterable[SheetRow], place: int) -> bool:
    """Whether any of these rows has something in this column."""
    return any(text_at(row, place) for row in rows)


def text_at(row: SheetRow, place: int) -> str:
    """What a row says in this column; empty where it is not that wide."""
    if place >= len(row.cells):
        return ""
    return row.cells[place].strip()


def name_above(above: Sequence[SheetRow], place: int) -> str:
    """What stands right above the header in this column: a name that was merged over two rows."""
    if not above:
        return ""
    return text_at(above[-1], place)


def letter_of(place: int) -> str:
    """How a spreadsheet calls the column at this place, from 0: A, B … Z, AA."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def adds_up(row: SheetRow) -> bool:
    """Whether this row gives the total of those above it."""
    for cell in row.cells:
        if cell.strip():
            return plain(cell) in TOTALS
    return False


def known_names_in(
    row: SheetRow,
    known: Iterable[set[str]],
) -> int:
    """How many names of the known header that it is most like stand in this row."""
    names = {plain(cell) for cell in row.cells}
    names.discard("")
    return max((len(names & header) for header in known), default=0)


def numbered(headers: Iterable[str]) -> list[str]:
    """The second column of the same name gets a number, so that a curator can choose between them."""
    seen: Counter[str] = Counter()
    names = []
    for header in headers:
        seen[header] += 1
        if header and seen[header] > 1:
            names.append(f"{header} ({seen[header]})")
        else:
            names.append(header)
    return names


def match_columns(
    headers: Iterable[str],
    columns: Iterable[str],
) -> dict[str, str]:
    """Which of our columns each header is: {header: column}, by name regardless of case, order and spaces."""
    ours = {plain(column): column for column in columns}
    matched = {}
    for header in headers:
        plain_name = plain(header)
        if plain_name in ours:
            matched[header] = ours[plain_name]
    return matched


def propose_columns(
    headers: Sequence[str],
    columns: Sequence[str],
) -> dict[str, str]:
    """The same, with a proposal for names that are only alike; unknown ones get an empty text."""
    matched = match_columns(headers, columns)
    taken = set(matched.values())
    free = {}
    for column in columns:
        if column not in taken:
            free[column] = column.replace("_", " ")
    proposals = {}
    for header in headers:
        if header in matched:
            proposals[header] = matched[header]
        elif header:
            column = most_alike(header, free)
            proposals[header] = column
            free.pop(column, None)
    return proposals


def most_alike(
    header: str,
    free: dict[str, str],
) -> str:
    """The column whose name is most like this one, or an empty text; ``free`` is {column: its name in words}."""
    best = process.extractOne(
        header.lower(),
        free,
        scorer=fuzz.token_sort_ratio,
        score_cutoff=ALIKE,
    )
    if best is None:
        return ""
    _, _, column = best
    return column
