"""Requests come in whole, in whatever pieces they are sent."""

import http.client
import socket
import time
from contextlib import suppress

import pytest

from bieb_netwerk.uploads import LARGEST_REQUEST
from bieb_netwerk.web_worker import LONGEST_HEAD
from tests.running_site import GENEROUS_SECONDS, ask

pytestmark = pytest.mark.postgresql
FORM = "/klopt-er-iets-niet/"
URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
LIVE = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
ROBOTS = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
HEAD = f"POST {FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {URLENCODED['Content-Type']}\r\n".encode()


@pytest.fixture
def visitor(port):
    """A connection to the web server on which a test says what it wants."""
    with socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_SECONDS) as visitor:
        yield visitor


def all_of(visitor):
    """What is said until the web server hangs up."""
    said = b""
    with suppress(ConnectionResetError):  # it did not hear all that we said
        while data := visitor.recv(65536):
            said += data
    return said


def said_up_to(visitor, end):
    """What is said until these last words, which may come in pieces too."""
    said = b""
    while end not in said and (data := visitor.recv(65536)):
        said += data
    return said


def test_a_form_that_comes_in_pieces_is_read_whole(visitor):
    body = b"page=/themas/&text=Het+telefoonnummer+klopt+niet&email=&website="
    whole = HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body

    for start in range(0, len(whole), 7):
        visitor.sendall(whole[start : start + 7])
        time.sleep(0.001)

    assert all_of(visitor).startswith(b"HTTP/1.1 302 ")  # thanks


def test_a_large_form_is_read_whole(port):
    text = "a" * 2_000_000

    answer = ask(port, FORM, f"text={text}", URLENCODED)

    assert answer.status == 422
    assert text in answer.text  # to make it shorter


def test_what_is_too_large_is_refused_before_it_is_sent(visitor):
    visitor.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % (LARGEST_REQUEST + 1))

    said = said_up_to(visitor, b"</html>")

    assert said.startswith(b"HTTP/1.1 413 ")
    assert "Je stuurt meer dan 3 MB." in said.decode()


def test_who_waits_for_leave_to_send_a_body_gets_it(visitor):
    visitor.sendall(HEAD + b"Connection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
    first = visitor.recv(65536)
    visitor.sendall(b"text=")

    assert first == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert b"HTTP/1.1 422 " in all_of(visitor)


def test_a_connection_is_used_again(port):
    visitor = http.client.HTTPConnection("127.0.0.1", port, timeout=GENEROUS_SECONDS)
    statuses = []
    for _ in range(3):
        visitor.request("GET", "/robots.txt")
        answer = visitor.getresponse()
        answer.read()
        statuses.append((answer.status, visitor.sock is not None))
    visitor.close()

    assert statuses == [(200, True)] * 3


def test_who_asks_on_before_the_answer_has_to_connect_again(visitor):
    visitor.sendall(ROBOTS + ROBOTS)

    assert all_of(visitor).count(b"HTTP/1.1 200 OK") == 1


def test_what_is_no_request_ends_the_connection_and_nothing_else(port):
    for sent in (b"\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"a" * (LONGEST_HEAD + 1)):
        with socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_SECONDS) as visitor:
            visitor.sendall(sent)
            assert all_of(visitor)[:12] in (b"HTTP/1.1 400", b"")

    assert ask(port, "/livez").text == "ok"


def test_health_is_told_and_the_connection_ended(visitor):
    visitor.sendall(LIVE)

    assert all_of(visitor).endswith(b"\r\n\r\nok")
