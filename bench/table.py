"""Rows of texts as a table on the screen."""


def print_table(rows, *, align=str.ljust):
    """Print a head, a line and the rows; the first column begins at the left, the others are put by ``align``."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    lines = ["-" * width for width in widths]
    head, *others = rows
    for row in [head, lines, *others]:
        texts = [row[0].ljust(widths[0])]
        for text, width in zip(row[1:], widths[1:], strict=True):
            texts.append(align(text, width))
        print("  ".join(texts).rstrip())
