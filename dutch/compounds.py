"""Where a Dutch compound falls apart."""

from collections.abc import Iterator
from typing import NamedTuple

from dutch.derivations import base
from dutch.lexicon import Lexicon
from dutch.words import COMPOUNDS, LINKS, PREFIXES, SUFFIXES

SHORTEST_PART = 3
# Among the shorter common words are too many names, abbreviations and foreign words.
SHORTEST_COMMON_PART = 4
# From here on a longer part is no better evidence.
LONG_PART = 8


class Split(NamedTuple):
    """One way to take a word apart in two, and how much speaks for it."""

    first: str
    last: str
    score: float


class Weights(NamedTuple):
    """What each property of a word and of its parts adds to the score of a split."""

    always: float
    first_length: float
    last_length: float
    short_first: float
    in_table: float
    name: float
    link_e: float
    last_is_verb: float
    word_is_verb: float
    word_is_adjective: float
    last_is_lemma: float
    word_frequency: float
    last_frequency: float
    least_frequency: float


# Fitted by `manage.py fit_compounds` on half of the compounds and other words that Universal Dependencies has for
# Dutch; the first is chosen so that a score over zero splits 4.5% of the other words. A common word stays
# whole unless its parts are much more common still.
WEIGHTS = Weights(
    always=-0.47,
    first_length=0.3,
    last_length=0.4,
    short_first=-0.5,
    in_table=-1.4,
    name=-1.8,
    link_e=-0.5,
    last_is_verb=-1.0,
    word_is_verb=-0.9,
    word_is_adjective=-0.7,
    last_is_lemma=0.4,
    word_frequency=-2.2,
    last_frequency=0.6,
    least_frequency=0.8,
)


def parts(
    word: str,
    lexicon: Lexicon,
    least: float = 0,
) -> tuple[str, ...]:
    """Return the two or more parts of a folded compound, without what joins them; empty for any other word.

    With a `least` under zero, less sure splits are taken too.
    """
    for known in (word, lexicon.lemma(word)):
        if known in COMPOUNDS:
            return COMPOUNDS[known]
    best = best_split(word, lexicon)
    if best is None or best.score <= least:
        return ()
    halves: list[str] = []
    for half in (best.first, best.last):
        halves += parts(half, lexicon, least) or (half,)
    return tuple(halves)


def best_split(word: str, lexicon: Lexicon) -> Split | None:
    """Return the way to take a word apart that has the highest score; None where there is no way."""
    best = None
    for first, link, last in splits(word, lexicon):
        score = 0.0
        for weight, value in zip(
            WEIGHTS,
            properties(word, first, link, last, lexicon),
            strict=True,
        ):
            score += weight * value
        if best is None or score > best.score:
            best = Split(first, last, score)
    return best


def properties(
    word: str, first: str, link: str, last: str, lexicon: Lexicon
) -> Weights:
    """Return the properties of a split, in the order of their weights."""
    word_lemma = lexicon.lemma(word)
    last_lemma = lexicon.lemma(last)
    lemma = word_lemma or word
    first_frequency = max(lexicon.frequency(first), lexicon.frequency(first + link))
    last_frequency = lexicon.frequency(last)
    last_base = base(last, lexicon) or last_lemma or last
    last_base_frequency = lexicon.frequency(last_base)
    return Weights(
        always=1,
        first_length=min(len(first), LONG_PART),
        last_length=min(len(last), LONG_PART),
        short_first=len(first) == SHORTEST_PART,
        in_table=word_lemma is not None,
        # A common word without a lemma is mostly the name of a place or person (Noordwijk).
        name=word_lemma is None and lexicon.is_common(word),
        link_e=link in ("e", "en"),
        last_is_verb=lexicon.is_verb(last_lemma or last),
        word_is_verb=lexicon.is_verb(lemma),
        word_is_adjective=lexicon.is_adjective(lemma),
        last_is_lemma=last_lemma == last,
        word_frequency=max(lexicon.frequency(word), lexicon.frequency(lemma)),
        last_frequency=last_frequency,
        least_frequency=min(first_frequency, max(last_frequency, last_base_frequency)),
    )


def splits(
    word: str,
    lexicon: Lexicon,
) -> Iterator[tuple[str, str, str]]:
    """Yield every first part, link and last part that a word can consist of."""
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        last = word[place:]
        if last in SUFFIXES or not is_part(last, lexicon):
            continue
        for link in LINKS:
            first = word[: place - len(link)]
            if not word[:place].endswith(link) or first in PREFIXES:
                continue
            if are_parts(first, last, lexicon):
                yield first, link, last


def are_parts(
    first: str,
    last: str,
    lexicon: Lexicon,
) -> bool:
    """Tell whether these two, of which the last is a word, can be the parts of a Dutch word.

    Of two words that are common and not in the table, the whole is foreign or a name (sharepoint).
    """
    is_dutch = lexicon.lemma(first) or lexicon.lemma(last) or base(last, lexicon)
    return bool(is_dutch) and is_part(first, lexicon)


def is_part(piece: str, lexicon: Lexicon) -> bool:
    """Tell whether a piece of a word is a word that can be a part of others."""
    if len(piece) < SHORTEST_PART:
        return False
    if lexicon.lemma(piece) is not None:
        return True
    is_known = lexicon.is_common(piece) or base(piece, lexicon)
    return len(piece) >= SHORTEST_COMMON_PART and bool(is_known)
