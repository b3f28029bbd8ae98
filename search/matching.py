"""Which documents match a question, and how well.

The database finds the documents of each group of words (``finding.py``); sets of them are then combined here.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Self

from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE, whole_title_term
from .finding import find_all, found_by, found_in_any_way, terms_of_ways
from .groups import Group, Part, WordGroup
from .index import Index
from .question import SearchQuestion
from .terms import any_way
from .weighing import weighed

HARDLY_ANY = 3  # documents


@dataclass(frozen=True)
class Match:
    """Documents that match, the best first in ``tiers``.

    The first tier are those called so; the others come by how much the words tell that they have.
    """

    tiers: tuple[BitMap, ...]
    used: tuple[WordGroup, ...]
    # of which no document has any
    dropped: tuple[WordGroup, ...] = ()
    # hardly any document has all words, so that those match that have some of them
    is_partial: bool = False
    # of some group there is only another way to say it
    is_in_other_words: bool = False
    # what the words of each tier weigh
    weights: tuple[int, ...] = ()
    # numbers of documents that come before all others, in that order
    led: tuple[int, ...] = ()
    # documents of these that are about the same without having the words
    by_meaning: BitMap = field(default_factory=BitMap)

    @cached_property
    def found(self) -> BitMap:
        """All documents that match."""
        return BitMap.union(self.by_meaning, *self.tiers)

    @property
    def other_words(self) -> list[str]:
        """The words of all other ways to say what was looked for, of words by themselves and parts of compounds too."""
        words: list[str] = []
        for group in self.used:
            for other in group.alternatives:
                words += other
        return words

    def led_by(self, numbers: Collection[int]) -> Self:
        """These documents, whether they have the words or not, and then what has all words."""
        tiers = self.tiers
        if self.is_partial:
            tiers = ()
        with_all_words = BitMap.union(BitMap(), *tiers)
        beside = BitMap(numbers) - with_all_words
        return replace(
            self,
            tiers=(*tiers, beside),
            is_partial=False,
            weights=(),
            led=tuple(numbers),
        )

    @property
    def terms(self) -> str:
        """The search terms by which the matches can be ranked."""
        return any_way([group.terms() for group in self.used])


def match(
    question: SearchQuestion,
    index: Index,
    among: BitMap,
    sought: BitMap | None = None,
) -> Match:
    """The documents of an index that match a question; ``among`` is the set in which something can be found.

    ``sought`` is the part of it that readers see first: something has to be found in that.
    """
    groups = [group for group in question.wanted if group.terms()]
    find_together(index, question)
    among = among - unwanted_documents(question, index)
    if not groups:
        return Match(tiers=(among,), used=())
    if sought is None:
        sought = among
    titled = among & found_by(index, whole_title_terms(question))
    anywhere = documents_with_all(groups, index, among)
    if not titled & sought and is_by_chance(anywhere & sought, groups, index):
        return match_of_some(groups, index, among, sought)
    return match_of_all(
        groups,
        index,
        among,
        sought,
        titled=titled,
        others=anywhere - titled,
    )


def match_of_all(
    groups: Sequence[WordGroup],
    index: Index,
    among: BitMap,
    sought: BitMap,
    *,
    titled: BitMap,
    others: BitMap,
) -> Match:
    """The documents with all words: those called so, and the others by weight."""
    by_terms = partial(found_by, index)
    documents_by_weight = weighed(groups, others, among, by_terms, sought)
    weight_of_titled = max(documents_by_weight, default=1)
    return Match(
        tiers=(titled, *documents_by_weight.values()),
        used=tuple(groups),
        is_in_other_words=is_in_other_words(groups, index, among),
        weights=(weight_of_titled, *documents_by_weight),
    )


def match_of_some(
    groups: Sequence[WordGroup],
    index: Index,
    among: BitMap,
    sought: BitMap,
) -> Match:
    """The documents with some of the words."""
    used: list[WordGroup] = []
    used_words: set[str] = set()
    for group in groups:
        for known in known_of(group, index, among):
            used.append(known)
            used_words.update(known.words)
    dropped = []
    for group in groups:
        if group not in used and used_words.isdisjoint(group.words):
            dropped.append(group)
    by_terms = partial(found_by, index)
    documents_by_weight = weighed(used, among, among, by_terms, sought)
    return Match(
        tiers=tuple(documents_by_weight.values()),
        used=tuple(used),
        dropped=tuple(dropped),
        is_partial=True,
        weights=tuple(documents_by_weight),
    )


def is_by_chance(anywhere: BitMap, groups: Sequence[WordGroup], index: Index) -> bool:
    """Whether all words are together in no document, or in hardly any and only far into its text."""
    if not anywhere:
        return True
    if len(groups) == 1 or len(anywhere) > HARDLY_ANY:
        return False
    return not documents_with_all(groups, index, anywhere, IN_SUMMARY)


def is_in_other_words(groups: Iterable[WordGroup], index: Index, among: BitMap) -> bool:
    """Whether no document has the words of some group themselves, but another way to say it."""
    for group in groups:
        own = group.ways()[0]
        if not found_by(index, own.terms).intersect(among):
            return True
    return False


def unwanted_documents(question: SearchQuestion, index: Index) -> BitMap:
    """The documents with anything that the question excludes."""
    unwanted = BitMap()
    for phrase in question.unwanted:
        unwanted |= found_by(index, phrase.terms())
    return unwanted


def documents_with_all(
    groups: Iterable[WordGroup],
    index: Index,
    among: BitMap,
    mark: str = ANYWHERE,
) -> BitMap:
    """The documents of a set that have every group, in the place that the mark says."""
    documents = among
    for group in groups:
        documents = documents & found_in_any_way(index, group, mark)
    return documents


def find_together(index: Index, question: SearchQuestion) -> None:
    """Let the database find all that a question needs in one go, instead of waiting for each answer."""
    wanted = [whole_title_terms(question)]
    for mark in (ANYWHERE, IN_SUMMARY, IN_TITLE):
        wanted += terms_of_ways(question.wanted, mark)
    for phrase in question.unwanted:
        wanted.append(phrase.terms())
    find_all(index, wanted)


def whole_title_terms(question: SearchQuestion) -> str:
    """The term of a title that is just these words; empty where they say nothing."""
    term = whole_title_term(question.text)
    if not term:
        return ""
    return f"'{term}'"


def known_of(group: WordGroup, index: Index, among: BitMap) -> list[WordGroup]:
    """The group where some document has it, else those of its words, or of the parts of its word, that some has."""
    if found_in_any_way(index, group).intersect(among):
        return [group]
    known: list[WordGroup] = []
    for piece in pieces_of(group, index):
        known += known_of(piece, index, among)
    return known


def pieces_of(group: WordGroup, index: Index) -> list[Part] | list[Group]:
    """Words that only together mean something else, each by itself; of one word the parts of which it is made."""
    if not isinstance(group, Group):
        return []
    if len(group.words) == 1:
        return index.synonyms.parts_of(group.words[0])
    pieces: list[Group] = []
    for word in group.words:
        pieces += index.synonyms.groups([word])
    return pieces
