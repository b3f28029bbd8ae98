"""How long the web server waits for a request, and how its workers start; ``tests/faults`` has the rest."""

import runpy
import socket

import pytest

from serving.web_worker import SLOWEST_LINE, WHOLE_WITHIN, Visitor


def test_who_goes_on_sending_has_as_long_as_a_slow_line_takes():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        visitor = Visitor(None, ours, None, None)
        visitor.begin_request()
        at_first = visitor.timeout - visitor.begun_at
        for _ in range(10):
            theirs.sendall(b"a" * SLOWEST_LINE)
            visitor.read()
        visitor.close()

    assert round(at_first) == WHOLE_WITHIN
    assert round(visitor.timeout - visitor.begun_at) == WHOLE_WITHIN + 10


@pytest.mark.parametrize(("debug", "is_shared"), [(None, True), ("0", True), ("false", True), ("1", False)])
def test_workers_share_what_was_loaded_unless_code_is_read_again(monkeypatch, debug, is_shared):
    if debug is None:
        monkeypatch.delenv("DEBUG", raising=False)
    else:
        monkeypatch.setenv("DEBUG", debug)

    assert runpy.run_path("deploy/gunicorn.conf.py")["preload_app"] is is_shared
