"""What somebody typed → which words, phrases and exclusions that are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, Self

from dutch.analysis import analyse, is_question_word, is_stop_word, tokens

from .documents.draft import ANYWHERE
from .terms import all_words, any_term, any_way, no_piece_of_a_name, whole, words_nearby

# what a word weighs that is written so, and what another way to say it does
OWN = 1
OTHER = 0.5
MOST_WORDS = 12  # what comes after says little more, and each word costs a look-up
PIECES = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
Words = tuple[str, ...]
Way = tuple[str, float]  # search terms, and what they weigh
QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True)
class Group:
    """Words that have to be found together.

    ``written`` are other ways to write them, ``alternatives`` other words that mean the same; ``is_alone`` is a single
    ordinary word that is all that was asked.
    """

    words: Words
    alternatives: tuple[Words, ...] = ()
    written: tuple[Words, ...] = ()
    is_alone: bool = False

    @property
    def share(self) -> int:
        """What the group tells, in words."""
        return len(self.words)

    def terms(self, mark: str = ANYWHERE) -> str:
        """The group as search terms; with a mark only where that mark says."""
        return any_way([terms for terms, _ in self.ways(mark)])

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """Search terms with what each weighs, a part of what the words themselves do."""
        own = [all_words(words, mark) for words in (self.words, *self.written)]
        if self.is_alone and not mark:
            own[0] = no_piece_of_a_name(self.words[0])
        ways: list[Way] = [(any_way(own), OWN)]
        if not self.alternatives:
            return ways
        others = []
        for words in self.alternatives:
            if mark:
                others.append(all_words(words, mark))
            else:
                others.append(words_nearby(words))
        ways.append((any_way(others), OTHER))
        return ways

    @property
    def label(self) -> str:
        """The words as they were typed."""
        return " ".join(self.words)


def single(word: str) -> Group:
    """A word by itself."""
    return Group((word,))


@dataclass(frozen=True)
class Part:
    """One part of a compound that itself is in no text: what has it may be about the same."""

    word: str
    number: int
    share = 0.5  # of what a word would weigh that is found whole

    @classmethod
    def all_of(cls, word: str) -> list[Self]:
        """The parts of a word; none where it is no compound."""
        count = len(analyse(word).parts)
        return [cls(word, number) for number in range(count)]

    @property
    def words(self) -> Words:
        """The word that it is a part of."""
        return (self.word,)

    def terms(self, mark: str = ANYWHERE) -> str:
        """The part as search terms; with a mark only where that mark says."""
        part = analyse(self.word).parts[self.number]
        return any_term(part, mark)

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """Search terms with what each weighs."""
        return [(self.terms(mark), OWN)]

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
        places = []
        for place, word in enumerate(words):
            if not is_stop_word(word):
                places.append(place)
        telling = [words[place] for place in places]
        steps = [after - before for before, after in pairwise(places)]
        return cls(tuple(telling), (0, *steps))

    def terms(self, mark: str = ANYWHERE) -> str:
        """The phrase as search terms; a narrower place knows no order, and asks for all the words."""
        if mark:
            return all_words(self.words, mark)
        terms = whole(self.words[0])
        for word, step in zip(self.words[1:], self.steps[1:], strict=True):
            terms += f" <{step}> {whole(word)}"
        return terms

    def ways(self, mark: str = ANYWHERE) -> list[Way]:
        """Search terms with what each weighs."""
        return [(self.terms(mark), OWN)]

    @property
    def label(self) -> str:
        """The phrase as it was typed."""
        return f"“{' '.join(self.words)}”"


# whatever documents are sought by
WordGroup = Group | Part | Phrase


@dataclass(frozen=True)
class SearchQuestion:
    """What is searched for: every one of ``wanted`` has to be found, none of ``unwanted`` may be."""

    wanted: tuple[Group | Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    # words that say nothing, like "de", and that are left out
    has_function_words: bool = False
    # what came after the most that we look for
    too_many: tuple[Group | Phrase, ...] = ()
    text: str = ""  # what was asked for as it was typed, without exclusions

    @property
    def says_nothing(self) -> bool:
        """Whether only words were typed that stand in every text."""
        return self.has_function_words and not self.wanted and not self.unwanted

    @property
    def words(self) -> list[str]:
        """Every word that is searched for."""
        words: list[str] = []
        for group in self.wanted:
            words += group.words
        return words

    @property
    def terms_to_mark(self) -> frozenset[str]:
        """All terms by which a word in a text is one that was searched for."""
        words = self.words
        for group in self.wanted:
            if isinstance(group, Group):
                for others in (*group.alternatives, *group.written):
                    words += others
        terms: set[str] = set()
        for word in words:
            analysis = analyse(word)
            terms.update(analysis.whole, *analysis.parts)
        return frozenset(terms)


class WordsTogether(Protocol):
    """What knows which words together have another meaning: ``Synonyms``."""

    def groups(self, words: Sequence[str]) -> list[Group]:
        """These words in groups, in their order."""


def read_question(text: str, synonyms: WordsTogether) -> SearchQuestion:
    """Read what was typed: words, "phrases" and -exclusions; whatever else is in it counts as space."""
    wanted: list[Group | Phrase] = []
    unwanted: list[Phrase] = []
    loose: list[str] = []  # words outside phrases, which may have synonyms together
    positive = []
    has_function_words = False
    for piece in PIECES.finditer(text.translate(QUOTES)):
        written = piece["phrase"] or piece["word"] or ""
        words = [token.word for token in tokens(written)]
        telling = [word for word in words if not is_stop_word(word)]
        if piece["minus"]:
            is_phrase = bool(piece["phrase"])
            unwanted += exclusions(words, telling, is_phrase=is_phrase)
            continue
        positive.append(written)
        if piece["phrase"] and len(telling) > 1:
            wanted.append(Phrase.of(words))
        else:
            loose.extend(telling)
            has_function_words = has_function_words or len(telling) < len(words)
    wanted.extend(without_question_words(synonyms.groups(loose)))
    distinct = tuple(dict.fromkeys(wanted))
    return SearchQuestion(
        wanted=distinct[:MOST_WORDS],
        unwanted=tuple(unwanted[:MOST_WORDS]),
        has_function_words=has_function_words,
        too_many=distinct[MOST_WORDS:],
        text=" ".join(positive),
    )


def exclusions(
    words: list[str],
    telling: list[str],
    *,
    is_phrase: bool,
) -> list[Phrase]:
    """What may not be found: a phrase as a whole, other words each by itself; nothing where no word says anything."""
    if is_phrase and telling:
        return [Phrase.of(words)]
    return [Phrase.of([word]) for word in telling]


def without_question_words(groups: list[Group]) -> list[Group]:
    """The groups without words that only ask, unless nothing would be left."""
    telling = []
    for group in groups:
        if not all(map(is_question_word, group.words)):
            telling.append(group)
    return telling or groups
