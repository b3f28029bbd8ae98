"""Which documents match a question, and how well.

The database finds the documents of each group of words; sets of them are then combined here. What a group found is
kept as long as no document changes.
"""

from dataclasses import dataclass, field
from functools import cached_property, partial

from django.db import connection
from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE, whole_title_term
from .numbers import read_numbers
from .question import Group, Part, single
from .terms import any_way
from .weighing import weighed

HARDLY_ANY = 3  # documents
FIND = "search_documents_with(%s::tsquery)"


@dataclass(frozen=True)
class Match:
    """Documents that match, best first in ``tiers``: those called so, then by how much the words tell that they have.

    Where hardly any document has all words, those with some of them match (``is_partial``). ``used`` and ``dropped``
    are groups of words; no document has any that were dropped. ``led`` are numbers of documents that come before all
    others, in that order, of which ``by_meaning`` are about the same without having the words.
    """

    tiers: tuple
    used: tuple
    dropped: tuple = ()
    is_partial: bool = False
    led: tuple = ()
    by_meaning: BitMap = field(default_factory=BitMap)

    @cached_property
    def found(self):
        """All documents that match."""
        return BitMap.union(self.by_meaning, *self.tiers)

    @property
    def terms(self):
        """The search terms by which the matches can be ranked."""
        return any_way(each.terms() for each in self.used)


def match(question, index, among, sought=None):
    """The documents of an index that match a question; ``among`` is the set in which something can be found.

    ``sought`` is the part of it that readers see first: something has to be found in that.
    """
    groups = [group for group in question.wanted if group.terms()]
    find_together(index, question)
    among = among - BitMap.union(BitMap(), *(found_by(index, each.terms()) for each in question.unwanted))
    if not groups:
        return Match((among,), ())
    found = partial(found_by, index)
    titled = among & found(_whole_title_terms(question))
    anywhere = _all(groups, index, among)
    sought = among if sought is None else sought
    if not titled & sought and _is_by_chance(anywhere & sought, groups, index):
        return _match_of_some(groups, index, among, sought)
    others = weighed(groups, anywhere - titled, among, found, sought)
    return Match((titled, *others), tuple(groups))


def _match_of_some(groups, index, among, sought):
    """The documents with some of the words."""
    used = []
    for group in groups:
        used.extend(_known(group, index, among))
    tiers = weighed(used, among, among, partial(found_by, index), sought)
    return Match(tuple(tiers), tuple(used), _dropped(groups, used), is_partial=True)


def _is_by_chance(anywhere, groups, index):
    """Whether all words are together in no document, or in hardly any and only far into its text."""
    if not anywhere:
        return True
    if len(groups) == 1 or len(anywhere) > HARDLY_ANY:
        return False
    return not _all(groups, index, anywhere, IN_SUMMARY)


def found_by(index, terms):
    """The documents with these terms, as the database finds them."""
    return index.memory.recall(("terms", terms), lambda: _find([terms])[0]) if terms else BitMap()


def find_together(index, question):
    """Let the database find all that a question needs in one go, instead of waiting for each answer."""
    wanted = [_whole_title_terms(question)]
    for group in question.wanted:
        for mark in (ANYWHERE, IN_SUMMARY, IN_TITLE):
            wanted.append(group.terms(mark))
            wanted.extend(terms for terms, _ in group.ways(mark))
    wanted.extend(each.terms() for each in question.unwanted)
    find_all(index, wanted)


def find_all(index, wanted):
    """Let the database find these terms in one go, as far as nobody remembers what they find."""
    unknown = [terms for terms in dict.fromkeys(wanted) if terms and not index.memory.knows(("terms", terms))]
    if len(unknown) > 1:
        for terms, found in zip(unknown, _find(unknown), strict=True):
            index.memory.recall(("terms", terms), partial(BitMap, found))


def _find(many):
    """A bitmap for each of these terms, in 1 query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([FIND] * len(many))}", many)  # noqa: S608 our own words
        return [BitMap(read_numbers(data)) for data in cursor.fetchone()]


def _all(groups, index, among, mark=ANYWHERE):
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


def _known(group, index, among):
    """The group where some document has it, else those of its words, or of the parts of its word, that some has."""
    for tried in ([group], _words_of(group), _parts_of(group)):
        found = [each for each in tried if found_by(index, each.terms()) & among]
        if found:
            return found
    return []


def _words_of(group):
    """Words that only together mean something else, by themselves."""
    return [single(word) for word in group.words] if isinstance(group, Group) and len(group.words) > 1 else []


def _parts_of(group):
    """The parts of a compound by themselves."""
    return Part.all_of(group.words[0]) if isinstance(group, Group) and len(group.words) == 1 else []
