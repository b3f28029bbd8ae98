"""Which lemmas the analysis takes for one word, though neither was made of the other."""

from collections import defaultdict
from collections.abc import Iterable

from dutch.analysis import analyse
from dutch.derivations import base
from dutch.lexicon import fold, lexicon

SMALLER = ("je", "tje", "pje", "etje", "kje")
LATIN = (("atie", "eren"), ("atie", "atief"))


def joined_lemmas(words: Iterable[str]) -> dict[str, list[str]]:
    """Return by term the lemmas of words that come together by it, and are no family."""
    known = lexicon()
    lemmas_of = defaultdict(set)
    for word in map(fold, words):
        lemma = known.lemma(word)
        if lemma and lemma.isalpha():
            lemmas_of[analyse(lemma).whole[0]].add(lemma)
    joined = {}
    for term, lemmas in sorted(lemmas_of.items()):
        families = _families(sorted(lemmas, key=lambda lemma: (len(lemma), lemma)))
        if len(families) > 1:
            joined[term] = [family[0] for family in families]
    return joined


def _families(lemmas: list[str]) -> list[list[str]]:
    """Return the lemmas with those that were made of each other together."""
    families: list[list[str]] = []
    for lemma in lemmas:
        own = [
            family
            for family in families
            if any(are_kin(lemma, other) for other in family)
        ]
        merged = [lemma]
        for family in own:
            families.remove(family)
            merged = [*family, *merged]
        families.append(merged)
    return families


def are_kin(one: str, other: str) -> bool:
    """Tell whether one lemma was made of the other: a quality, an action, a verb, or what is smaller."""
    known = lexicon()
    shorter, longer = sorted((one, other), key=len)
    if base(longer, known) in (shorter, base(shorter, known)) and base(longer, known):
        return True
    if longer in {shorter + ending for ending in SMALLER}:
        return True
    for noun, verb in LATIN:
        if longer.endswith((noun, verb)) and _without(longer, noun, verb) == _without(
            shorter, noun, verb
        ):
            return True
    return longer in _as_verb(shorter)


def _without(word: str, noun: str, verb: str) -> str:
    return word.removesuffix(noun).removesuffix(verb)


def _as_verb(noun: str) -> set[str]:
    """Return the verbs that a noun is written like: werk, werken; stap, stappen; loop, lopen; prijs, prijzen; stem."""
    voiced = noun[:-1] + {"f": "v", "s": "z"}.get(noun[-1], noun[-1])
    found = {noun + "en", noun + noun[-1] + "en", voiced + "en", noun + "n"}
    if len(noun) > 3 and noun[-2] == noun[-3]:
        found |= {noun[:-2] + noun[-1] + "en", voiced[:-2] + voiced[-1] + "en"}
    return found
