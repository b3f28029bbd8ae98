"""Yet other ways to say what no text says: what its meanings mean, as minima is armoede and that leads to schulden."""

from dataclasses import replace

from pyroaring import BitMap

from .finding import found_by
from .groups import Group, Phrase, Words
from .index import Index
from .question import SearchQuestion


def with_further_meanings(
    question: SearchQuestion,
    index: Index,
    among: BitMap,
) -> SearchQuestion:
    """The question in which what none of these documents says is looked for as what its meanings mean as well."""
    wanted: list[Group | Phrase] = []
    for group in question.wanted:
        if isinstance(group, Group) and not is_said(group, index, among):
            wanted.append(said_further(group, index))
        else:
            wanted.append(group)
    return replace(question, wanted=tuple(wanted))


def is_said(group: Group, index: Index, among: BitMap) -> bool:
    """Whether some of these documents say it, in these words or other ones."""
    return any(found_by(index, way.terms).intersect(among) for way in group.sayings())


def said_further(group: Group, index: Index) -> Group:
    """The group with what its meanings mean, and with each meaning of several words in fewer."""
    alternatives = list(group.alternatives)
    for words in group.alternatives:
        alternatives += index.synonyms.meanings_of(words)
        alternatives += in_fewer_words(words)
    others = [words for words in dict.fromkeys(alternatives) if words != group.words]
    return replace(group, alternatives=tuple(others))


def in_fewer_words(words: Words) -> list[Words]:
    """The words without the first: in Dutch that only makes the others narrower (licht verstandelijke beperking)."""
    if len(words) < 3:
        return []
    return [words[1:]]
