"""What the forms of a word have in common: the stem of its lemma."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import Stemmer

from dutch.derivations import ACTION, QUALITY, base, is_other_word
from dutch.lexicon import lexicon
from dutch.words import BY_THEMSELVES, PLURALS

# Kraaij-Pohlmann takes "ge" off, which suits a participle and turns "gemeente" into "menen".
PREFIX_OF_PARTICIPLES = "ge"
VERB = "en"
# Two spellings of the same stem: "informeerde" and "informeren".
LONG_ENDING = "eer"
SHORT_ENDING = "er"
SHORTEST_LONG_STEM = 6


@lru_cache(maxsize=20_000)
def terms_of(word: str) -> tuple[str, ...]:
    """Return the stems of a word's lemmas, of the likeliest one first."""
    stems = [stem_of(lemma) for lemma in lemmas_of(word)]
    return distinct(stems)


def lemmas_of(word: str) -> Iterator[str]:
    """Yield the words of which this one is a form, and itself where it has forms of its own."""
    if word in BY_THEMSELVES:
        yield word
        return
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
    """Return what the forms of a lemma have in common.

    Where its stem would be that of a word that means something else, the whole lemma is kept.
    """
    known = lexicon()
    if lemma.endswith((QUALITY, ACTION)):
        made_of = base(lemma, known)
        if made_of:
            return stem_of(made_of)
    if known.lemma(lemma) is None:
        # An unknown form may end in more than one ending, so that its stem is not its own stem ("euclidiaanse").
        return bare_stem(bare_stem(lemma))
    if is_other_word(lemma, known):
        return lemma
    stem = stem_with_prefix(lemma)
    if known.is_verb(lemma) and has_lost_last_letter(lemma, stem):
        return lemma.removesuffix(VERB)
    if is_stem_of_other_word(lemma, stem):
        return lemma
    return stem


def has_lost_last_letter(verb: str, stem: str) -> bool:
    """Tell whether a d or t of a verb went off with its ending, as a past tense has one more: aanmelden, speelden."""
    whole = verb.removesuffix(VERB)
    return whole.endswith(("d", "t")) and not stem.endswith(whole[-1])


def stem_with_prefix(lemma: str) -> str:
    """Return the stem of a lemma, which is no participle and so keeps the "ge" that it has."""
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
