"""Which documents match a question, and how well.

The database finds the documents of each group of words; sets of them are then combined here. What a group found is
kept as long as no document changes.
"""

from array import array
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from sys import byteorder

from django.db import connection
from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE, whole_title_term
from .question import Group, single

FIND = "SELECT search_documents_with(%s::tsquery)"  # numbers of four bytes, one after the other


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
    among = among - BitMap.union(BitMap(), *(found_by(index, each.terms()) for each in question.unwanted))
    used = _largest_part(groups, index, among)
    anywhere = _all(used, index, among, ANYWHERE) if used or not groups else BitMap()
    tiers = [
        anywhere & _whole_title(question, index) if len(used) == len(groups) else BitMap(),
        _all(used, index, anywhere, IN_TITLE),
        _all(used, index, anywhere, IN_SUMMARY),
        anywhere,
    ]
    return Match(tuple(_without_better(tiers)), tuple(used), _dropped(groups, used))


def found_by(index, terms):
    """The documents with these terms, as the database finds them."""
    return index.memory.recall(("terms", terms), lambda: _find(terms)) if terms else BitMap()


def _find(terms):
    with connection.cursor() as cursor:
        cursor.execute(FIND, [terms])
        numbers = array("I", cursor.fetchone()[0] or b"")
    if byteorder == "little":  # the database sends the highest byte first
        numbers.byteswap()
    return BitMap(numbers)


def _all(groups, index, among, mark):
    """The documents of a set that have every group, in the place that the mark says."""
    found = among
    for group in groups:
        found = found & found_by(index, group.terms(mark))
    return found


def _whole_title(question, index):
    term = whole_title_term(" ".join(question.words))
    return found_by(index, f"'{term}'") if term else BitMap()


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
