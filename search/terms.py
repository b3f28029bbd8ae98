"""Words → search terms: the texts with which the database is asked for documents.

With a ``mark`` the terms are found only where that mark says, such as in a title.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dutch.analysis import analyse, spellings

from .documents.draft import ANYWHERE, AS_WRITTEN, IN_SUMMARY, WHOLE_TITLE

# how many places after the word before it a word may stand; between them are words like "en"
NEAR = (1, 2, 3)
NEAR_PARTS = (0, 1, 2, 3, 4)  # the same for parts of one compound, in either order


def any_way(ways: Iterable[str]) -> str:
    """Search terms that are found by any of these; empty ones say nothing."""
    return " | ".join([f"({way})" for way in ways if way])


def all_words(words: Iterable[str], mark: str = ANYWHERE) -> str:
    """All of these words, wherever they stand."""
    terms = [one_word(word, mark) for word in words]
    return " & ".join(filter(None, terms))


def words_nearby(words: Sequence[str]) -> str:
    """Words close together in this order, of another way to say it; far apart in a long text they say something else.

    A narrower place is short, and needs no such rule.
    """
    if len(words) == 1:
        return one_word(words[0])
    terms = whole(words[0])
    for word in words[1:]:
        steps = [f"{terms} <{step}> {whole(word)}" for step in NEAR]
        terms = "(" + " | ".join(steps) + ")"
    return terms


def one_word(word: str, mark: str = ANYWHERE) -> str:
    """A word: one of its own terms, or all parts of a compound, close together; empty where it says nothing."""
    analysis = analyse(word)
    if not analysis.whole:
        return ""
    ways = [whole(word, mark)]
    if analysis.parts:
        ways.append(parts_together(analysis.parts, mark))
    pieces = spellings(word)[1:]
    if len(pieces) > 1:
        written = [any_term([AS_WRITTEN + piece], mark) for piece in pieces]
        ways.append(" & ".join(written))
    return f"({any_way(ways)})"


def no_piece_of_a_name(word: str) -> str:
    """An ordinary word that is all that was asked: the whole name of a place, as *wijk* is no Wijk bij Duurstede."""
    stem = analyse(word).whole[0]
    piece = AS_WRITTEN + spellings(word)[0]
    called_so = f"'{piece}':B | ('{piece}':A & '{WHOLE_TITLE}{stem}')"
    ways = [any_term(analyse(word).whole), called_so]
    if analyse(word).parts:
        ways.append(parts_together(analyse(word).parts, ANYWHERE))
    return f"({any_way(ways)})"


def parts_together(parts: Sequence[Sequence[str]], mark: str) -> str:
    """All parts of a compound: each near the next one, or all in a narrower place, which is short."""
    if mark:
        return " & ".join([any_term(part, mark) for part in parts])
    pairs = []
    for one, other in pairwise(map(any_term, parts)):
        pairs.append(close_together(one, other))
    in_summary = [any_term(part, IN_SUMMARY) for part in parts]
    return any_way([" & ".join(pairs), " & ".join(in_summary)])


def close_together(one: str, other: str) -> str:
    """Two terms with a few places between them, whichever comes first."""
    after = [f"{one} <{step}> {other}" for step in NEAR_PARTS]
    before = [f"{other} <{step}> {one}" for step in NEAR_PARTS[1:]]
    return f"({any_way(after + before)})"


def whole(word: str, mark: str = ANYWHERE) -> str:
    """A word as itself or as a name that is written so, not its parts."""
    joined = spellings(word)[0]
    return any_term(
        [*analyse(word).whole, AS_WRITTEN + joined],
        mark,
    )


def any_term(terms: Iterable[str], mark: str = ANYWHERE) -> str:
    """One of these terms, as the database wants them."""
    quoted = [f"'{mark}{term}'" for term in terms]
    return "(" + " | ".join(quoted) + ")"
