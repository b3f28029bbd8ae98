"""One Dutch text analysis, for documents and for queries."""

import gc
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dutch.compounds import parts
from dutch.lexicon import fold, lexicon
from dutch.stems import distinct, stem_of, terms_of
from dutch.tokens import LONGEST_WORD, Token, tokens, words
from dutch.words import FUNCTION_WORDS, QUESTION_WORDS

# goes up when words get other terms: all documents are written anew then
ANALYSIS_VERSION = 4

__all__ = [
    "ANALYSIS_VERSION",
    "Analysis",
    "Token",
    "analyse",
    "is_known",
    "is_question_word",
    "is_stop_word",
    "prepare",
    "spellings",
    "tokens",
    "words",
]

# A less sure split serves to spell the whole word without its links ("regeringsfractie", "regeringfractie"), and only
# for that: nothing else finds the word by such parts.
UNSURE = -4.0
# A part of a compound is taken further apart than the same word by itself: that word is found by its own name, but of
# "schuldhulpverlening" one may remember just "hulp". A query does without, and asks for "schuld" and "hulpverlening".
WITHIN_COMPOUND = -2.5

DIGITS_OR_LETTERS = re.compile(r"[0-9]+|[^0-9-]+")


class Analysis(NamedTuple):
    """The terms under which a word is found.

    A query's word matches by one term of `whole`, or by one term of each of `parts`, which is empty where the word is
    no compound. A document is found by each of `terms`: those of the whole, of its parts, and of the parts of these.
    """

    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    terms: tuple[str, ...]


def prepare() -> None:
    """Read the word lists, which otherwise happens at the first word; for a server, before it forks.

    What is there by then stays until the end, so that nobody has to look for garbage in it again.
    """
    analyse("voorbereiding")
    gc.collect()
    gc.freeze()


def is_stop_word(word: str) -> bool:
    """Tell whether a normalised word is a function word, by which nobody means to search."""
    return word in FUNCTION_WORDS


def is_question_word(word: str) -> bool:
    """Tell whether a normalised word only says that something is asked, as long as other words say what."""
    return word in QUESTION_WORDS


def is_known(word: str) -> bool:
    """Tell whether a normalised word is in the lexicon, or made of words that are."""
    return is_in_lexicon(word) or bool(analyse(word).parts)


def is_in_lexicon(word: str) -> bool:
    """Tell whether a normalised word is itself one that people write, and not only made of such words."""
    return is_in_dictionary(word) or lexicon().is_common(word)


def is_in_dictionary(word: str) -> bool:
    """Tell whether a normalised word is itself in the list of lemmas, as most names of places are not."""
    return lexicon().lemma(word) is not None


@lru_cache(maxsize=50_000)
def analyse(word: str) -> Analysis:
    """Return the terms of a token's word; a word without letters or digits has none."""
    pieces = pieces_of(word)
    if not pieces:
        return Analysis((), (), ())
    if len(pieces) > 1:
        part_words = parts_of_pieces(pieces)
    else:
        part_words = parts(pieces[0], lexicon())
    whole = whole_terms(pieces)
    terms_of_parts = [terms_of(part) for part in part_words]
    terms = list(whole)
    for terms_of_part in terms_of_parts:
        terms += terms_of_part
    for part in part_words:
        for smaller_part in parts(part, lexicon(), WITHIN_COMPOUND):
            terms += terms_of(smaller_part)
    return Analysis(
        whole=whole,
        parts=tuple(terms_of_parts),
        terms=distinct(terms),
    )


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """Return a token's word as it is written, without accents, and each of its pieces: for names, which no stem has."""
    pieces = pieces_of(word)
    if not pieces:
        return ()
    whole = "".join(pieces)
    return distinct([whole, *pieces])


def pieces_of(word: str) -> list[str]:
    """Return the runs of letters and of digits that a token's word consists of, folded."""
    pieces = []
    for spelling in DIGITS_OR_LETTERS.findall(word[:LONGEST_WORD]):
        piece = fold(spelling)
        if piece:
            pieces.append(piece)
    return pieces


def parts_of_pieces(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a token in pieces: "e-mail" consists of words, "1-1-2", "3D" and "NT2" are names."""
    longest = max(map(len, pieces))
    with_several_letters = [piece for piece in pieces if len(piece) > 1]
    if longest < 3 and len(with_several_letters) < 2:
        return ()
    words: list[str] = []
    for piece in pieces:
        if piece not in FUNCTION_WORDS:
            words += parts(piece, lexicon()) or (piece,)
    return tuple(words)


def whole_terms(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the terms of a token's word as one word, also where it is written with other links or without."""
    known = lexicon()
    components: list[str] = []
    for piece in pieces:
        components += parts(piece, known, UNSURE) or (piece,)
    word = "".join(pieces)
    if len(components) == 1:
        return terms_of(word)
    first_terms = [terms_of(component)[0] for component in components]
    without_links = "".join(first_terms)
    if known.lemma(word) is not None:
        return distinct([*terms_of(word), without_links])
    if len(pieces) == 1:
        return (without_links,)
    last_piece = pieces[-1]
    last_lemma = known.lemma(last_piece) or last_piece
    with_last_lemma = word.removesuffix(last_piece) + last_lemma
    return distinct([without_links, stem_of(with_last_lemma)])
