"""A line to the database server of the tests that can hang or break, for whoever is connected over it only."""

import socket
import socketserver
import threading
from contextlib import contextmanager, suppress
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict

from tests.templates import address_of

AT_ONCE = 64 * 1024  # bytes


class DatabaseLine(socketserver.ThreadingTCPServer):
    """Passes everything on between a port of this computer and one database."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, database):
        super().__init__(("127.0.0.1", 0), _Call)
        self.target = conninfo_to_dict(address_of(database))
        self.flows = threading.Event()
        self.flows.set()
        self.is_broken = False
        self.calls = set()

    @property
    def address(self):
        """``DATABASE_URL`` over this line."""
        user, password = self.target.get("user", ""), quote(self.target.get("password", ""))
        return f"postgresql://{user}:{password}@127.0.0.1:{self.server_address[1]}/{self.target['dbname']}"

    @contextmanager
    def frozen(self):
        """Nothing comes through, and nobody is told so."""
        self.flows.clear()
        try:
            yield
        finally:
            self.flows.set()

    @contextmanager
    def broken(self):
        """Everybody is thrown off, and who comes too."""
        self.is_broken = True
        for call in list(self.calls):
            _hang_up(call)
        try:
            yield
        finally:
            self.is_broken = False


class _Call(socketserver.BaseRequestHandler):
    def handle(self):
        if self.server.is_broken:
            return
        with self._server() as server:
            self.server.calls.add(self.request)
            threading.Thread(target=self._pass_on, args=(server, self.request), daemon=True).start()
            self._pass_on(self.request, server)
            self.server.calls.discard(self.request)

    def _server(self):
        """A connection to the server itself, wherever it listens."""
        with psycopg.connect(**self.server.target) as connection:
            host, port = connection.info.host, connection.info.port
        if not host.startswith("/"):
            return socket.create_connection((host, port))
        server = socket.socket(socket.AF_UNIX)
        server.connect(f"{host}/.s.PGSQL.{port}")
        return server

    def _pass_on(self, source, target):
        with suppress(OSError):
            while data := source.recv(AT_ONCE):
                self.server.flows.wait()
                target.sendall(data)
        _hang_up(source)
        _hang_up(target)


def _hang_up(call):
    with suppress(OSError):
        call.shutdown(socket.SHUT_RDWR)


@contextmanager
def database_line(database):
    """A line to this database."""
    with DatabaseLine(database) as line:
        threading.Thread(target=line.serve_forever, daemon=True).start()
        yield line
        line.shutdown()
