"""Words → search terms: the texts with which the database is asked for documents.

They are in the language of PostgreSQL's ``tsquery``. ``'taal' & 'huis'`` has both terms, ``'taal' | 'huis'`` one of
them, and ``'taal' <2> 'huis'`` has the second one two places after the first. With a ``mark`` the terms are found only
where that mark says: ``'1_taal'`` in a title, ``'2_taal'`` in a title or summary. A word is found as well by a term
that is written like it, ``'3_samen'``, as the words of names of places are.
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
    in_brackets = [f"({way})" for way in ways if way]
    return " | ".join(in_brackets)


def all_words(
    words: Iterable[str],
    mark: str = ANYWHERE,
) -> str:
    """All of these words, wherever they stand."""
    terms = [one_word(word, mark) for word in words]
    return " & ".join(filter(None, terms))


def words_together(
    words: Sequence[str],
    mark: str = ANYWHERE,
) -> str:
    """Words that belong together, close together in this order; far apart in a long text they say something else.

    A narrower place is short, and needs no such rule. "samen eten" is ``('saam' | '3_samen') <1> ('eet' | '3_eten')``,
    or the same with a step of 2 or 3.
    """
    if mark or len(words) == 1:
        return all_words(words, mark)
    return whole_words_together(words)


def whole_words_together(
    words: Sequence[str],
    mark: str = ANYWHERE,
) -> str:
    """The same, of which no word is found by its parts."""
    if mark:
        return " & ".join([whole(word, mark) for word in words])
    terms = whole(words[0])
    for word in words[1:]:
        next_word = whole(word)
        ways = [f"{terms} <{step}> {next_word}" for step in NEAR]
        terms = any_of(ways)
    return terms


def one_word(word: str, mark: str = ANYWHERE) -> str:
    """A word: one of its own terms, or all parts of a compound, close together; empty where it says nothing.

    In a title "taalhuis" is ``((('1_taalhuis' | '1_3_taalhuis')) | (('1_taal') & ('1_huis')))``.
    """
    analysis = analyse(word)
    if not analysis.whole:
        return ""
    ways = [whole(word, mark)]
    if analysis.parts:
        ways.append(parts_together(analysis.parts, mark))
    _, *pieces = spellings(word)
    if len(pieces) > 1:
        ways.append(all_pieces(pieces, mark))
    return f"({any_way(ways)})"


def all_pieces(pieces: Iterable[str], mark: str) -> str:
    """All pieces of a word with hyphens, as the name of a place may have them: Baarle-Nassau."""
    terms = [any_term([AS_WRITTEN + piece], mark) for piece in pieces]
    return " & ".join(terms)


def no_piece_of_a_name(word: str) -> str:
    """An ordinary word that is all that was asked: the whole name of a place, as *wijk* is no Wijk bij Duurstede.

    A place has its names at positions with an A, and what lies in it at those with a B. So "wijk" is
    ``((('wijk')) | ('3_wijk':B | ('3_wijk':A & '0_wijk')))``: in a name only where that is the whole title.
    """
    analysis = analyse(word)
    name = AS_WRITTEN + spellings(word)[0]
    whole_title = WHOLE_TITLE + analysis.whole[0]
    called_so = f"'{name}':B | ('{name}':A & '{whole_title}')"
    ways = [any_term(analysis.whole), called_so]
    if analysis.parts:
        ways.append(parts_together(analysis.parts, ANYWHERE))
    return f"({any_way(ways)})"


def parts_together(
    parts: Sequence[Sequence[str]],
    mark: str,
) -> str:
    """All parts of a compound: each near the next one, or all in a narrower place, which is short."""
    if mark:
        return all_parts(parts, mark)
    pairs = []
    for part, next_part in pairwise(parts):
        pairs.append(close_together(any_term(part), any_term(next_part)))
    in_text = " & ".join(pairs)
    in_summary = all_parts(parts, IN_SUMMARY)
    return any_way([in_text, in_summary])


def all_parts(
    parts: Iterable[Sequence[str]],
    mark: str,
) -> str:
    """All parts of a compound in the place that the mark says."""
    terms = [any_term(part, mark) for part in parts]
    return " & ".join(terms)


def close_together(one: str, other: str) -> str:
    """Two terms with a few places between them, whichever comes first.

    Parts of one word stand at the same place, which either order says.
    """
    same_place, *further = NEAR_PARTS
    ways = [f"{one} <{same_place}> {other}"]
    for step in further:
        ways.append(f"{one} <{step}> {other}")
    for step in further:
        ways.append(f"{other} <{step}> {one}")
    return f"({any_way(ways)})"


def whole(word: str, mark: str = ANYWHERE) -> str:
    """A word as itself or as a name that is written so, not its parts: ``('oudere' | 'oud' | '3_ouderen')``."""
    spelling = spellings(word)[0]
    terms = [*analyse(word).whole, AS_WRITTEN + spelling]
    return any_term(terms, mark)


def any_term(
    terms: Iterable[str],
    mark: str = ANYWHERE,
) -> str:
    """One of these terms, as the database wants them: ``('2_oud' | '2_ouder')``."""
    quoted = [f"'{mark}{term}'" for term in terms]
    return any_of(quoted)


def any_of(ways: Iterable[str]) -> str:
    """Any of these ways, none of which is empty, as one term of a larger whole."""
    joined = " | ".join(ways)
    return f"({joined})"
