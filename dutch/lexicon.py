"""What is known of Dutch words: the lemma of a form, and how common a word is."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

# Latin letters that Unicode does not take apart into a letter and an accent.
UNDIVIDED_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
# its heading says where they come from
FREQUENCIES = Path(__file__).with_name("frequencies.txt")
# Below the least common word of the list (about one in a million) every word counts as equally rare.
RAREST = 3.0
LOGARITHM_OF_MILLIARD = 9


def fold(text: str) -> str:
    """Return the text in small letters without accents, and nothing but letters and digits.

    It is called for every word of every document, so that plain text takes the short way.
    """
    if not text.isascii():
        text = without_accents(text)
    text = text.lower()
    if text.isalnum():
        return text
    return "".join(filter(str.isalnum, text))


def without_accents(text: str) -> str:
    """Return the text in small letters, with plain letters for those that have an accent.

    A letter and its accent are taken apart (NFKD), and once more after that made the letter small, since the small
    form of some letters has an accent again.
    """
    small = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", small)
    letters = [letter for letter in decomposed if not unicodedata.combining(letter)]
    plain = unicodedata.normalize("NFC", "".join(letters))
    return plain.translate(UNDIVIDED_LETTERS)


class Lexicon:
    """A table of forms and lemmas, with how common words are.

    `lemmas` has the lemma of each form as it is spelled in Dutch, "programma" of "programma's"; `frequencies` are by
    folded word, as `frequency` returns them.
    """

    def __init__(
        self,
        lemmas: Mapping[str, str],
        frequencies: Mapping[str, float],
    ):
        self._lemmas = lemmas
        self._frequencies = frequencies
        # "programma's", "geëmancipeerd", "e-mails" and "Egyptische" under the spelling in which text arrives here.
        self._folded: dict[str, str] = {}
        # "ouder" is a form of "oud", and the lemma of "ouders" as well.
        self._also_lemmas: set[str] = set()
        for form, lemma in lemmas.items():
            if not is_plain(form):
                self._folded[fold(form)] = lemma
            if form != lemma and lemmas.get(lemma) != lemma:
                self._also_lemmas.add(lemma)

    def lemma(self, word: str) -> str | None:
        """Return the lemma of a folded word, folded as well, or None where the table does not know the word."""
        lemma = self._lemmas.get(word) or self._folded.get(word)
        if not lemma:
            return None
        return fold(lemma)

    def is_also_lemma(self, word: str) -> bool:
        """Tell whether a word that is a form of another one has forms of its own."""
        return word in self._also_lemmas

    def is_verb(self, lemma: str) -> bool:
        """Tell whether a lemma is a verb: those alone have a present participle (lopen, lopend)."""
        return lemma.endswith("n") and self._lemmas.get(lemma + "d") == lemma

    def is_adjective(self, lemma: str) -> bool:
        """Tell whether a lemma has the form in -e that only adjectives have."""
        return self._lemmas.get(lemma + "e") == lemma

    def frequency(self, word: str) -> float:
        """Return how common a folded word is, as the logarithm (base 10) of its number per milliard words.

        The most common word has about 7.7, the rarest of the list about 3.
        """
        return self._frequencies.get(word, RAREST)

    def is_common(self, word: str) -> bool:
        """Tell whether a folded word is in the list of common words."""
        return word in self._frequencies


def is_plain(form: str) -> bool:
    """Tell whether a form is spelled as text arrives here."""
    return form.isascii() and form.isalpha() and form.islower()


def read_words_by_rarity() -> list[list[str]]:
    """Return the words at each place of the list of frequencies, the most common first.

    Each line of the file is a place, with all the words that are equally common; some places have none.
    """
    lines = FREQUENCIES.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("# ")]


def frequencies_of(words_by_rarity: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return how common each word is; at place n of the list are the words that make up 10 ** (-n / 100) of all text.

    Of words that are spelled alike here, the most common one counts.
    """
    frequencies: dict[str, float] = {}
    for place, words in enumerate(words_by_rarity):
        frequency = LOGARITHM_OF_MILLIARD - place / 100
        for word in words:
            frequencies.setdefault(fold(word), frequency)
    return frequencies


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the Dutch lexicon, read once per process."""
    lemmas = DefaultDictionaryFactory().get_dictionary("nl")
    words_by_rarity = read_words_by_rarity()
    return Lexicon(lemmas, frequencies_of(words_by_rarity))
