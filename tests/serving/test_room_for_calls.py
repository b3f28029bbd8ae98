"""A request begins with a call that takes room for all others."""

import sys

from django.conf import settings

from serving.room_for_calls import with_room

PIECE = 16_384  # bytes: what Python takes at a time for its calls


def test_every_page_is_made_within_one_call_that_takes_more_than_a_piece():
    callers = []

    def answer(request):
        callers.append(sys._getframe(1).f_code)
        return request

    assert with_room(answer)("request") == "request"
    assert callers[0].co_stacksize * 8 > 8 * PIECE
    assert settings.MIDDLEWARE[0] == "serving.room_for_calls.with_room"
