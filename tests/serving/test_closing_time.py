"""A web server that stops: who is in gets an answer, and who comes then finds a closed door and no silent one."""

import socket
import time
from contextlib import ExitStack
from threading import Thread

from tests import templates
from tests.running_site import GENEROUS_SECONDS, environment_of, free_port, running_site

FIRST_HALF = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n"
SECOND_HALF = b"Connection: close\r\n\r\n"


def until_closed(port):
    """Knock until nobody is let in any more."""
    end = time.monotonic() + GENEROUS_SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionError:
            return
        time.sleep(0.1)
    raise AssertionError("The door stays open")


def test_the_door_closes_at_once_and_who_is_in_gets_an_answer(tmp_path):
    name = templates.copy("migrated", "closing")
    port = free_port()
    with ExitStack() as site, socket.socket() as visitor:
        site.enter_context(running_site(environment_of(templates.address_of(name), tmp_path), port))
        visitor.settimeout(GENEROUS_SECONDS)
        visitor.connect(("127.0.0.1", port))
        visitor.sendall(FIRST_HALF)
        stopping = Thread(target=site.close)
        stopping.start()
        until_closed(port)
        visitor.sendall(SECOND_HALF)
        answer = visitor.recv(100)
        stopping.join()
    templates.drop(name)

    assert answer.startswith(b"HTTP/1.1 200 OK")
