"""Requests come in whole, in whatever pieces they are sent."""

import http.client
import re
import socket
import struct
import time
from contextlib import suppress

import pytest

from serving.uploads import LARGEST_REQUEST
from serving.web_request import LONGEST_HEAD
from tests.running_site import GENEROUS_SECONDS, ask

pytestmark = pytest.mark.postgresql
FORM = "/klopt-er-iets-niet/"
URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
LIVE = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
ROBOTS = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
HEAD = f"POST {FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {URLENCODED['Content-Type']}\r\n".encode()
UPLOAD = (
    HEAD.replace(URLENCODED["Content-Type"].encode(), b"multipart/form-data; boundary=rand")
    + b"Connection: close\r\nCookie: sessionid=over\r\n"
).replace(FORM.encode(), b"/beheer/sources/source/import/")  # the only ones who bring files
FILE = b'--rand\r\nContent-Disposition: form-data; name="f"; filename="f.xlsx"\r\n\r\nBESTAND\r\n--rand--\r\n'
SIZE_OF_FILE, PIECE = 20 * 1024**2, 128 * 1024
AT_ONCE = struct.pack("ii", 1, 0)  # hang up without a word


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
    visitor.sendall(HEAD + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % (LARGEST_REQUEST + 1))

    said = said_up_to(visitor, b"</html>")

    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"\r\nConnection: close\r\n" in said
    assert "Je stuurt meer dan 3 MB." in said.decode()


def test_what_comes_in_chunks_is_refused_where_it_can_be_read(visitor):
    visitor.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    for _ in range(100):
        visitor.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")  # goes on whatever we say
    visitor.sendall(b"0\r\n\r\n")
    visitor.shutdown(socket.SHUT_WR)
    said = all_of(visitor)

    assert said.startswith(b"HTTP/1.1 411 ")
    assert b"\r\nConnection: close\r\n" in said
    assert "of laat je programma de lengte meesturen" in said.decode()


def test_who_waits_for_leave_to_send_a_file_gets_it_once(visitor):
    before, after = FILE.split(b"BESTAND")
    size = len(before) + SIZE_OF_FILE + len(after)
    visitor.sendall(UPLOAD + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % size)
    first = visitor.recv(65536)
    visitor.sendall(before)
    for _ in range(SIZE_OF_FILE // PIECE):
        visitor.sendall(b"a" * PIECE)
    visitor.sendall(after)

    assert first == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert all_of(visitor).startswith(b"HTTP/1.1 413 ")  # read, and of somebody whose session is over


def test_who_leaves_halfway_harms_nobody(port, visitor):
    visitor.sendall(ROBOTS)
    said_up_to(visitor, b"Sitemap")
    for sent in (b"", b"GET /", HEAD + b"Content-Length: 9999\r\n\r\ntext=", LIVE, ROBOTS):
        for _ in range(10):
            leaver = socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_SECONDS)
            leaver.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            leaver.sendall(sent)
            leaver.close()
    visitor.sendall(ROBOTS)

    assert b"200 OK" in said_up_to(visitor, b"Sitemap")  # by the same process, over the same connection
    assert ask(port, "/livez").text == "ok"


def test_a_head_has_no_page_and_the_connection_goes_on(visitor):
    for _ in range(2):
        visitor.sendall(ROBOTS.replace(b"GET", b"HEAD"))
        head, end, page = said_up_to(visitor, b"\r\n\r\n").partition(b"\r\n\r\n")
        assert (head[:15], end, page) == (b"HTTP/1.1 200 OK", b"\r\n\r\n", b"")
    visitor.sendall(LIVE.replace(b"GET", b"HEAD"))

    assert all_of(visitor).endswith(b"\r\nConnection: close\r\n\r\n")


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


def test_who_asks_on_before_the_answer_is_answered_in_order(visitor):
    form = HEAD + b"Content-Length: 5\r\n\r\ntext="
    visitor.sendall(ROBOTS + form + ROBOTS + form + LIVE)

    said = all_of(visitor)

    assert re.findall(rb"HTTP/1\.1 (\d+)", said) == [b"200", b"422", b"200", b"422", b"200"]
    assert said.endswith(b"\r\n\r\nok")


def test_what_is_no_request_ends_the_connection_and_nothing_else(port):
    for sent in (b"\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"a" * (LONGEST_HEAD + 1)):
        with socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_SECONDS) as visitor:
            visitor.sendall(sent)
            assert all_of(visitor)[:12] in (b"HTTP/1.1 400", b"")

    assert ask(port, "/livez").text == "ok"


def test_what_nobody_can_read_is_refused_in_dutch(port):
    silent = []
    for line in (b"Content-Length: x", b"Transfer-Encoding: onzin", b"a b: c", b"X: " + b"a" * 9_000):
        with socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_SECONDS) as visitor:
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + line + b"\r\n\r\n")
            said = all_of(visitor).decode()
            if not said.startswith("HTTP/1.1 400") or "<h1>Dit formulier kunnen we niet lezen</h1>" not in said:
                silent.append(f"{line[:30]}: {said[:60]}")

    assert silent == []


def test_health_is_told_and_the_connection_ended(visitor):
    visitor.sendall(LIVE)

    assert all_of(visitor).endswith(b"\r\n\r\nok")
