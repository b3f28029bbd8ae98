"""The rows of a file under our own column names, as a curator said which column is what."""

from collections.abc import Iterator, Mapping, Sequence

from .models import ImportRun
from .rows import EXTRA_CELLS, Texts
from .tables import Table


def our_rows(
    table: Table,
    mapping: Mapping[str, str],
    run: ImportRun,
) -> Iterator[tuple[int, Texts]]:
    """The rows of a table with their lines, under our own column names."""
    for row in table.rows:
        yield row.line, our_row(table.headers, row.cells, mapping, run)


def our_row(
    headers: Sequence[str],
    cells: Sequence[str],
    mapping: Mapping[str, str],
    run: ImportRun,
) -> Texts:
    """A row under our own column names, with what stands for nothing left out and gaps filled with constants."""
    meaningless = {word.casefold() for word in run.empty_words}
    row: Texts = {}
    for header, cell in zip(headers, cells, strict=False):
        if header not in mapping:
            continue
        if cell.strip().casefold() in meaningless:
            cell = ""
        row[mapping[header]] = cell
    for column, constant in run.constants.items():
        if not row.get(column):
            row[column] = constant
    extra_cells = cells[len(headers) :]
    row[EXTRA_CELLS] = any(cell.strip() for cell in extra_cells)
    return row
