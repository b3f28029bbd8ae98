"""Who asks for a kind of thing at a place ("welke bibliotheek hoort bij Vaals"), and what is there of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyroaring import BitMap

from dutch.analysis import analyse, is_question_word, is_stop_word, tokens

from .codes import code
from .index import Index
from .offers import Named, longest_name, names_to_narrow_by
from .options import Option
from .registry import FACETS, KINDS, KindOfDocument
from .results import Results
from .synonyms import Synonyms

if TYPE_CHECKING:  # which asks this what is named
    from .filters import SearchFilter

MOST = 20  # documents that come before all others


@dataclass(frozen=True)
class KindAtPlace:
    """A kind of document and a place, as all that was asked."""

    kind: KindOfDocument
    facet: str
    place: Option

    def documents(self, index: Index) -> BitMap:
        """The documents of that kind that belong to the place."""
        of_kind = index.with_code(code("soort", self.kind.name))
        return index.with_code(self.place.code) & of_kind

    def leading(self, index: Index) -> list[int]:
        """Numbers of what answers this, and then of the place itself."""
        tiers = (self.documents(index),)
        answers = Results(index, "naam", tiers)[:MOST]
        places = index.with_code(code("soort", self.facet))
        place = index.with_code(self.place.code) & places
        numbers = [document.pk for document in answers]
        return numbers + [pk for pk in place if pk not in numbers]

    @property
    def nothing_there(self) -> str:
        """What the page says where there is none."""
        return f"Van {self.place.label} kennen we nog geen {self.kind.label.lower()}."


def kind_at_place(filterset: "SearchFilter") -> KindAtPlace | None:
    """The kind and the place that the words name; nothing where they say more, or name several."""
    if filterset.question.unwanted:
        return None
    kinds, named, others = words_apart(filterset)
    if others or len(named) != 1:
        return None
    named_place = place_among(named[0])
    if named_place is None:
        return None
    facet, place = named_place
    asked = [kind for kind in kinds if kind.name != facet]
    if not asked and kinds:
        asked = kinds[:1]  # "gemeente Zeist" is the place itself
    if len(asked) != 1:
        return None
    return KindAtPlace(asked[0], facet, place)


def words_apart(
    filterset: "SearchFilter",
) -> tuple[list[KindOfDocument], list[list[Named]], list[str]]:
    """The kinds that words call, the options that each name in them may be, and the words that say something else."""
    names = names_to_narrow_by(filterset)
    typed = list(tokens(filterset.words))
    kinds = []
    named = []
    others = []
    at = 0
    while at < len(typed):
        word = typed[at].word
        called = longest_name(typed[at:], names)
        kind = kind_called(word, filterset.index.synonyms)
        if kind and len(called) < 2:
            kinds.append(kind)
        elif called:
            named.append(names[called])
        elif not is_stop_word(word) and not is_question_word(word):
            others.append(word)
        at += max(len(called), 1)
    return kinds, named, others


def place_among(named: Iterable[Named]) -> Named | None:
    """The facet and the value that is a place; nothing where that may be several."""
    places = []
    for facet, option in named:
        if FACETS[facet].grouped_by and facet in KINDS:
            places.append((facet, option))
    if len(places) == 1:
        return places[0]
    return None


def kind_called(word: str, synonyms: Synonyms) -> KindOfDocument | None:
    """The kind of document that is called by this word, in any form, or another word for the same."""
    called = {word}
    for other in synonyms.meanings_of([word]):
        if len(other) == 1:
            called.update(other)
    stems = {analyse(name).whole[:1] for name in called}
    for kind in KINDS.values():
        if analyse(kind.label.lower()).whole[:1] in stems:
            return kind
    return None
