"""Which lemmas the analysis takes for one word, though neither was made of the other.

Nothing is searched with it: `manage.py measure_analysis` prints what it finds, to judge the analysis by.
"""

from collections import defaultdict
from collections.abc import Iterable

from dutch.analysis import analyse
from dutch.derivations import base, voiced
from dutch.lexicon import fold, lexicon

# Endings that make something small: boekje, stoeltje, boompje, ringetje.
DIMINUTIVE_ENDINGS = (
    "je",
    "tje",
    "pje",
    "etje",
    "kje",
)
# Pairs of endings that words of one Latin root have: informatie and informeren, informatie and informatief.
LATIN_ENDINGS = (
    ("atie", "eren"),
    ("atie", "atief"),
)


def joined_lemmas(words: Iterable[str]) -> dict[str, list[str]]:
    """Return by term the lemmas of words that come together by it, and are no family.

    Of each family only one lemma is named, mostly its shortest.
    """
    joined = {}
    lemmas_of = lemmas_by_term(words)
    for term in sorted(lemmas_of):
        alphabetical = sorted(lemmas_of[term])
        shortest_first = sorted(alphabetical, key=len)
        families = families_of(shortest_first)
        if len(families) > 1:
            joined[term] = [family[0] for family in families]
    return joined


def lemmas_by_term(words: Iterable[str]) -> dict[str, set[str]]:
    """Return by first term the lemmas of words that are found by it; a word that the lexicon lacks has none."""
    known = lexicon()
    lemmas_of: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        lemma = known.lemma(fold(word))
        if lemma and lemma.isalpha():
            term = analyse(lemma).whole[0]
            lemmas_of[term].add(lemma)
    return lemmas_of


def families_of(lemmas: Iterable[str]) -> list[list[str]]:
    """Return the lemmas in groups, with those together that were made of each other.

    A later lemma may belong to several groups, and makes one of them.
    """
    families: list[list[str]] = []
    for lemma in lemmas:
        merged = [lemma]
        unrelated = []
        for family in families:
            if any(are_kin(lemma, member) for member in family):
                merged = [*family, *merged]
            else:
                unrelated.append(family)
        families = [*unrelated, merged]
    return families


def are_kin(one: str, other: str) -> bool:
    """Tell whether one lemma was made of the other: a quality, an action, a verb, or what is smaller."""
    known = lexicon()
    shorter, longer = sorted((one, other), key=len)
    base_of_longer = base(longer, known)
    if base_of_longer and base_of_longer in (shorter, base(shorter, known)):
        return True
    return (
        is_diminutive_of(longer, shorter)
        or have_one_latin_root(longer, shorter)
        or longer in verbs_written_like(shorter)
    )


def is_diminutive_of(word: str, noun: str) -> bool:
    """Tell whether a word is a noun with an ending that makes it small."""
    return any(word == noun + ending for ending in DIMINUTIVE_ENDINGS)


def have_one_latin_root(longer: str, shorter: str) -> bool:
    """Tell whether two words differ only by their endings, which Dutch took from Latin."""
    for endings in LATIN_ENDINGS:
        if not longer.endswith(endings):
            continue
        if without_ending(longer, endings) == without_ending(shorter, endings):
            return True
    return False


def without_ending(
    word: str,
    endings: tuple[str, str],
) -> str:
    """Return a word without each of these endings that it has, the first one first."""
    for ending in endings:
        word = word.removesuffix(ending)
    return word


def verbs_written_like(noun: str) -> set[str]:
    """Return how a verb may be written that sounds like a noun with "en" behind it; most of these are no words."""
    last = noun[-1]
    verbs = {
        noun + "en",  # werk, werken
        noun + last + "en",  # stap, stappen
        voiced(noun) + "en",  # golf, golven
        noun + "n",  # schade, schaden
    }
    has_double_vowel = len(noun) > 3 and noun[-2] == noun[-3]
    if has_double_vowel:
        with_single_vowel = noun[:-2] + last
        verbs.add(with_single_vowel + "en")  # loop, lopen
        verbs.add(voiced(with_single_vowel) + "en")  # graaf, graven
    return verbs
