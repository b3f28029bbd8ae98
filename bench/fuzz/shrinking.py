"""A request that goes wrong, made as small as it can be while it goes wrong in the same way."""

from dataclasses import replace

MOST_TRIES = 150


def smallest(question, goes_wrong):
    """The same question without all that does not matter; ``goes_wrong(question)`` says whether it still does."""
    tries = 0
    is_smaller = True
    while is_smaller:
        is_smaller = False
        for smaller in _smaller(question):
            tries += 1
            if tries > MOST_TRIES:
                return question
            if goes_wrong(smaller):
                question, is_smaller = smaller, True
                break
    return question


def _smaller(question):
    """Questions with a piece less, large pieces first."""
    for headers in _without_some(question.headers):
        yield replace(question, headers=headers)
    for query in _without_some(question.query):
        yield replace(question, query=query)
    yield from _with_less_body(question)
    if question.visitor != "niemand":
        yield replace(question, visitor="niemand")
    if question.method not in ("GET", "POST"):
        yield replace(question, method="POST" if question.body else "GET")


def _with_less_body(question):
    if question.body is None:
        return
    yield replace(question, body=None)
    for parts in _without_some(question.body.parts):
        yield replace(question, body=replace(question.body, parts=parts))


def _without_some(pieces):
    """A tuple without all of it, a half, a quarter … down to one."""
    size = len(pieces)
    while size:
        for start in range(0, len(pieces), size):
            yield pieces[:start] + pieces[start + size :]
        size //= 2
