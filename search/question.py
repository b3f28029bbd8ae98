"""What somebody typed → which words, phrases and exclusions that are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dutch.analysis import analyse, is_question_word, is_stop_word, tokens

from .groups import Group, Phrase

MOST_WORDS = 12  # what comes after says little more, and each word costs a look-up
# a word or a phrase between quotes, with a minus before it or not
PIECES = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
QUOTES = str.maketrans("“”„‟«»", '""""""')


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
        """All terms by which a word in a text is one that was searched for.

        Of other ways to say it not those words that only ask: "kom" by itself is no "rondkomen".
        """
        words = self.words
        for group in self.wanted:
            if isinstance(group, Group):
                for other_words in (*group.alternatives, *group.written):
                    words += [
                        word for word in other_words if not is_question_word(word)
                    ]
        return terms_of(words)


def terms_of(words: Iterable[str]) -> frozenset[str]:
    """The terms of words and of the parts of compounds among them."""
    terms: set[str] = set()
    for word in words:
        analysis = analyse(word)
        terms.update(analysis.whole, *analysis.parts)
    return frozenset(terms)


class WordsTogether(Protocol):
    """What knows which words together have another meaning: ``Synonyms``."""

    def groups(self, words: Sequence[str]) -> list[Group]:
        """These words in groups, in their order."""


@dataclass(frozen=True)
class TypedPiece:
    """A word or a phrase as it was typed, and its words; ``telling`` are those that say something."""

    text: str
    words: Sequence[str]
    telling: Sequence[str]
    is_phrase: bool
    is_excluded: bool


def read_question(text: str, synonyms: WordsTogether) -> SearchQuestion:
    """Read what was typed: words, "phrases" and -exclusions; whatever else is in it counts as space."""
    phrases: list[Group | Phrase] = []
    unwanted: list[Phrase] = []
    # those outside phrases, which may have synonyms together
    loose_words: list[str] = []
    texts = []
    has_function_words = False
    for piece in typed_pieces(text):
        if piece.is_excluded:
            unwanted += exclusions(piece)
            continue
        texts.append(piece.text)
        if piece.is_phrase and len(piece.telling) > 1:
            phrases.append(Phrase.of(piece.words))
            continue
        loose_words += piece.telling
        if len(piece.telling) < len(piece.words):
            has_function_words = True
    groups = without_question_words(synonyms.groups(loose_words))
    wanted = tuple(dict.fromkeys([*phrases, *groups]))
    return SearchQuestion(
        wanted=wanted[:MOST_WORDS],
        unwanted=tuple(unwanted[:MOST_WORDS]),
        has_function_words=has_function_words,
        too_many=wanted[MOST_WORDS:],
        text=" ".join(texts),
    )


def typed_pieces(text: str) -> Iterator[TypedPiece]:
    """Yield the words and phrases of a text in their order."""
    for match in PIECES.finditer(text.translate(QUOTES)):
        piece = match["phrase"] or match["word"] or ""
        words = [token.word for token in tokens(piece)]
        yield TypedPiece(
            text=piece,
            words=words,
            telling=[word for word in words if not is_stop_word(word)],
            is_phrase=bool(match["phrase"]),
            is_excluded=bool(match["minus"]),
        )


def exclusions(piece: TypedPiece) -> list[Phrase]:
    """What may not be found: a phrase as a whole, other words each by itself; nothing where no word says anything."""
    if piece.is_phrase and piece.telling:
        return [Phrase.of(piece.words)]
    return [Phrase.of([word]) for word in piece.telling]


def without_question_words(groups: Sequence[Group]) -> Sequence[Group]:
    """The groups without words that only ask, unless nothing would be left."""
    telling = []
    for group in groups:
        if not all(map(is_question_word, group.words)):
            telling.append(group)
    return telling or groups
