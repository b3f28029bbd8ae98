"""How long the web server waits for a request; ``tests/faults`` has the rest."""

import socket

from bieb_netwerk.web_worker import SLOWEST_LINE, WHOLE_WITHIN, Visitor


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
