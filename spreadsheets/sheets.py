"""Which sheet of a file is read; needs no Django."""

from itertools import chain, islice

from .refusing import ABOVE_HEADER


def rows_of_first_table(sheets):
    """The rows of the first sheet with two filled cells beside each other; of the first sheet where none has them.

    So a sheet with an explanation is passed over.
    """
    passed_over = []
    for rows in sheets:
        begin = list(islice(rows, ABOVE_HEADER))
        all_rows = chain(begin, rows)
        if any(len(filled(cells)) > 1 for _, cells in begin):
            return all_rows
        passed_over.append(all_rows)
    return passed_over[0]


def filled(cells):
    """The cells with something in them."""
    return [cell for cell in cells if cell not in (None, "")]
