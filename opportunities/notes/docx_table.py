"""The table of a note in a document: the themes with their figures and levels."""

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Column

from .word_elements import (
    fill,
    keep_together,
    narrow_cells,
    repeat_as_header,
    rule_under,
)
from .word_parts import add_bold, add_with_notes
from .word_styles import SMALL, TONES, WIDTH

HEADER_LINE = "13211B"
NARROW = Mm(24)  # a column of a figure or a level
NARROWER = Mm(22)  # the same, where there are more than a few
FEW = 3  # such columns; with policy, supply and chance there are six


def add_table(document: Document, content: dict) -> None:
    """Write the table; the names of the columns are read aloud as such."""
    names = ["Thema", *content["columns"]]
    table = document.add_table(
        rows=1,
        cols=len(names),
    )
    table.autofit = False
    narrow_cells(table)
    write_header(table, names)
    for row in content["rows"]:
        write_row(table, row)
    set_widths(table)


def write_header(table: Table, names: list[str]) -> None:
    """The names of the columns."""
    header = table.rows[0]
    repeat_as_header(header)
    for cell, name in zip(header.cells, names, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = SMALL
        add_bold(paragraph, name)
        rule_under(cell, HEADER_LINE)


def write_row(table: Table, content: dict) -> None:
    """A theme, with its figures and levels."""
    row = table.add_row()
    keep_together(row)
    [theme, *levels] = row.cells
    write_theme(theme, content)
    for cell, level in zip(levels, content["cells"], strict=True):
        write_level(cell, level)


def write_theme(cell: _Cell, content: dict) -> None:
    """A theme and what is counted."""
    rule_under(cell)
    add_bold(cell.paragraphs[0], content["theme"])
    if content["figure"]:
        paragraph = cell.add_paragraph(style=SMALL)
        add_with_notes(paragraph, content["figure"], [content["figure_note"]])


def write_level(cell: _Cell, content: dict) -> None:
    """A figure or a level, on the ground that its tone asks for."""
    add_with_notes(cell.paragraphs[0], content["text"], [content["note"]])
    rule_under(cell)
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    if content["tone"]:
        fill(cell, TONES[content["tone"]])


def set_widths(table: Table) -> None:
    """Narrow columns for figures and levels, and what is left for the theme."""
    [themes, *levels] = table.columns
    narrow = NARROW
    if len(levels) > FEW:
        narrow = NARROWER
    set_width(
        themes,
        Length(WIDTH - narrow * len(levels)),
    )
    for column in levels:
        set_width(column, narrow)


def set_width(column: _Column, width: Length) -> None:
    """Give a column and each of its cells a width, for programs read the one or the other."""
    column.width = width
    for cell in column.cells:
        cell.width = width
