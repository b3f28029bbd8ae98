"""Visitors on a very bad line, or with bad intent: many connections that stay busy and never end."""

import socket
import threading
from contextlib import ExitStack, contextmanager, suppress

HEAD = b"POST /klopt-er-iets-niet/ HTTP/1.1\r\nHost: localhost\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ntext="
PAGE = b"GET /praktijkvoorbeelden/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
# what each kind says at once, and what it goes on with, a piece at a time
KINDS = {
    "trage koppen": (HEAD + b"X-Traag: ", b"a"),
    "trage formulieren": (HEAD + FORM, b"a"),
    "trage lezers": (PAGE, b""),
    "niets zeggen": (b"", b""),
}
BETWEEN = 0.5  # seconds between two pieces
SMALL = 2048  # bytes that a visitor who does not read has room for


@contextmanager
def slow_visitors(port, kind, count):
    """Have so many of one kind while the block runs."""
    first, more = KINDS[kind]
    ended = threading.Event()
    with ExitStack() as stack:
        visitors = [stack.enter_context(_connect(port)) for _ in range(count)]
        for visitor in visitors:
            visitor.sendall(first)
        drip = threading.Thread(target=_drip, args=(visitors, more, ended))
        drip.start()
        try:
            yield
        finally:
            ended.set()
            drip.join()


def _connect(port):
    visitor = socket.socket()
    visitor.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
    visitor.settimeout(30)
    visitor.connect(("127.0.0.1", port))
    return visitor


def _drip(visitors, more, ended):
    while not ended.wait(BETWEEN):
        for visitor in visitors:
            with suppress(OSError):  # shown out
                visitor.sendall(more)
