"""Which word another one was made of, where Dutch makes such words by rule and the lexicon knows both."""

import re

from dutch.lexicon import Lexicon

QUALITY = "heid"  # eenzaam, eenzaamheid
ACTION = "ing"  # opleiden, opleiding
DOER = "er"  # schrijven, schrijver
# Stems of words with such an ending lead to other words: kwaliteit to kwaal, veilig to veil, nieuws to nieuw.
TELLING_ENDINGS = (
    "teit",
    "ig",
    "ster",
    "sel",
    "achtig",
    "baar",
    "lijk",
    "der",
    "st",
    "t",
    "s",
    "end",
    "ief",
    "eel",
    "es",
    "rij",
)
VOICED = {"f": "v", "s": "z"}  # how these letters are written before an ending
# A long vowel and one consonant at the end of a word; before an ending one letter of the vowel is enough (zame).
DOUBLED_VOWEL = re.compile(r"([aeou])\1([bcdfgklmnprstvwxz])$")


def base(word: str, lexicon: Lexicon) -> str | None:
    """Return the adjective of a quality, or the verb of an action or of who does it; None for any other word."""
    if word.endswith(QUALITY):
        return adjective_of(word.removesuffix(QUALITY), lexicon)
    if word.endswith(ACTION):
        return verb_of(word.removesuffix(ACTION), lexicon)
    if word.endswith(DOER):
        return verb_of(word.removesuffix(DOER), lexicon)
    return None


def is_other_word(lemma: str, lexicon: Lexicon) -> bool:
    """Tell whether a lemma of the lexicon ends as derivations do, while it is none that we can be sure of."""
    if lemma.endswith((QUALITY, ACTION)):
        return base(lemma, lexicon) is None
    is_participle = lemma.startswith("ge") and lemma.endswith("t")
    return (
        lemma.endswith(TELLING_ENDINGS)
        and not is_participle
        and not lexicon.is_verb(lemma)
    )


def adjective_of(word: str, lexicon: Lexicon) -> str | None:
    """Return a word that stands before "heid" where it is an adjective or a participle; None where it is neither."""
    for form in inflected(word):
        if lexicon.lemma(form) == word:
            return word
    looks_like_participle = word.startswith("ge") and word.endswith(("d", "t"))
    if looks_like_participle and lexicon.lemma(word) == word:
        return word
    return None


def inflected(adjective: str) -> tuple[str, ...]:
    """Return how an adjective may be written with an e; most of these are no words."""
    return (
        adjective + "e",  # zelfstandige
        with_single_vowel(adjective) + "e",  # eenzame
        adjective + adjective[-1:] + "e",  # snelle
        with_single_vowel(voiced(adjective)) + "e",  # lieve, boze
    )


def with_single_vowel(word: str) -> str:
    """Return a word with one letter for the long vowel of its last syllable, as before an ending."""
    return DOUBLED_VOWEL.sub(r"\1\2", word)


def voiced(word: str) -> str:
    """Return a word with its last letter as it sounds before an ending: a v for an f, a z for an s."""
    last = word[-1:]
    return word[:-1] + VOICED.get(last, last)


def verb_of(stem: str, lexicon: Lexicon) -> str | None:
    """Return the verb with this stem; None where the lexicon has none."""
    verb = stem + "en"
    if lexicon.is_verb(verb):
        return verb
    return None
