"""Visitors who take all the time in the world keep nobody else waiting."""

import pytest

from tests.running_site import ask_together
from tests.slow_visitors import KINDS, slow_visitors

pytestmark = pytest.mark.postgresql
MANY = 40  # ten times as many as there are threads
ADDRESSES = ["/livez", "/themas/", "/praktijkvoorbeelden/"]


def test_slow_visitors_keep_nobody_waiting(port):
    waiting = []
    for kind in KINDS:
        with slow_visitors(port, kind, MANY):  # they go on until every answer is in
            answers = ask_together(port, ADDRESSES)
        waiting += [
            f"{kind}: {address}" for address, answer in zip(ADDRESSES, answers, strict=True) if answer.status != 200
        ]

    assert waiting == []
