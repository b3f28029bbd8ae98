"""Who asks for a kind of thing at a place ("welke bibliotheek hoort bij Vaals"), and what is there of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyroaring import BitMap

from dutch.analysis import is_question_word, is_stop_word, tokens

from .codes import code
from .index import Index
from .names import NamedValue, names_to_narrow_by, pieces_of
from .options import Option
from .registry import FACETS, KINDS, KindOfDocument
from .results import Results
from .synonyms import Synonyms, stem_of

if TYPE_CHECKING:  # which asks this what is named
    from .typed_words import TypedWords

MOST = 20  # documents that come before all others


@dataclass
class NamedInWords:
    """What the words of a question name, and what else they say."""

    kinds: list[KindOfDocument] = field(default_factory=list)
    # a list for each name, since several values may be called so
    values: list[Sequence[NamedValue]] = field(default_factory=list)
    # those that are no function words and do not only ask
    other_words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class KindAtPlace:
    """A kind of document and a place, as all that was asked."""

    kind: KindOfDocument
    facet: str  # of which the place is a value
    place: Option

    def documents(self, index: Index) -> BitMap:
        """The documents of that kind that belong to the place."""
        of_kind = index.with_code(code("soort", self.kind.name))
        at_place = index.with_code(self.place.code)
        return at_place & of_kind

    def leading(self, index: Index) -> list[int]:
        """Numbers of the documents that answer this, and then of the place itself."""
        by_name = Results(
            index,
            "naam",
            [self.documents(index)],
        )
        numbers = [document.pk for document in by_name[:MOST]]
        of_place = index.with_code(self.place.code)
        places = index.with_code(code("soort", self.facet))
        for pk in of_place & places:
            if pk not in numbers:
                numbers.append(pk)
        return numbers

    @property
    def label(self) -> str:
        """What was asked for, in two words."""
        return f"{self.kind.label} {self.place.label}"

    @property
    def nothing_there(self) -> str:
        """What the page says where there is none."""
        kind = self.kind.label.lower()
        return f"Van {self.place.label} kennen we nog geen {kind}."


def kind_at_place(filterset: "TypedWords") -> KindAtPlace | None:
    """The kind and the place that the words name; nothing where they say more, or name several.

    "welke bibliotheek hoort bij Vaals" names a library at a place. The kind of the place itself counts only where no
    other is named: "gemeente Zeist" is the place itself.
    """
    if filterset.question.unwanted:
        return None
    named = named_in_words(filterset)
    if named.other_words or len(named.values) != 1:
        return None
    place = place_among(named.values[0])
    if place is None:
        return None
    wanted_kinds = [kind for kind in named.kinds if kind.name != place.facet]
    if not wanted_kinds and named.kinds:
        wanted_kinds = named.kinds[:1]
    if len(wanted_kinds) != 1:
        return None
    return KindAtPlace(wanted_kinds[0], place.facet, place.option)


def named_in_words(filterset: "TypedWords") -> NamedInWords:
    """The kinds and the values that the words of a question name."""
    named = NamedInWords()
    names = names_to_narrow_by(filterset)
    typed = list(tokens(filterset.words))
    for piece in pieces_of(typed, names):
        word = piece.words[0]
        kind = None
        if len(piece.words) == 1:
            kind = kind_called(word, filterset.index.synonyms)
        if kind:
            named.kinds.append(kind)
        elif piece.values:
            named.values.append(piece.values)
        elif not is_stop_word(word) and not is_question_word(word):
            named.other_words.append(word)
    return named


def place_among(values: Iterable[NamedValue]) -> NamedValue | None:
    """The value that is a place; nothing where that may be several."""
    places = []
    for value in values:
        if FACETS[value.facet].grouped_by and value.facet in KINDS:
            places.append(value)
    if len(places) == 1:
        return places[0]
    return None


def kind_called(word: str, synonyms: Synonyms) -> KindOfDocument | None:
    """The kind of document that is called by this word, in any form, or another word for the same."""
    stems = {stem_of(word)}
    for meaning in synonyms.meanings_of([word]):
        if len(meaning) == 1:
            stems.add(stem_of(meaning[0]))
    for kind in KINDS.values():
        if stem_of(kind.label.lower()) in stems:
            return kind
    return None
