"""Where a Dutch compound falls apart."""

from collections.abc import Iterable, Iterator
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
    """One way to take a word apart: two parts, and what joins them, mostly nothing."""

    first: str
    link: str
    last: str


class Weights(NamedTuple):
    """What each property of a word and of its parts adds to the score of a split.

    The properties of one split have the same names: a length in letters, a frequency as the lexicon gives it, and
    1 or 0 for what is so or is not.
    """

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
    split = best_split(word, lexicon, least)
    if split is None:
        return ()
    halves: list[str] = []
    for half in (split.first, split.last):
        halves += parts(half, lexicon, least) or (half,)
    return tuple(halves)


def best_split(
    word: str,
    lexicon: Lexicon,
    least: float,
) -> Split | None:
    """Return the way to take a word apart that has the highest score; None where none scores above `least`."""
    best = None
    highest = least
    for split in splits(word, lexicon):
        score = score_of(
            properties(word, split, lexicon),
            WEIGHTS,
        )
        if score > highest:
            best = split
            highest = score
    return best


def score_of(
    properties_of_split: Iterable[float],
    weights: Iterable[float],
) -> float:
    """Return how much speaks for a split: over zero it is more likely right than wrong."""
    score = 0.0
    for value, weight in zip(properties_of_split, weights, strict=True):
        score += weight * value
    return score


def properties(
    word: str,
    split: Split,
    lexicon: Lexicon,
) -> Weights:
    """Return the properties of a split, in the order of their weights."""
    last = split.last
    word_lemma = lexicon.lemma(word)
    last_lemma = lexicon.lemma(last)
    lemma = word_lemma or word
    return Weights(
        always=1,
        first_length=min(len(split.first), LONG_PART),
        last_length=min(len(last), LONG_PART),
        short_first=len(split.first) == SHORTEST_PART,
        in_table=word_lemma is not None,
        # A common word without a lemma is mostly the name of a place or person (Noordwijk).
        name=word_lemma is None and lexicon.is_common(word),
        link_e=split.link in ("e", "en"),
        last_is_verb=lexicon.is_verb(last_lemma or last),
        word_is_verb=lexicon.is_verb(lemma),
        word_is_adjective=lexicon.is_adjective(lemma),
        last_is_lemma=last_lemma == last,
        word_frequency=max(lexicon.frequency(word), lexicon.frequency(lemma)),
        last_frequency=lexicon.frequency(last),
        least_frequency=least_frequency(split, lexicon),
    )


def least_frequency(split: Split, lexicon: Lexicon) -> float:
    """Return how common the rarer one of the two parts is, each in the most common of its forms."""
    first, link, last = split
    first_frequency = max(
        lexicon.frequency(first),
        lexicon.frequency(first + link),
    )
    last_base = base(last, lexicon) or lexicon.lemma(last) or last
    last_frequency = max(
        lexicon.frequency(last),
        lexicon.frequency(last_base),
    )
    return min(first_frequency, last_frequency)


def splits(
    word: str,
    lexicon: Lexicon,
) -> Iterator[Split]:
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
                yield Split(first, link, last)


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
