"""Room for all the calls of one request.

Python keeps what its calls work with in pieces of 16 kilobytes. Where the end of one lies halfway a template, each
small call from there asks the system for a new piece and gives it back: pages took half as long again, or twice as
long, depending on how many calls came before. One call that needs more than a piece gets one in which all others fit.
"""

SLOTS = 20_000  # of 8 bytes: a piece of 256 kilobytes, of which a hundred are left for other calls


def with_room(get_response):
    """Call what answers from a function that says that it needs so much."""

    def middleware(request):
        return get_response(request)

    middleware.__code__ = middleware.__code__.replace(co_stacksize=SLOTS)
    return middleware
