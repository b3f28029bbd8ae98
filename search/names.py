"""By which words readers call the values of facets: "Zwolle", "de Belastingdienst", "2016"."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
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


@dataclass(frozen=True)
class NamedValue:
    """A value of a facet that somebody may name."""

    facet: str
    option: Option


# Several values may have one name, as a province and a town do.
Names = dict[Words, list[NamedValue]]


@dataclass(frozen=True)
class PieceOfText:
    """The words of one name in a text, with what is called so; or one word that is no name, with nothing."""

    place: int  # of its first word, among those of the text
    words: Words
    values: Sequence[NamedValue] = ()


def pieces_of(typed: Sequence[Token], names: Names) -> Iterator[PieceOfText]:
    """Yield a text in pieces: the longest names that it has, and the words between them."""
    place = 0
    while place < len(typed):
        name = longest_name(typed[place:], names)
        if name:
            yield PieceOfText(place, name, names[name])
            place += len(name)
        else:
            yield PieceOfText(place, (typed[place].word,))
            place += 1


def longest_name(typed: Sequence[Token], names: Container[Words]) -> Words:
    """As many of the first words as together are a name; empty where none are."""
    words = words_of(typed[:LONGEST_NAME])
    for length in range(len(words), 0, -1):
        if words[:length] in names:
            return words[:length]
    return ()


def names_to_narrow_by(filterset: "TypedWords") -> Names:
    """The names of everything by which this list can be narrowed."""
    index = filterset.index
    return index.memory.recall(
        ("names", type(filterset).__name__),
        partial(read_names, filterset.facet_names, index, filterset.kind),
    )


def read_names(facet_names: Iterable[str], index: Index, kind: str | None) -> Names:
    """The same, read from the options of the facets that may be named in a question."""
    names: defaultdict[Words, list[NamedValue]] = defaultdict(list)
    for facet in facet_names:
        if not FACETS[facet].is_named_in_questions:
            continue
        options = index.options_of(facet)
        for code in index.counts_in(kind)[facet]:
            option = options[code]
            for name in {option.label, *option.other_names}:
                words = words_of(tokens(name))
                if words:
                    names[words].append(NamedValue(facet, option))
    return dict(names)


def words_of(typed: Iterable[Token]) -> Words:
    """The words of these tokens, in their order."""
    return tuple([token.word for token in typed])
