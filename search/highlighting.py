"""Marking in a text what was searched for, found by the same analysis as the text itself."""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dutch.analysis import Token, analyse, tokens

LONGEST_LINE = 220  # characters
BEFORE = 80  # characters that stay before the first marked word
MARK = "<mark>"
END_OF_MARK = "</mark>"


@lru_cache(maxsize=2_000)
def marked(
    text: str,
    terms: frozenset[str],
) -> SafeString:
    """The text as HTML, with ``<mark>`` around every word that has one of the terms."""
    if not terms:
        return escape(text)
    pieces = []
    done = 0  # characters of the text that are among the pieces
    for token in tokens(text):
        if is_wanted(token.word, terms):
            text_before = text[done : token.start]
            word = text[token.start : token.end]
            pieces.append(escape(text_before))
            pieces.append(MARK)
            pieces.append(escape(word))
            pieces.append(END_OF_MARK)
            done = token.end
    text_after = text[done:]
    pieces.append(escape(text_after))
    return mark_safe("".join(pieces))  # noqa: S308 every piece of text is escaped


def has_mark(html: str) -> bool:
    """Whether anything is marked in what ``marked`` gave."""
    return MARK in html


def telling_line(text: str, terms: frozenset[str]) -> str:
    """The part of a long text around the first word with one of the terms; empty without one.

    It stays within one line of the text, which is a paragraph or a field.
    """
    for line in text.split("\n"):
        for token in tokens(line):
            if is_wanted(token.word, terms):
                return part_around(token, line)
    return ""


@lru_cache(maxsize=20_000)
def is_wanted(
    word: str,
    terms: frozenset[str],
) -> bool:
    """Whether a word is found by one of these terms."""
    terms_of_word = analyse(word).terms
    return not terms.isdisjoint(terms_of_word)


def part_around(token: Token, line: str) -> str:
    """A piece of the line around a word, cut between words where there are any; with dots where it is cut."""
    start = beginning_before(token, line)
    latest = start + LONGEST_LINE
    end = ending_after(token, line, latest)
    part = line[start:end].strip()
    if start:
        part = f"… {part}"
    if end < len(line):
        part = f"{part} …"
    return part


def beginning_before(token: Token, line: str) -> int:
    """Where the piece begins: with the line, else with a word not too far before the token."""
    if token.start <= BEFORE:
        return 0
    earliest = token.start - BEFORE
    space = line.find(" ", earliest, token.start)
    if space < 0:
        return earliest
    return space + 1


def ending_after(token: Token, line: str, latest: int) -> int:
    """Where the piece ends: with the line, else with the last word that fits, else where nothing fits any more."""
    if len(line) <= latest:
        return len(line)
    space = line.rfind(" ", token.end, latest)
    if space > token.end:
        return space
    return max(latest, token.end)
