"""What a curator sees of an import before confirming it, and the refused rows as a file to mend."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from django.core.paginator import Page, Paginator

from .formulas import is_escaped, original
from .models import ImportRow, ImportRun
from .rows import RowResult
from .words import unknown_in

CHECKED_BATCH = 500  # rows
MOST_REASONS = 20
ROWS_PER_PAGE = 20


def show(
    run: ImportRun,
    results: list[RowResult],
    *,
    is_written: bool = False,
) -> None:
    """Keep the results for the page on which the curator decides, or of what was written; the caller saves the run."""
    rows = []
    for result in results:
        row = row_of(run, result, is_written=is_written)
        rows.append(row)
    run.rows.all().delete()
    run.rows.bulk_create(rows, batch_size=CHECKED_BATCH)
    run.column_counts = column_counts(results)
    run.unknown_words = unknown_in(results)
    outcomes = [str(result.outcome) for result in results]
    run.counts = Counter(outcomes)
    run.fingerprint = fingerprint_of(results)
    run.done = run.total


def row_of(run: ImportRun, result: RowResult, *, is_written: bool) -> ImportRow:
    """What is kept of one result."""
    return ImportRow(
        run=run,
        line=result.line,
        outcome=result.outcome,
        label=result.label,
        object_id=number_of(result, is_written=is_written),
        changes=result.changes,
        problems=result.problems,
        remarks=result.remarks,
        cells=result.cells,
    )


def number_of(result: RowResult, *, is_written: bool) -> int | None:
    """The number of what a row wrote or left as it was; nothing for what is not in the database."""
    if result.is_refused or result.is_skipped:
        return None
    if result.is_new and not is_written:
        return None
    return result.object_id


def column_counts(results: Iterable[RowResult]) -> dict[str, list[int]]:
    """{our column: [how many cells change in rows that are there, how many are filled in new rows]}."""
    counts: dict[str, list[int]] = {}
    for result in results:
        place = 0
        if result.is_new:
            place = 1
        for change in result.changes:
            of_column = counts.setdefault(change.column, [0, 0])
            of_column[place] += 1
    return counts


def fingerprint_of(results: Iterable[RowResult]) -> str:
    """The same for the same rows with the same outcome and the same old and new values."""
    fingerprint = sha256()
    for result in results:
        outcome = str(result.outcome)
        changes = [tuple(change) for change in result.changes]
        text = repr((result.line, outcome, changes))
        fingerprint.update(text.encode())
    return fingerprint.hexdigest()


class OutcomeCount(NamedTuple):
    """Something that can come of a row, how readers call it, and of how many rows it came."""

    value: str
    label: str
    rows: int


def outcomes_of(run: ImportRun) -> list[OutcomeCount]:
    """Everything that can come of a row."""
    outcomes = []
    for value, label in ImportRow.Outcome.choices:
        outcome = OutcomeCount(
            value=value,
            label=label,
            rows=run.counts.get(value, 0),
        )
        outcomes.append(outcome)
    return outcomes


def page_of(
    run: ImportRun,
    outcome: str,
    number: str | None,
) -> Page:
    """One page of the rows with this outcome; of all where it is none."""
    rows = run.rows.all()
    if outcome in ImportRow.Outcome.values:
        rows = rows.filter(outcome=outcome)
    return Paginator(rows, ROWS_PER_PAGE).get_page(number)


class ColumnCount(NamedTuple):
    """How many cells of a column change in rows that are there, and how many new rows have it filled."""

    column: str
    changed: int
    filled: int


def columns_of(run: ImportRun) -> list[ColumnCount]:
    """Each column in which something happens, the one with most first."""
    counts = []
    for column, (changed, filled) in run.column_counts.items():
        counts.append(ColumnCount(column, changed, filled))
    return sorted(counts, key=most_first)


def most_first(count: ColumnCount) -> tuple[int, int, str]:
    """By the cells that change, then by those of new rows."""
    return -count.changed, -count.filled, count.column


class Reason(NamedTuple):
    """Why a cell is refused: its column, empty where it is the row as a whole, and a Dutch sentence."""

    column: str
    sentence: str


class ReasonCount(NamedTuple):
    """A reason, and how many rows are refused for it."""

    reason: Reason
    rows: int


def reasons_of(
    run: ImportRun,
    outcome: str,
) -> list[ReasonCount]:
    """Why rows are refused, the most frequent first; nothing where only rows with another ``outcome`` are looked at."""
    if outcome not in ("", ImportRow.Outcome.REFUSED):
        return []
    refused = run.rows.filter(outcome=ImportRow.Outcome.REFUSED)
    counts: Counter[Reason] = Counter()
    for problems in refused.values_list("problems", flat=True):
        reasons = {Reason(*problem) for problem in problems}
        counts.update(reasons)
    most_frequent = counts.most_common(MOST_REASONS)
    return [ReasonCount(reason, count) for reason, count in most_frequent]


def refused_table(run: ImportRun) -> tuple[list[str], Iterator[list[str]]]:
    """The refused rows as they came, with the reason in front: header and rows, to mend and bring in again."""
    header = ["reden", *run.headers]
    refused = run.rows.filter(outcome=ImportRow.Outcome.REFUSED)
    return header, map(cells_to_mend, refused)


def cells_to_mend(row: ImportRow) -> list[str]:
    """The reason why a row is refused, and its cells."""
    reasons = []
    for column, reason in row.problems:
        if column:
            reasons.append(f"{column}: {reason}")
        else:
            reasons.append(reason)
    cells = [as_it_came(cell) for cell in row.cells]
    return ["; ".join(reasons), *cells]


def as_it_came(cell: str) -> str:
    """Without the apostrophe that writing the file will put before it again."""
    if is_escaped(cell):
        return original(cell)
    return cell.strip()
