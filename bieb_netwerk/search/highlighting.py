"""Marking in a text what was searched for, found by the same analysis as the text itself."""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .analysis import analyse, tokens

LONGEST_LINE = 220  # characters
BEFORE = 80  # characters that stay before the first marked word


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
                return _around(line, token.start)
    return ""


@lru_cache(maxsize=20_000)
def _is_wanted(word, terms):
    return not terms.isdisjoint(analyse(word).terms)


def _around(line, place):
    """A piece of the line, cut between words."""
    start = line.find(" ", place - BEFORE) + 1 if place > BEFORE else 0
    end = line.rfind(" ", 0, start + LONGEST_LINE) if len(line) > start + LONGEST_LINE else len(line)
    return f"{'… ' if start else ''}{line[start:end].strip()}{' …' if end < len(line) else ''}"
