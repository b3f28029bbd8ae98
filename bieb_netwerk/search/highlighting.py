"""Marking in a text what was searched for, found by the same analysis as the text itself."""

from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from .analysis import analyse, tokens

LONGEST_LINE = 220  # characters
BEFORE = 80  # characters that stay before the first marked word


def marked(text, terms):
    """The text as HTML, with ``<mark>`` around every word that has one of the terms."""
    pieces, done = [], 0
    for token in tokens(text) if terms else ():
        if terms.intersection(analyse(token.word).terms):
            pieces += [conditional_escape(text[done : token.start]), "<mark>", _word(text, token), "</mark>"]
            done = token.end
    pieces.append(conditional_escape(text[done:]))
    return mark_safe("".join(pieces))  # noqa: S308 every piece of text is escaped


def has_match(text, terms):
    """Whether some word of the text has one of the terms."""
    return any(terms.intersection(analyse(token.word).terms) for token in tokens(text))


def telling_line(text, terms):
    """The part of a long text around the first word with one of the terms; empty without one."""
    for line in text.split("\n"):
        for token in tokens(line):
            if terms.intersection(analyse(token.word).terms):
                return _around(line, token.start)
    return ""


def _word(text, token):
    return conditional_escape(text[token.start : token.end])


def _around(line, place):
    """A piece of the line, cut between words."""
    start = line.find(" ", place - BEFORE) + 1 if place > BEFORE else 0
    end = line.rfind(" ", 0, start + LONGEST_LINE) if len(line) > start + LONGEST_LINE else len(line)
    return f"{'… ' if start else ''}{line[start:end].strip()}{' …' if end < len(line) else ''}"
