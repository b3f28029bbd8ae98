"""Marking in a text what was searched for, found by the same analysis as the text itself."""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import mark_safe

from dutch.analysis import analyse, tokens

LONGEST_LINE = 220  # characters
BEFORE = 80  # characters that stay before the first marked word


@lru_cache(maxsize=2_000)
def marked(text, terms):
    """The text as HTML, with ``<mark>`` around every word that has one of the terms, a frozen set."""
    pieces, done = [], 0
    for token in tokens(text) if terms else ():
        if _is_wanted(token.word, terms):
            pieces += [escape(text[done : token.start]), "<mark>", escape(text[token.start : token.end]), "</mark>"]
            done = token.end
    pieces.append(escape(text[done:]))
    return mark_safe("".join(pieces))  # noqa: S308 every piece of text is escaped


def telling_line(text, terms):
    """The part of a long text around the first word with one of the terms; empty without one."""
    for line in text.split("\n"):
        for token in tokens(line):
            if _is_wanted(token.word, terms):
                return _around(line, token)
    return ""


@lru_cache(maxsize=20_000)
def _is_wanted(word, terms):
    return not terms.isdisjoint(analyse(word).terms)


def _around(line, token):
    """A piece of the line around a word, cut between words where there are any."""
    start = _cut(line, max(token.start - BEFORE, 0), token.start) if token.start > BEFORE else 0
    latest = start + LONGEST_LINE
    end = len(line) if len(line) <= latest else max(line.rfind(" ", token.end, latest), token.end)
    end = latest if end == token.end and len(line) > latest and token.end < latest else end
    return f"{'… ' if start else ''}{line[start:end].strip()}{' …' if end < len(line) else ''}"


def _cut(line, earliest, latest):
    """The first beginning of a word in this part of the line, else where the part begins."""
    space = line.find(" ", earliest, latest)
    return space + 1 if space >= 0 else earliest
