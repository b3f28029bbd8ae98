"""Which lemmas the analysis takes for one word, though neither was made of the other."""

from collections import defaultdict
from collections.abc import Iterable

from dutch.analysis import analyse
from dutch.derivations import VOICED, base
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
        own = []
        for family in families:
            if any(are_kin(lemma, other) for other in family):
                own.append(family)
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
    made_of = base(longer, known)
    if made_of and made_of in (shorter, base(shorter, known)):
        return True
    if longer in {shorter + ending for ending in SMALLER}:
        return True
    for endings in LATIN:
        if longer.endswith(endings) and _root(longer, endings) == _root(
            shorter,
            endings,
        ):
            return True
    return longer in _as_verb(shorter)


def _root(word: str, endings: tuple[str, str]) -> str:
    noun, verb = endings
    return word.removesuffix(noun).removesuffix(verb)


def _as_verb(noun: str) -> set[str]:
    """Return the verbs that a noun is written like: werk, werken; stap, stappen; loop, lopen; prijs, prijzen; stem."""
    last = noun[-1]
    voiced = noun[:-1] + VOICED.get(last, last)
    verbs = {noun + "en", noun + last + "en", voiced + "en", noun + "n"}
    has_double_vowel = len(noun) > 3 and noun[-2] == noun[-3]
    if has_double_vowel:
        verbs.add(noun[:-2] + last + "en")
        verbs.add(voiced[:-2] + voiced[-1] + "en")
    return verbs
