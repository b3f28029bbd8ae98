"""The rows of a file with their header found, however much stands above it."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

SEARCHED_FOR_HEADER = 30  # rows
ALIKE = 75  # of 100: a column name this much like one of ours is proposed for it


@dataclass
class Table:
    """Header texts and the rows below; ``preamble`` is how many rows stand above the header."""

    headers: list
    rows: list = field(default_factory=list)  # SheetRow
    preamble: int = 0


def plain(name):
    """A column name without capitals, accents, spaces and signs, to compare by."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", letters)


def find_table(rows, known_headers):
    """The table in these rows: its header is the first row with most names of one of the known headers.

    Where no row has a known name, the first row with two cells or more is the header.
    """
    known = [{plain(name) for name in headers} for headers in known_headers]
    heads = rows[:SEARCHED_FOR_HEADER]

    def score(row):
        names = {plain(cell) for cell in row.cells} - {""}
        return max((len(names & header) for header in known), default=0)

    best = max(heads, key=score)  # the first of equals
    if score(best) == 0:
        best = next((row for row in heads if sum(map(bool, row.cells)) > 1), heads[0])
    position = rows.index(best)
    return Table(_told_apart([cell.strip() for cell in best.cells]), rows[position + 1 :], position)


def _told_apart(headers):
    """The second column of the same name gets a number, so that a curator can choose between them."""
    seen = Counter()
    for position, header in enumerate(headers):
        seen[header] += 1
        if header and seen[header] > 1:
            headers[position] = f"{header} ({seen[header]})"
    return headers


def match_columns(headers, columns):
    """Which of our columns each header is: {header: column}, by name regardless of case, order and spaces."""
    ours = {plain(column): column for column in columns}
    return {header: ours[plain(header)] for header in headers if plain(header) in ours}


def propose_columns(headers, columns):
    """The same, with a proposal for names that are only alike; unknown ones get an empty text."""
    exact = match_columns(headers, columns)
    free = {column: column.replace("_", " ") for column in columns if column not in exact.values()}
    proposals = {}
    for header in headers:
        if header not in exact:
            found = process.extractOne(header.lower(), free, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
            proposals[header] = found[2] if found else ""
            if found:
                del free[found[2]]
    return {header: exact.get(header) or proposals[header] for header in headers if header}
