"""A PDF or web page from outside → its text in our own layout. Runs in a process of its own: see spreadsheets/apart.py.

Nothing here needs Django. Standard output gets each line of the layout as JSON.
"""

import re

from spreadsheets.apart import give, serve

from .refusing import (
    EMPTY_FILE,
    MOST_TEXT,
    NEITHER,
    TOO_LARGE,
    TOO_MUCH_TEXT,
    UnreadableError,
)

HTML = re.compile(rb"<(!doctype html|html|body|main|article|h1|p)[\s>]", re.IGNORECASE)
PDF = b"%PDF-"
BEGINNING = 1024  # bytes in which a PDF must say that it is one


def lines_of(path):
    """The lines of the document in this file, by what is in it; its name may say anything."""
    with open(path, "rb") as file:
        start = file.read(BEGINNING)
        if not start:
            raise UnreadableError(EMPTY_FILE)
        if PDF in start:
            from .pdf_text import read_pdf  # here, since a web page needs none of it

            return read_pdf(path)
        raw = start + file.read()
    if b"\x00" in raw or not HTML.search(raw):
        raise UnreadableError(NEITHER)
    from .web_text import read_page

    return read_page(raw)


def main(path):
    """Write the lines to standard output."""
    total = 0
    for line in lines_of(path):
        total += len(line)
        if total > MOST_TEXT:
            raise UnreadableError(TOO_MUCH_TEXT)
        give(line.encode("utf-8", "replace").decode())


if __name__ == "__main__":
    serve(main, UnreadableError, TOO_LARGE)
