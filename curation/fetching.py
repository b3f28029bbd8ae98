"""Brings in what stands at a web address, with the guard of the link checker: never of a machine in our own network."""

import time
from urllib.parse import urljoin

from .links import MOST_REDIRECTS, NO_ADDRESS, REDIRECTS, LinkProblemError, request

MOST_SECONDS = 60
FOUND = 200
PIECE = 64 * 1024  # bytes
TOO_SLOW = "De website antwoordt niet op tijd."
IN_CIRCLES = "Het adres stuurt steeds door."


def fetch(url, file, most_bytes):
    """Write what stands at this address to an open file; raises ``LinkProblemError`` with a Dutch sentence.

    Follows a few redirects, each to a public machine.
    """
    deadline = time.monotonic() + MOST_SECONDS

    def take(answer):
        if answer.status == FOUND:
            copy(answer, file, most_bytes, deadline)

    try:
        for _ in range(MOST_REDIRECTS):
            url = visit(url, take)
            if url is None:
                return
    except ValueError:
        # an address that cannot be taken apart, or a name that cannot be a name
        raise LinkProblemError(NO_ADDRESS) from None
    raise LinkProblemError(IN_CIRCLES)


def visit(url, take):
    """Where this address redirects to; ``None`` where it gave what stands there."""
    status, location = request("GET", url, take)
    if status == FOUND:
        return None
    if status in REDIRECTS and location:
        return urljoin(url, location)
    raise LinkProblemError(f"De server antwoordt met {status}.")


def copy(answer, file, most_bytes, deadline):
    """Take the body in pieces, so that neither its size nor its slowness is the website's to choose."""
    file.seek(0)
    file.truncate()
    size = 0
    for piece in answer.stream(PIECE, decode_content=False):
        size += len(piece)
        if size > most_bytes:
            raise LinkProblemError(f"Dit is groter dan {most_bytes // 2**20} MB.")
        if time.monotonic() > deadline:
            raise LinkProblemError(TOO_SLOW)
        file.write(piece)
