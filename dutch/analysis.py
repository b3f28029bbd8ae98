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

# goes up when words get other terms: all documents are written anew then
ANALYSIS_VERSION = 2

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
LONG_ENDING = "eer"
SHORT_ENDING = "er"
SHORTEST_LONG_STEM = 6

DIGITS_OR_LETTERS = re.compile(r"[0-9]+|[^0-9-]+")


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
    return (
        known.lemma(word) is not None
        or known.is_common(word)
        or bool(analyse(word).parts)
    )


def is_in_dictionary(word: str) -> bool:
    """Tell whether a normalised word is itself in the list of lemmas, as most names of places are not."""
    return lexicon().lemma(word) is not None


@lru_cache(maxsize=50_000)
def analyse(word: str) -> Analysis:
    """Return the terms of a token's word; a word without letters or digits has none.

    A document is found by each of `terms`. A query's word matches by one term of `whole`, or by one of each of `parts`.
    """
    pieces = pieces_of(word)
    if not pieces:
        return Analysis((), (), ())
    if len(pieces) > 1:
        part_words = parts_of_pieces(pieces)
    else:
        part_words = parts(pieces[0], lexicon())
    whole = whole_terms(pieces)
    part_terms = tuple(terms_of(part) for part in part_words)
    terms = list(chain(whole, *part_terms))
    for part in part_words:
        for smaller in parts(part, lexicon(), WITHIN_COMPOUND):
            terms += terms_of(smaller)
    return Analysis(whole, part_terms, distinct(terms))


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
    pieces = map(fold, DIGITS_OR_LETTERS.findall(word[:LONGEST_WORD]))
    return list(filter(None, pieces))


def parts_of_pieces(pieces: list[str]) -> tuple[str, ...]:
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


def whole_terms(pieces: list[str]) -> tuple[str, ...]:
    """Return the terms of a token's word as one word, also where it is written with other links or without."""
    word = "".join(pieces)
    known = lexicon()
    components: list[str] = []
    for piece in pieces:
        components += parts(piece, known, UNSURE) or (piece,)
    if len(components) == 1:
        return terms_of(word)
    without_links = "".join(terms_of(component)[0] for component in components)
    if known.lemma(word) is not None:
        return distinct([*terms_of(word), without_links])
    if len(pieces) == 1:
        return (without_links,)
    last_piece = pieces[-1]
    last_lemma = known.lemma(last_piece) or last_piece
    by_last_piece = word.removesuffix(last_piece) + last_lemma
    return distinct([without_links, stem_of(by_last_piece)])


@lru_cache(maxsize=20_000)
def terms_of(word: str) -> tuple[str, ...]:
    """Return the stems of a word's lemmas, of the likeliest one first."""
    return distinct(map(stem_of, lemmas_of(word)))


def lemmas_of(word: str) -> Iterator[str]:
    """Yield the words of which this one is a form, and itself where it has forms of its own."""
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


def stem_of(lemma: str) -> str:
    """Return what the forms of a lemma have in common."""
    known = lexicon()
    if lemma.endswith(QUALITY):
        adjective = base(lemma, known)
        if adjective:
            return stem_of(adjective)
    if known.lemma(lemma) is None:
        # An unknown form may end in more than one ending, so that its stem is not its own stem ("euclidiaanse").
        return bare_stem(bare_stem(lemma))
    if is_other_word(lemma, known):
        return lemma
    stem = stem_with_prefix(lemma)
    if is_stem_of_other_word(lemma, stem):
        return lemma
    return stem


def stem_with_prefix(lemma: str) -> str:
    """Return the stem of a lemma, which is no participle and so keeps every "ge" that it has."""
    stem = bare_stem(lemma)
    start, prefix, rest = lemma.partition(PREFIX_OF_PARTICIPLES)
    if rest and not stem.startswith(start + prefix):
        return start + prefix + bare_stem(rest)
    return stem


def is_stem_of_other_word(lemma: str, stem: str) -> bool:
    """Tell whether a lemma in -e would fall together with another lemma, as "oudere" with "ouder"."""
    shorter = lemma.removesuffix("e")
    if shorter == lemma:
        return False
    known = lexicon()
    is_lemma = known.is_also_lemma(shorter) or known.lemma(shorter) == shorter
    return is_lemma and bare_stem(shorter) == stem


def bare_stem(word: str) -> str:
    """Return what the stemmer leaves of a word, with one spelling for "informeer" and "informer"."""
    stem = stemmer().stemWord(word)
    if len(stem) >= SHORTEST_LONG_STEM and stem.endswith(LONG_ENDING):
        stem = stem.removesuffix(LONG_ENDING) + SHORT_ENDING
    return stem or word


@lru_cache(maxsize=1)
def stemmer() -> Stemmer.Stemmer:
    """Return the stemmer of Kraaij-Pohlmann, which is "dutch" since Snowball 3."""
    # its own cache would keep every word a second time
    return Stemmer.Stemmer("dutch", 0)


def distinct(terms: Iterable[str]) -> tuple[str, ...]:
    """Return the terms in their order, each once."""
    return tuple(dict.fromkeys(terms))
