"""Words that mean the same, as curators wrote them down."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Self

from dutch.analysis import analyse, is_question_word, is_stop_word, tokens

from .groups import Group, Part, Words
from .models import Synonym

LONGEST = 6  # words in one synonym
Stems = tuple[Words, ...]


class Synonyms:
    """Synonyms by the stems of their words, so that every form of a word is recognised."""

    def __init__(self, pairs: Iterable[tuple[str, str, bool]]) -> None:
        """Take ``(word, meaning, is two-way)`` rows."""
        self._meanings: dict[Stems, list[Words]] = defaultdict(list)
        self.words: set[str] = set()  # that have another meaning by themselves
        for word, meaning, is_two_way in pairs:
            self.add(word, meaning)
            if is_two_way:
                self.add(meaning, word)

    @classmethod
    def load(cls) -> Self:
        """Load them, in 1 query."""
        return cls(Synonym.objects.values_list("word", "meaning", "is_two_way"))

    def groups(self, words: Iterable[str]) -> list[Group]:
        """Words as groups, those that together have another meaning in one group; the longest first."""
        groups = []
        left = list(words)
        while left:
            together, length = self.first_with_a_meaning(left)
            groups.append(Group(tuple(together), tuple(self.meanings_of(together))))
            left = left[length:]
        return groups

    def first_with_a_meaning(self, words: list[str]) -> tuple[list[str], int]:
        """As many of the first words as together mean something else, and how many those are; else only the first.

        Words that only ask may stand between them: "rekeningen niet meer betalen" is "rekeningen betalen".
        """
        for length in range(min(LONGEST, len(words)), 1, -1):
            for together in (words[:length], without_words_between(words[:length])):
                if self.meanings_of(together):
                    return together, length
        return words[:1], 1

    def parts_of(self, word: str) -> list[Part]:
        """The parts of a compound, with what each means by itself; none of another word."""
        parts = []
        for number, stems in enumerate(analyse(word).parts):
            meanings = self.meanings_of_stems((stems[:1],))
            parts.append(Part(word, number, tuple(meanings)))
        return parts

    def meanings_of(self, words: Iterable[str]) -> Sequence[Words]:
        """What these words mean together."""
        return self.meanings_of_stems(stems_of(words))

    def meanings_of_stems(self, stems: Stems) -> Sequence[Words]:
        """What words with these stems mean together."""
        return self._meanings.get(stems, ())

    def add(self, word: str, meaning: str) -> None:
        """Let a word, or several, have another meaning."""
        own = telling_words(word)
        other = tuple(telling_words(meaning))
        stems = stems_of(own)
        if len(own) == 1:
            self.words.update(own)
        if stems and other and other not in self._meanings[stems]:
            self._meanings[stems].append(other)


def without_words_between(words: list[str]) -> list[str]:
    """The first and last word, and those between them that do not only ask."""
    first, *between, last = words
    telling = [word for word in between if not is_question_word(word)]
    return [first, *telling, last]


def telling_words(text: str) -> list[str]:
    """The words of a text without those that say nothing."""
    return [token.word for token in tokens(text) if not is_stop_word(token.word)]


def stems_of(words: Iterable[str]) -> Stems:
    """The stem of each word."""
    return tuple(analyse(word).whole[:1] for word in words)
