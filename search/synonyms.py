"""Words that mean the same, as curators wrote them down."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from dutch.analysis import analyse, is_question_word, is_stop_word, words

from .groups import Group, Part, Words
from .models import Synonym

LONGEST = 6  # words in one synonym
Stems = tuple[Words, ...]  # of each word the likeliest one; empty where it has none


@dataclass(frozen=True)
class Beginning:
    """The first words of a question that belong together.

    ``length`` is how many typed words that takes: there may be some between them that only ask.
    """

    words: list[str]
    length: int


@dataclass(frozen=True)
class FirstGroup:
    """The first group of a question, and how many typed words that takes."""

    group: Group
    length: int


class Synonyms:
    """Synonyms by the stems of their words, so that every form of a word is recognised.

    ``words`` are those that have another meaning by themselves, ``phrases`` those that have one together.
    """

    def __init__(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        """Take ``(word, meaning, is two-way)`` rows; a word or a meaning may be several words."""
        self._meanings: dict[Stems, list[Words]] = defaultdict(list)
        self.words: set[str] = set()
        self.phrases: set[Words] = set()
        for word, meaning, is_two_way in rows:
            self.add(word, meaning)
            if is_two_way:
                self.add(meaning, word)

    @classmethod
    def load(cls) -> Self:
        """Load them, in 1 query."""
        rows = Synonym.objects.values_list(
            "word",
            "meaning",
            "is_two_way",
        )
        return cls(rows)

    def groups(self, words: Iterable[str]) -> list[Group]:
        """Words as groups in their order, those that together have another meaning in one group.

        Where fewer of them mean something else as well, the most count: "burgerservicenummer aanvragen" is looked up
        before "burgerservicenummer".
        """
        groups = []
        left = list(words)
        while left:
            first = self.first_group(left)
            groups.append(first.group)
            left = left[first.length :]
        return groups

    def first_group(self, words: list[str]) -> FirstGroup:
        """The first group of these words.

        What overlaps it and means the same belongs to it: "zorgen voor zieke" and "zieke partner" are both mantelzorg.
        """
        beginning = self.first_with_a_meaning(words)
        meanings = tuple(self.meanings_of(beginning.words))
        group = Group(tuple(beginning.words), meanings)
        if len(group.words) > 1:
            last_word = beginning.length - 1
            following = self.first_group(words[last_word:])
            if mean_the_same(group, following.group):
                return FirstGroup(
                    overlapping_as_one(group, following.group),
                    length=last_word + following.length,
                )
        return FirstGroup(group, beginning.length)

    def first_with_a_meaning(self, words: list[str]) -> Beginning:
        """As many of the first words as together mean something else; else only the first.

        Words that only ask may stand between them: "rekeningen niet meer betalen" is "rekeningen betalen".
        """
        longest = min(LONGEST, len(words))
        for length in range(longest, 1, -1):
            as_typed = words[:length]
            for together in (as_typed, without_words_between(as_typed)):
                if self.meanings_of(together):
                    return Beginning(together, length)
        return Beginning(words[:1], 1)

    def parts_of(self, word: str) -> list[Part]:
        """The parts of a compound, with what each means by itself; none of another word."""
        parts = []
        for number, stems in enumerate(analyse(word).parts):
            meanings = self.meanings_of_stems((stems[:1],))
            parts.append(Part(word, number, tuple(meanings)))
        return parts

    def meanings_of(self, words: Sequence[str]) -> Sequence[Words]:
        """What these words mean together.

        A single word may be a form of the word that has the meaning by another stem than its likeliest one, as
        "anderstaligen" is of "anderstalige".
        """
        meanings = self.meanings_of_stems(stems_of(words))
        if meanings or len(words) != 1:
            return meanings
        for stem in analyse(words[0]).whole[1:]:
            meanings = self.meanings_of_stems(((stem,),))
            if meanings:
                return meanings
        return ()

    def meanings_of_stems(self, stems: Stems) -> Sequence[Words]:
        """What words with these stems mean together."""
        return self._meanings.get(stems, ())

    def add(self, word: str, meaning: str) -> None:
        """Let a word, or several, have another meaning."""
        own_words = telling_words(word)
        other_words = tuple(telling_words(meaning))
        if len(own_words) == 1:
            self.words.update(own_words)
        if not own_words or not other_words:
            return
        if len(own_words) > 1:
            self.phrases.add(tuple(own_words))
        meanings = self._meanings[stems_of(own_words)]
        if other_words not in meanings:
            meanings.append(other_words)


def mean_the_same(one: Group, other: Group) -> bool:
    """Whether two groups of several words have a meaning in common."""
    if len(other.words) < 2:
        return False
    return not set(one.alternatives).isdisjoint(other.alternatives)


def overlapping_as_one(group: Group, following: Group) -> Group:
    """Two groups as one, of which the second begins with the last word of the first."""
    meanings = dict.fromkeys([*group.alternatives, *following.alternatives])
    return Group(
        words=(*group.words, *following.words[1:]),
        alternatives=tuple(meanings),
    )


def without_words_between(words: list[str]) -> list[str]:
    """The first and last word, and those between them that do not only ask."""
    first, *between, last = words
    telling = [word for word in between if not is_question_word(word)]
    return [first, *telling, last]


def telling_words(text: str) -> list[str]:
    """The words of a text without those that say nothing."""
    telling = []
    for word in words(text):
        if not is_stop_word(word):
            telling.append(word)
    return telling


def stems_of(words: Iterable[str]) -> Stems:
    """The stem of each word."""
    return tuple(stem_of(word) for word in words)


def stem_of(word: str) -> Words:
    """The likeliest stem of a word, by which all its forms are the same; empty where it has none."""
    return analyse(word).whole[:1]
