"""Yet other ways to say what no text says: what its meanings mean, as minima is armoede and that leads to schulden."""

from dataclasses import replace

from .finding import found_by
from .groups import Group, Phrase
from .index import Index
from .question import SearchQuestion


def with_further_meanings(question: SearchQuestion, index: Index) -> SearchQuestion:
    """The question in which what no text says is looked for as what its meanings mean as well."""
    wanted: list[Group | Phrase] = []
    for group in question.wanted:
        if isinstance(group, Group) and not is_said(group, index):
            wanted.append(said_further(group, index))
        else:
            wanted.append(group)
    return replace(question, wanted=tuple(wanted))


def is_said(group: Group, index: Index) -> bool:
    """Whether some text says it, in these words or other ones."""
    return any(found_by(index, way.terms) for way in group.sayings())


def said_further(group: Group, index: Index) -> Group:
    """The group with the meanings of its meanings."""
    alternatives = list(group.alternatives)
    for words in group.alternatives:
        alternatives += index.synonyms.meanings_of(words)
    return replace(group, alternatives=tuple(dict.fromkeys(alternatives)))
