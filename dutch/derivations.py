"""Which word another one was made of, where Dutch makes such words by rule and the lexicon knows both."""

import re

from dutch.lexicon import Lexicon

QUALITY = "heid"
ACTION = "ing"
DOER = "er"
# Stems of words with such an ending lead to other words: kwaliteit to kwaal, veilig to veil, nieuws to nieuw.
TELLING_ENDINGS = (
    "teit", "ig", "ster", "sel", "achtig", "baar", "lijk", "der", "st", "t", "s", "end", "ief", "eel", "es",
    "rij",
)  # fmt: skip
VOICED = {"f": "v", "s": "z"}  # how these letters are written before an ending
_doubled_vowel = re.compile(r"([aeou])\1([bcdfgklmnprstvwxz])$")


def base(word: str, lexicon: Lexicon) -> str | None:
    """Return the adjective of a quality, or the verb of an action or of who does it; None for any other word."""
    for ending, find in (
        (QUALITY, _adjective),
        (ACTION, _verb),
        (DOER, _verb),
    ):
        if word.endswith(ending):
            return find(word.removesuffix(ending), lexicon)
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


def _adjective(word: str, lexicon: Lexicon) -> str | None:
    for form in _inflected(word):
        if lexicon.lemma(form) == word:
            return word
    looks_like_participle = word.startswith("ge") and word.endswith(("d", "t"))
    if looks_like_participle and lexicon.lemma(word) == word:
        return word
    return None


def _inflected(adjective: str) -> tuple[str, ...]:
    """Return how an adjective may be written with an e: zelfstandige, eenzame, snelle, lieve, boze."""
    last = adjective[-1:]
    voiced = adjective[:-1] + VOICED.get(last, last)
    return (
        adjective + "e",
        _doubled_vowel.sub(r"\1\2", adjective) + "e",
        adjective + last + "e",
        _doubled_vowel.sub(r"\1\2", voiced) + "e",
    )


def _verb(stem: str, lexicon: Lexicon) -> str | None:
    verb = stem + "en"
    if lexicon.is_verb(verb):
        return verb
    return None
