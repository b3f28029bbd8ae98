"""By which words readers call the values of facets: "Zwolle", "de Belastingdienst", "2016"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dutch.analysis import Token, tokens

from .groups import Words
from .index import Index
from .options import Option
from .registry import FACETS

if TYPE_CHECKING:  # which asks, by way of others, what its words name
    from .typed_words import TypedWords

LONGEST_NAME = 6  # words
OptionsByName = dict[Words, list[Option]]


@dataclass(frozen=True)
class NamedValue:
    """A value of a facet that somebody may name."""

    facet: str
    option: Option


@dataclass(frozen=True)
class PieceOfText:
    """The words of one name in a text, with what is called so; or one word that is no name, with nothing."""

    place: int  # of its first word, among those of the text
    words: Words
    values: Sequence[NamedValue] = ()


@dataclass(frozen=True)
class NamesOfList:
    """How the values are called by which a list can be narrowed."""

    index: Index
    kind: str | None  # of the documents of the list; every kind without one
    facets: tuple[str, ...]  # those that may be named in a question

    def called(self, words: Words) -> list[NamedValue]:
        """The values that are called so, as a province and a town may both be; only what the list has."""
        counts = self.index.counts_in(self.kind)
        values = []
        for facet in self.facets:
            for option in options_by_name(facet, self.index).get(words, ()):
                if option.code in counts[facet]:
                    values.append(NamedValue(facet, option))
        return values


def names_to_narrow_by(filterset: "TypedWords") -> NamesOfList:
    """The names of everything by which this list can be narrowed."""
    facets = []
    for facet in filterset.facet_names:
        if FACETS[facet].is_named_in_questions:
            facets.append(facet)
    return NamesOfList(filterset.index, filterset.kind, tuple(facets))


def options_by_name(facet: str, index: Index) -> OptionsByName:
    """The options of a facet by each of their names, remembered as long as they stay what they are.

    There are thousands of them. Those of the database change seldom; a number, such as a year, comes with a document.
    """
    memory = index.memory
    if FACETS[facet].options:
        memory = index.names
    return memory.recall(
        ("names", facet),
        partial(read_names, index.options_of(facet).values()),
    )


def read_names(options: Iterable[Option]) -> OptionsByName:
    """The options by the words of each of their names."""
    by_name: defaultdict[Words, list[Option]] = defaultdict(list)
    for option in options:
        for name in {option.label, *option.other_names}:
            words = words_of(tokens(name))
            if words:
                by_name[words].append(option)
    return dict(by_name)


def pieces_of(typed: Sequence[Token], names: NamesOfList) -> Iterator[PieceOfText]:
    """Yield a text in pieces: the longest names that it has, and the words between them."""
    place = 0
    while place < len(typed):
        piece = piece_at(place, typed, names)
        yield piece
        place += len(piece.words)


def piece_at(place: int, typed: Sequence[Token], names: NamesOfList) -> PieceOfText:
    """The longest name that begins at this place of a text, or else the word that stands there."""
    words = words_of(typed[place : place + LONGEST_NAME])
    for length in range(len(words), 0, -1):
        values = names.called(words[:length])
        if values:
            return PieceOfText(place, words[:length], values)
    return PieceOfText(place, words[:1])


def words_of(typed: Iterable[Token]) -> Words:
    """The words of these tokens, in their order."""
    return tuple([token.word for token in typed])
