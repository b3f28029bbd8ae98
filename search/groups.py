"""What documents are sought by: words that belong together, parts of a compound, phrases."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self

from dutch.analysis import analyse, is_stop_word

from .documents.draft import ANYWHERE
from .terms import (
    all_words,
    any_term,
    any_way,
    no_piece_of_a_name,
    whole,
    whole_words_together,
    words_together,
)

# what a word weighs that is written so, what another way to say it does, and the parts of that
OWN = 1
OTHER = 0.5
PARTS_OF_OTHER = 0.25
APART = 0.5  # words that belong together, where they do not stand together
Words = tuple[str, ...]


class Way(NamedTuple):
    """Search terms by which a group may be found, and what those weigh: a part of what its own words do."""

    terms: str
    weight: float


@dataclass(frozen=True)
class Group:
    """Words that have to be found together.

    ``written`` are other ways to write them, ``alternatives`` other words that mean the same, ``places`` those that a
    town lies in; ``is_alone`` is a single ordinary word that is all that was asked.
    """

    words: Words
    alternatives: tuple[Words, ...] = ()
    written: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()
    is_alone: bool = False

    @property
    def share(self) -> int:
        """What the group tells, in words."""
        return len(self.words)

    def terms(self, mark: str = ANYWHERE) -> str:
        """The group as search terms; with a mark only where that mark says."""
        return any_way([way.terms for way in self.ways(mark)])

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """The words themselves, other words that mean the same, the parts of those, and the words apart."""
        ways = self.sayings(mark)
        if self.others:
            ways.append(Way(any_together(self.others, mark), PARTS_OF_OTHER))
        if len(self.words) > 1 and not mark:
            ways.append(Way(all_words(self.words), APART))
        return ways

    def sayings(self, mark: str = ANYWHERE) -> list[Way]:
        """The ways that certainly say what is meant: the words together, or other words for the same."""
        ways = [Way(self.own_terms(mark), OWN)]
        if self.others:
            ways.append(Way(any_whole(self.others, mark), OTHER))
        return ways

    @property
    def others(self) -> tuple[Words, ...]:
        """All that may be found instead of the words; a place is not marked in what is found, the town explains it."""
        return (*self.alternatives, *self.places)

    def own_terms(self, mark: str) -> str:
        """The words themselves as search terms, in each way to write them."""
        if self.is_alone and not mark:
            as_typed = no_piece_of_a_name(self.words[0])
        else:
            as_typed = words_together(self.words, mark)
        return any_way([as_typed, any_together(self.written, mark)])

    @property
    def label(self) -> str:
        """The words as they were typed."""
        return " ".join(self.words)


def any_together(phrasings: Sequence[Words], mark: str) -> str:
    """Search terms of any of these phrasings, whose words stand together."""
    return any_way([words_together(words, mark) for words in phrasings])


def any_whole(phrasings: Sequence[Words], mark: str) -> str:
    """The same, of which no compound is found by its parts."""
    return any_way([whole_words_together(words, mark) for words in phrasings])


def single(word: str) -> Group:
    """A word by itself."""
    return Group((word,))


@dataclass(frozen=True)
class Part:
    """One part of a compound that itself is in no text: what has it may be about the same.

    ``number`` is its place among the parts of the word, from 0.
    """

    word: str
    number: int
    alternatives: tuple[Words, ...] = ()
    share = 0.5  # of what a word would weigh that is found whole

    @property
    def stems(self) -> Words:
        """The terms of the part itself."""
        return analyse(self.word).parts[self.number]

    @property
    def words(self) -> Words:
        """The word that it is a part of."""
        return (self.word,)

    def terms(self, mark: str = ANYWHERE) -> str:
        """The part as search terms; with a mark only where that mark says."""
        return any_way([way.terms for way in self.ways(mark)])

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """The part itself, and where there are any, the other words that mean the same."""
        ways = [Way(any_term(self.stems, mark), OWN)]
        if self.alternatives:
            ways.append(Way(any_together(self.alternatives, mark), OTHER))
        return ways

    @property
    def label(self) -> str:
        """The word as it was typed."""
        return self.word


@dataclass(frozen=True)
class Phrase:
    """Words that have to stand next to each other in this order, in whatever form."""

    words: Words
    steps: tuple[int, ...]  # how many places after the word before it each stands
    share = 1
    alternatives = ()  # between quotes nothing else is meant

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        """These words without those that say nothing, each at the distance at which it stands."""
        telling = []
        places = []
        for place, word in enumerate(words):
            if not is_stop_word(word):
                telling.append(word)
                places.append(place)
        steps = [after - before for before, after in pairwise(places)]
        return cls(
            tuple(telling),
            (0, *steps),
        )

    def terms(self, mark: str = ANYWHERE) -> str:
        """The phrase as search terms; a narrower place knows no order, and asks for all the words."""
        if mark:
            return all_words(self.words, mark)
        first, *others = self.words
        terms = whole(first)
        for word, step in zip(others, self.steps[1:], strict=True):
            terms += f" <{step}> {whole(word)}"
        return terms

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """The one way to find it."""
        return [Way(self.terms(mark), OWN)]

    @property
    def label(self) -> str:
        """The phrase as it was typed."""
        return f"“{' '.join(self.words)}”"


# whatever documents are sought by
WordGroup = Group | Part | Phrase
