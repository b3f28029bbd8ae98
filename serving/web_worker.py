"""The worker of the web server: one loop waits for all visitors, and a thread only gets a request that is whole.

Gunicorn's own gives a thread to whoever connects: a handful of visitors on a bad line, or with bad intent, then keep
everybody waiting. Also where no proxy that buffers stands in front.
"""

import selectors
import socket
import time
from contextlib import suppress
from functools import partial

from gunicorn import util
from gunicorn.http import get_parser
from gunicorn.http.errors import (
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    ParseException,
)
from gunicorn.workers import gthread

from serving.web_request import Request

WHOLE_WITHIN = 120  # seconds, for a request without much of a body
SLOWEST_LINE = 8 * 1024  # bytes a second; whoever keeps that up has as long as it takes
LEAVES_WITHIN = 30  # seconds, for who goes on talking after the answer
AT_ONCE = 64 * 1024  # bytes to read before others have their turn
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
ALIVE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"
HEALTH = {
    b"GET /livez ": ALIVE + b"ok",
    b"HEAD /livez ": ALIVE,
}
# gunicorn's only errors of reading that are no visitor's
OURS = (InvalidResponseHeader, InvalidResponseHeaderName)
UNREADABLE = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
UNREADABLE += b"Content-Length: %d\r\n\r\n"


class Worker(gthread.ThreadWorker):
    """Gunicorn's worker with threads, which get whole requests; ``/livez`` is answered before any of them."""

    def accept(self, listener):
        """Let somebody in."""
        try:
            client, address = listener.accept()
        except (
            BlockingIOError,
            ConnectionAbortedError,
        ):
            # another worker was first, or the visitor left
            return
        self.nr_conns += 1
        self.enqueue_req(Visitor(self.cfg, client, address, listener.getsockname()))

    def set_accept_enabled(self, enabled):
        """Let visitors in or not; who stops lets in whoever stands at the door, and closes it.

        Gunicorn's own leaves it open until the last answer is given, so that who came meanwhile waits for nothing. At a
        closed one a proxy tries the other web server, also with a form.
        """
        super().set_accept_enabled(enabled)
        if enabled or self.alive:
            return
        for listener in self.sockets:
            self.let_in_all(listener)
            listener.close()
        self.sockets = []

    def let_in_all(self, listener):
        """Let in whoever is at the door."""
        count = None
        while self.nr_conns != count:
            count = self.nr_conns
            self.accept(listener)

    def enqueue_req(self, conn):
        """Wait for a request of this visitor, the first or a next one."""
        conn.begin_request()
        self.wait_for(conn, self.on_pending_socket_readable)
        if conn.request.is_whole:  # it came along with the one before
            self.take_on(conn)

    def on_pending_socket_readable(self, conn, client):
        """Take in what came; give the request to a thread once it is whole."""
        try:
            is_there = conn.read()
        except OSError:  # the visitor broke off, or there is no room for so much
            is_there = False
        if not is_there:
            self.hang_up(conn)
        elif conn.request.is_whole:
            self.take_on(conn)

    def on_leaving_socket_readable(self, conn, client):
        """Listen no more, until the visitor hangs up too."""
        if not conn.goes_on():
            self.hang_up(conn)

    def take_on(self, conn):
        """Give a whole request to a thread, unless it is only about our health."""
        if conn.is_told_of_health():
            self.hang_up(conn)
            return
        self.wait_no_more(conn)
        conn.request.rewind()
        conn.parser = get_parser(self.cfg, conn.request, conn.client)
        conn.data_ready = True
        super().enqueue_req(conn)

    def handle_request(self, req, conn):
        """Give the page. Behind a body that we left where it is, nobody can tell where a next request begins."""
        # who waited for leave has had it, or is refused
        req._expected_100_continue = False
        if conn.request.is_cut_off:
            req.force_close()
        return super().handle_request(req, conn)

    def finish_request(self, conn, fs):
        """Go on with what came meanwhile, wait for a next request, or take leave."""
        if conn.request.is_cut_off:
            conn.take_leave()
            self.wait_for(conn, self.on_leaving_socket_readable)
        elif conn.request.holds_more and not fs.exception() and fs.result():
            self.enqueue_req(conn)
        else:
            super().finish_request(conn, fs)

    def wait_for(self, conn, callback):
        """Call this as soon as the visitor says something."""
        conn.sock.setblocking(False)
        self.pending_conns.append(conn)
        self.poller.register(
            conn.sock,
            selectors.EVENT_READ,
            partial(callback, conn),
        )

    def wait_no_more(self, conn):
        """Whatever the visitor says next has to wait."""
        self.poller.unregister(conn.sock)
        self.pending_conns.remove(conn)

    def hang_up(self, conn):
        """Be done with a visitor whom we wait for."""
        self.wait_no_more(conn)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self):
        """Hang up on who takes too long; each has a time of its own, which gunicorn's do not."""
        now = time.monotonic()
        for conn in list(self.pending_conns):
            if conn.timeout < now:
                self.hang_up(conn)

    def handle_error(
        self,
        req,
        client,
        addr,
        exc,
    ):
        """Say in Dutch that nobody can read this; an error of ours is for gunicorn to log."""
        if not isinstance(exc, ParseException) or isinstance(exc, OURS):
            super().handle_error(req, client, addr, exc)
            return
        from .refusals import unreadable  # this class is read before there are settings

        self.log.warning(
            "Onleesbaar verzoek: %s",
            type(exc).__name__,
        )
        page = unreadable(None).content
        with suppress(OSError):  # who is gone hears nothing
            util.write_nonblock(
                client,
                UNREADABLE % len(page) + page,
            )


class Visitor(gthread.TConn):
    """A connection."""

    request = None

    def begin_request(self):
        """Take in what came along with the request before."""
        data = b""
        if self.request:
            data = self.request.rest()
            self.request.close()
        self.request = Request()
        self.begun_at = time.monotonic()
        self.take_in(data)

    def read(self):
        """Take in what came; whether the visitor is still there."""
        data = self.sock.recv(AT_ONCE)
        self.take_in(data)
        return bool(data)

    def take_in(self, data):
        """Keep what came; say so to who waits for leave to send the rest."""
        waits_for_leave = self.request.add(data)
        self.timeout = self.begun_at + WHOLE_WITHIN + self.request.size / SLOWEST_LINE
        if waits_for_leave:
            self.say(GO_ON)

    def is_told_of_health(self):
        """Whether this was only about ``/livez``, which is then answered."""
        for question, answer in HEALTH.items():
            if self.request.head.startswith(question):
                self.say(answer)
                return True
        return False

    def say(self, words):
        """Send a few words at once."""
        with suppress(OSError):  # who left need not hear it
            self.sock.send(words)

    def take_leave(self):
        """Say no more. Hanging up on somebody who still talks would lose them the answer."""
        self.timeout = time.monotonic() + LEAVES_WITHIN
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_WR)

    def goes_on(self):
        """Whether somebody who has the answer still talks; nobody listens."""
        with suppress(OSError):
            return bool(self.sock.recv(AT_ONCE))
        return False

    def close(self, graceful=False):
        """Hang up; gunicorn's own lets everybody wait until the visitor does too, or for two seconds."""
        self.request.close()
        util.close(self.sock)
