"""A website on this machine that answers as it is told, and names that mean any machine."""

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

HOST = "127.0.0.2"  # so that 127.0.0.1 is a machine that does not answer


class Website:
    """``answers`` has per path what to answer: a status, or a status and where to go; ``asked`` what was asked.

    ``bodies`` has per path what GET gives.
    """

    def __init__(self):
        self.answers, self.asked, self.agents, self.bodies = {}, [], set(), {}
        website = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self):
                website.asked.append((self.command, self.path))
                website.agents.add(self.headers["User-Agent"])
                answer = website.answers.get((self.command, self.path)) or website.answers.get(self.path, 404)
                status, location = answer if isinstance(answer, tuple) else (answer, None)
                self.send_response(status)
                if location is not None:
                    self.send_header("Location", location)
                body = website.bodies.get(self.path, b"") if self.command == "GET" else b""
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.do_HEAD()

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer((HOST, 0), Handler)
        self.port = self.server.server_address[1]
        self.address = f"http://{HOST}:{self.port}"


@pytest.fixture
def website(settings):
    """A website that the link checker may visit."""
    settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = True
    website = Website()
    thread = Thread(target=website.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield website
    website.server.shutdown()
    thread.join()
    website.server.server_close()


@pytest.fixture
def named(monkeypatch):
    """A function that lets every name mean these machines."""

    def named(*addresses):
        def found(host, port, *args, **options):
            meant = [host] if host.replace(".", "").isdecimal() else addresses
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in meant]

        monkeypatch.setattr(socket, "getaddrinfo", found)

    return named
