"""Which documents match a question, and how well.

The database finds the documents of each group of words; sets of them are then combined here. What a group found is
kept as long as no document changes.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations

from django.db import connection
from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE, whole_title_term
from .numbers import read_numbers
from .question import Group, single

FIND = "search_documents_with(%s::tsquery)"


@dataclass(frozen=True)
class Match:
    """Documents that match, best first in ``tiers``: whole title, in the title, in the summary, anywhere.

    ``used`` and ``dropped`` are groups of words; some are dropped where no document has all of them.
    """

    tiers: tuple
    used: tuple
    dropped: tuple = ()

    @cached_property
    def found(self):
        """All documents that match."""
        return BitMap.union(*self.tiers)

    @property
    def terms(self):
        """The search terms by which the matches can be ranked."""
        return " | ".join(f"({each.terms()})" for each in self.used)


def match(question, index, among):
    """The documents of an index that match a question; ``among`` is the set in which something has to be found."""
    groups = [group for group in question.wanted if group.terms()]
    find_together(index, question)
    among = among - BitMap.union(BitMap(), *(found_by(index, each.terms()) for each in question.unwanted))
    used = _largest_part(groups, index, among)
    anywhere = _all(used, index, among, ANYWHERE) if used or not groups else BitMap()
    tiers = [
        anywhere & found_by(index, _whole_title_terms(question)) if len(used) == len(groups) else BitMap(),
        _all(used, index, anywhere, IN_TITLE),
        _all(used, index, anywhere, IN_SUMMARY),
        anywhere,
    ]
    return Match(tuple(_without_better(tiers)), tuple(used), _dropped(groups, used))


def found_by(index, terms):
    """The documents with these terms, as the database finds them."""
    return index.memory.recall(("terms", terms), lambda: _find([terms])[0]) if terms else BitMap()


def find_together(index, question):
    """Let the database find all that a question needs in one go, instead of waiting for each answer."""
    marks = (ANYWHERE, IN_SUMMARY, IN_TITLE)
    wanted = [group.terms(mark) for group in question.wanted for mark in marks] + [
        each.terms() for each in question.unwanted
    ]
    wanted.append(_whole_title_terms(question))
    unknown = [terms for terms in dict.fromkeys(wanted) if terms and not index.memory.knows(("terms", terms))]
    if len(unknown) > 1:
        for terms, found in zip(unknown, _find(unknown), strict=True):
            index.memory.recall(("terms", terms), partial(BitMap, found))


def _find(many):
    """A bitmap for each of these terms, in 1 query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([FIND] * len(many))}", many)  # noqa: S608 our own words
        return [BitMap(read_numbers(data)) for data in cursor.fetchone()]


def _all(groups, index, among, mark):
    """The documents of a set that have every group, in the place that the mark says."""
    found = among
    for group in groups:
        found = found & found_by(index, group.terms(mark))
    return found


def _whole_title_terms(question):
    term = whole_title_term(" ".join(question.words))
    return f"'{term}'" if term else ""


def _dropped(groups, used):
    """Groups that are not used, nor any word of theirs."""
    words = {word for group in used for word in group.words}
    return tuple(group for group in groups if group not in used and words.isdisjoint(group.words))


def _without_better(tiers):
    seen = BitMap()
    for tier in tiers:
        yield tier - seen
        seen = seen | tier


def _largest_part(groups, index, among):
    """The groups that are found together: all of them, else as many as possible, rare ones before common ones.

    Words that only together mean something else are tried by themselves, where together they are in no document.
    """
    if _all(groups, index, among, ANYWHERE):
        return groups
    known = [group for each in groups for group in _known(each, index, among)]
    by_rarity = sorted(known, key=lambda group: len(found_by(index, group.terms()) & among))
    for size in range(len(known), 0, -1):
        for chosen in combinations(by_rarity, size):
            if _all(chosen, index, among, ANYWHERE):
                return [group for group in known if group in chosen]
    return []


def _known(group, index, among):
    """The group where some document has it, else those of its words that some document has."""
    is_loose = isinstance(group, Group) and len(group.words) > 1
    tried = [group, *map(single, group.words)] if is_loose else [group]
    found = [each for each in tried if found_by(index, each.terms()) & among]
    return found[:1] if group in found else found
