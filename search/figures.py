"""A table of figures as text: what our own analysis does, beside what PostgreSQL does."""

from typing import NamedTuple

from wording.numbers import amount


class TableLine(NamedTuple):
    """One line of the table, with its figures as they are printed."""

    label: str
    number: str
    own: str
    postgresql: str


HEADING = TableLine(
    label="Meting",
    number="n",
    own="eigen",
    postgresql="PostgreSQL dutch",
)


def share_line(
    label: str,
    own: list[bool],
    postgresql: list[bool],
) -> TableLine:
    """A line with how often it went well, of how many."""
    return TableLine(
        label=label,
        number=amount(len(own)),
        own=percentage(own),
        postgresql=percentage(postgresql),
    )


def percentage(outcomes: list[bool]) -> str:
    """Which part of these is true; a dash where there are none."""
    if not outcomes:
        return "-"
    number = sum(map(bool, outcomes))
    share = 100 * number / len(outcomes)
    return f"{share:.1f}%".replace(".", ",")


def table_of(lines: list[TableLine]) -> str:
    """The lines under each other, with labels to the left and figures to the right."""
    rows = [HEADING, *lines]
    label_width, *figure_widths = widths_of(rows)
    printed = []
    for label, *figures in rows:
        cells = [label.ljust(label_width)]
        for figure, width in zip(figures, figure_widths, strict=True):
            cells.append(figure.rjust(width))
        printed.append("  ".join(cells))
    return "\n".join(printed)


def widths_of(rows: list[TableLine]) -> list[int]:
    """How many characters the longest text of each column has."""
    widths = []
    for column in zip(*rows, strict=True):
        widths.append(max(map(len, column)))
    return widths
