"""One Dutch text analysis, for documents and for queries."""

import gc
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import Stemmer

from dutch.compounds import parts
from dutch.derivations import QUALITY, base, is_other_word
from dutch.lexicon import fold, lexicon
from dutch.tokens import LONGEST_WORD, Token, tokens, words
from dutch.words import FUNCTION_WORDS, PLURALS, QUESTION_WORDS

ANALYSIS_VERSION = 2  # goes up when words get other terms: all documents are written anew then

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
# Kraaij-Pohlmann takes "ge" off, which suits a participle and turns "gemeente" into "menen".
PREFIX_OF_PARTICIPLES = "ge"
# Two spellings of the same stem: "informeerde" and "informeren".
LONG_ENDING, SHORT_ENDING = "eer", "er"
SHORTEST_LONG_STEM = 6

_digits_or_letters = re.compile(r"[0-9]+|[^0-9-]+")


class Analysis(NamedTuple):
    """The terms under which a word is found."""

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
    known = lexicon()
    return known.lemma(word) is not None or known.is_common(word) or bool(analyse(word).parts)


@lru_cache(maxsize=50_000)
def analyse(word: str) -> Analysis:
    """Return the terms of a token's word; a word without letters or digits has none.

    A document is found by each of `terms`. A query's word matches by one term of `whole`, or by one of each of `parts`.
    """
    pieces = [piece for piece in map(fold, _digits_or_letters.findall(word[:LONGEST_WORD])) if piece]
    if not pieces:
        return Analysis((), (), ())
    part_words = _parts_of_pieces(pieces) if len(pieces) > 1 else parts(pieces[0], lexicon())
    whole = _whole_terms(pieces)
    part_terms = tuple(_terms(part) for part in part_words)
    smaller_terms = (_terms(smaller) for part in part_words for smaller in parts(part, lexicon(), WITHIN_COMPOUND))
    return Analysis(whole, part_terms, _distinct(chain(whole, *part_terms, *smaller_terms)))


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """Return a token's word as it is written, without accents, and each of its pieces: for names, which no stem has."""
    pieces = tuple(piece for piece in map(fold, _digits_or_letters.findall(word[:LONGEST_WORD])) if piece)
    return _distinct(("".join(pieces), *pieces)) if pieces else ()


def _parts_of_pieces(pieces: list[str]) -> tuple[str, ...]:
    # "e-mail" and "50-plussers" consist of words; "1-1-2", "3D" and "NT2" are names as a whole.
    if max(map(len, pieces)) < 3 and sum(len(piece) > 1 for piece in pieces) < 2:
        return ()
    words = [piece for piece in pieces if piece not in FUNCTION_WORDS]
    return tuple(chain.from_iterable(parts(piece, lexicon()) or (piece,) for piece in words))


def _whole_terms(pieces: list[str]) -> tuple[str, ...]:
    word, known = "".join(pieces), lexicon()
    words = list(chain.from_iterable(parts(piece, known, UNSURE) or (piece,) for piece in pieces))
    if len(words) == 1:
        return _terms(word)
    without_links = "".join(_terms(each)[0] for each in words)
    if known.lemma(word) is not None:
        return _distinct((*_terms(word), without_links))
    if len(pieces) == 1:
        return (without_links,)
    by_last_piece = word.removesuffix(pieces[-1]) + (known.lemma(pieces[-1]) or pieces[-1])
    return _distinct((without_links, _stem(by_last_piece)))


@lru_cache(maxsize=20_000)
def _terms(word: str) -> tuple[str, ...]:
    """Return the stems of a word's lemmas, of the likeliest one first."""
    return _distinct(map(_stem, _lemmas(word)))


def _lemmas(word: str) -> Iterator[str]:
    known = lexicon()
    if word in PLURALS:
        yield PLURALS[word]
    lemma = known.lemma(word) or word
    yield lemma
    if known.is_also_lemma(word):
        yield word
    # The table takes "huisjes" to "huisje" and "jongere" to "jong"; the second step is a separate row.
    if lemma.endswith("e"):
        yield known.lemma(lemma) or lemma


def _stem(lemma: str) -> str:
    known = lexicon()
    adjective = base(lemma, known) if lemma.endswith(QUALITY) else None
    if adjective:
        return _stem(adjective)
    if known.lemma(lemma) is None:
        # An unknown form may end in more than one ending, so that its stem is not its own stem ("euclidiaanse").
        return _bare_stem(_bare_stem(lemma))
    if is_other_word(lemma, known):
        return lemma
    stem = _stem_with_prefix(lemma)
    return lemma if _is_other_lemma(lemma, stem) else stem


def _stem_with_prefix(lemma: str) -> str:
    """Return the stem of a lemma, which is no participle and so keeps every "ge" that it has."""
    stem = _bare_stem(lemma)
    start, prefix, rest = lemma.partition(PREFIX_OF_PARTICIPLES)
    if rest and not stem.startswith(start + prefix):
        return start + prefix + _bare_stem(rest)
    return stem


def _is_other_lemma(lemma: str, stem: str) -> bool:
    """Tell whether a lemma in -e would fall together with another lemma, as "oudere" with "ouder"."""
    shorter = lemma.removesuffix("e")
    is_lemma = lexicon().is_also_lemma(shorter) or lexicon().lemma(shorter) == shorter
    return shorter != lemma and is_lemma and _bare_stem(shorter) == stem


def _bare_stem(word: str) -> str:
    stem = _stemmer().stemWord(word)
    if len(stem) >= SHORTEST_LONG_STEM and stem.endswith(LONG_ENDING):
        stem = stem.removesuffix(LONG_ENDING) + SHORT_ENDING
    return stem or word


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    # "dutch" is Kraaij-Pohlmann since Snowball 3; its own cache would keep every word a second time.
    return Stemmer.Stemmer("dutch", 0)


def _distinct(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
