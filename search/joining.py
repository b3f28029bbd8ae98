"""Words that people write apart and texts as one ("dag besteding", "laag geletterd"), and a word that stands alone."""

from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from dutch.analysis import analyse, is_in_dictionary

from .finding import find_all, found_by
from .groups import Group, WordGroup
from .index import Index
from .question import SearchQuestion
from .terms import whole


def with_joined(question: SearchQuestion, index: Index) -> SearchQuestion:
    """The question in which neighbours that make one known word are looked for as that word as well.

    "dag besteding" becomes one group, of both words or of "dagbesteding".
    """
    neighbours = []
    for first, second in pairwise(question.wanted):
        if is_one_word(first) and is_one_word(second):
            neighbours.append((first, second))
    terms = [whole(first.label + second.label) for first, second in neighbours]
    find_all(index, terms)
    wanted = list(question.wanted)
    for first, second in neighbours:
        group = as_one_group(first, second, index)
        # either may have become one with its other neighbour already
        if group and first in wanted and second in wanted:
            place = wanted.index(first)
            wanted[place : place + 2] = [group]
    return replace(question, wanted=tuple(wanted))


def with_word_alone(question: SearchQuestion) -> SearchQuestion:
    """The question in which an ordinary word that is all that was asked is no piece of the name of a place.

    Nor is a word that means something else: IDO is no Hendrik-Ido-Ambacht.
    """
    if len(question.wanted) != 1:
        return question
    [group] = question.wanted
    if not is_one_word(group):
        return question
    if not is_in_dictionary(group.label) and not group.alternatives:
        return question
    if not analyse(group.label).whole:
        return question
    alone = replace(group, is_alone=True)
    return replace(question, wanted=(alone,))


def is_one_word(group: WordGroup | None) -> TypeGuard[Group]:
    """Whether this is a single word, and no phrase."""
    return isinstance(group, Group) and len(group.words) == 1


def as_one_group(
    first: Group,
    second: Group,
    index: Index,
) -> Group | None:
    """Both words as one group, with the word that they make and what that means; nothing where nobody knows it."""
    word = first.label + second.label
    [joined] = index.synonyms.groups([word])
    if not joined.alternatives and not found_by(index, whole(word)):
        return None
    return Group(
        words=(*first.words, *second.words),
        alternatives=joined.alternatives,
        written=(joined.words,),
    )
