"""The worker of the web server: one loop waits for all visitors, and a thread only gets a request that is whole.

Gunicorn's own gives a thread to whoever connects: a handful of visitors on a bad line, or with bad intent, then keep
everybody waiting. Also where no proxy that buffers stands in front.
"""

import re
import selectors
import time
from functools import partial
from tempfile import SpooledTemporaryFile

from gunicorn import util
from gunicorn.http import get_parser
from gunicorn.workers import gthread

from .uploads import largest_body

WHOLE_WITHIN = 120  # seconds, for a request of any size
IN_MEMORY = 512 * 1024  # bytes of one request; more waits in a file
LONGEST_HEAD = 64 * 1024  # bytes; who says more before asking anything is hung up on
AT_ONCE = 64 * 1024  # bytes to read before others have their turn
END_OF_HEAD = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
WAITS_FOR_ANSWER = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)
ASKS_FOR_HEALTH = (b"GET /livez ", b"HEAD /livez ")
ALIVE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


class Worker(gthread.ThreadWorker):
    """Gunicorn's worker with threads, which get whole requests; ``/livez`` is answered before any of them."""

    def accept(self, listener):
        """Let somebody in."""
        try:
            client, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):  # another worker was first, or the visitor left
            return
        self.nr_conns += 1
        self.enqueue_req(Visitor(self.cfg, client, address, listener.getsockname()))

    def enqueue_req(self, conn):
        """Wait for a request of this visitor, the first or a next one."""
        conn.request = Request()
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + WHOLE_WITHIN
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def on_pending_socket_readable(self, conn, client):
        """Take in what came; give the request to a thread once it is whole."""
        try:
            is_there = conn.read()
        except OSError:  # the visitor broke off, or there is no room for so much
            is_there = False
        if is_there and not conn.request.is_whole:
            return
        self.poller.unregister(client)
        self.pending_conns.remove(conn)
        if not is_there or conn.is_told_of_health():
            self.nr_conns -= 1
            conn.close()
            return
        conn.request.rewind()
        conn.parser = get_parser(self.cfg, conn.request, conn.client)
        conn.data_ready = True
        super().enqueue_req(conn)

    def _keepalive_after(self, conn, keepalive):
        """Whether this visitor may ask more; who did before the answer came has to connect again."""
        return super()._keepalive_after(conn, keepalive) and not conn.request.holds_more


class Visitor(gthread.TConn):
    """A connection."""

    def read(self):
        """Take in what came; whether the visitor is still there."""
        data = self.sock.recv(AT_ONCE)
        if self.request.add(data):
            self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return bool(data)

    def is_told_of_health(self):
        """Whether this was only about ``/livez``, which is then answered."""
        if not self.request.head.startswith(ASKS_FOR_HEALTH):
            return False
        self.sock.send(ALIVE)
        return True

    def close(self, graceful=False):
        """Hang up; gunicorn's own lets everybody wait until the visitor does too, or for two seconds."""
        util.close(self.sock)


class Request:
    """What came of one request so far; gunicorn's parser reads it as if it were a socket."""

    def __init__(self):
        self.head = bytearray()
        self.expected = None  # bytes, head and body; not known before the head is there
        self.size = 0
        self.file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 closed when nobody uses it any more

    @property
    def is_whole(self):
        return self.expected is not None and self.size >= self.expected

    @property
    def holds_more(self):
        return self.size > self.expected

    def add(self, data):
        """Keep this; whether the visitor waits for a word from us before the body comes."""
        self.file.write(data)
        self.size += len(data)
        if self.expected is None:
            self._read_head(data)
            return self.expected is not None and not self.is_whole and bool(WAITS_FOR_ANSWER.search(self.head))
        return False

    def rewind(self):
        """Let ``recv`` begin at the beginning."""
        self.file.seek(0)

    def recv(self, size):
        """Read on, as from a socket; never waits."""
        return self.file.read(size)

    def _read_head(self, data):
        searched = max(0, len(self.head) - len(END_OF_HEAD))
        self.head += data
        end = self.head.find(END_OF_HEAD, searched)
        if end >= 0:
            del self.head[end + len(END_OF_HEAD) :]
            self.expected = len(self.head) + self._length_of_body()
        elif len(self.head) > LONGEST_HEAD:
            self.expected = self.size

    def _length_of_body(self):
        length = LENGTH.search(self.head)
        size = int(length[1]) if length else 0
        path = self.head.split(b" ", 2)[1].decode("latin-1")
        return size if size <= largest_body(path) else 0  # a page refuses it
