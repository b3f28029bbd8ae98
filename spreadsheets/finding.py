"""Which table of a file is read: the sheet, the line with the names of its columns, and whose layout it is."""

from collections.abc import Sequence

from .layouts import ForeignLayout, layouts_of, resource_of
from .models import ImportRun
from .resources import ContentResource
from .sandbox import ReadSheet, SheetRow
from .tables import Table, find_table, match_columns, plain, propose_header

SHOWN_ROWS = 12  # from which the header can be chosen
SHOWN_CELLS = 6
LONGEST_CELL = 40  # characters


class NothingToImportError(Exception):
    """The file as a whole cannot be imported, in one Dutch sentence."""


def keep_place(run: ImportRun, sheet: ReadSheet) -> None:
    """Keep which sheet is read and which line is its header, as proposed where nobody chose; the caller saves."""
    run.sheets = sheet.names
    run.sheet = sheet.number
    first_rows = sheet.rows[:SHOWN_ROWS]
    run.beginning = [beginning_of(row) for row in first_rows]
    if run.header_line is None:
        proposed = propose_header(
            sheet.rows,
            known_headers(run.model),
        )
        run.header_line = proposed.line


def beginning_of(row: SheetRow) -> list[int | list[str]]:
    """[line, the first cells, cut off] of a row."""
    first_cells = row.cells[:SHOWN_CELLS]
    cells = [cell[:LONGEST_CELL] for cell in first_cells]
    return [row.line, cells]


def known_headers(model_label: str) -> list[Sequence[str]]:
    """The names of columns in each layout that this list knows, our own first."""
    headers: list[Sequence[str]] = [resource_of(model_label).columns]
    for layout in layouts_of(model_label):
        headers.append(layout.headers)
    return headers


def table_in(
    run: ImportRun,
    sheet: ReadSheet,
) -> tuple[Table, ForeignLayout | None]:
    """The table in the sheet, in our own columns, and the foreign layout it came in."""
    table = find_table(
        sheet.rows,
        known_headers(run.model),
        run.header_line,
    )
    names = {plain(name) for name in table.headers}
    for layout in layouts_of(run.model):
        if layout.fits(names):
            return layout.translate(table, run.file_name), layout
    if not table.rows:
        raise NothingToImportError(
            "In dit bestand staan geen rijen onder de kolomnamen."
        )
    return table, None


def is_ours(headers: Sequence[str], resource: ContentResource) -> bool:
    """Whether every column is one of ours and none is missing that says which row is which."""
    matched = match_columns(headers, resource.columns)
    known = set(matched.values())
    named = [name for name in headers if name]
    is_every_name_ours = len(matched) == len(named)
    is_each_once = len(known) == len(matched)
    has_key = known.issuperset(resource.required_columns)
    return is_every_name_ours and is_each_once and has_key
