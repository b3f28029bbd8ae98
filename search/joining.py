"""Words that people write apart and that texts write as one: "dag besteding", "laag geletterd"."""

from dataclasses import replace

from .matching import find_all, found_by
from .question import Group
from .terms import whole


def with_joined(question, index):
    """The question in which neighbours that make one known word are looked for as that word as well."""
    likely = [pair for pair in zip(question.wanted, question.wanted[1:], strict=False) if _may_be_one(*pair)]
    find_all(index, [whole(_joined(*pair)) for pair in likely])
    wanted = list(question.wanted)
    for pair in likely:
        group = _as_one(pair, index)
        if group and wanted.count(pair[0]) and wanted.count(pair[1]):
            place = wanted.index(pair[0])
            wanted[place : place + 2] = [group]
    return replace(question, wanted=tuple(wanted))


def _may_be_one(first, second):
    return all(isinstance(group, Group) and len(group.words) == 1 for group in (first, second))


def _joined(first, second):
    return first.words[0] + second.words[0]


def _as_one(pair, index):
    """Both words as one group, with the word that they make and what that means; nothing where nobody knows it."""
    word = _joined(*pair)
    meanings = index.synonyms.groups([word])[0].alternatives
    if not meanings and not found_by(index, whole(word)):
        return None
    return Group((*pair[0].words, *pair[1].words), tuple(meanings), ((word,),))
