"""Which documents match a question, and how well.

The database finds the documents of each group of words; sets of them are then combined here. What a group found is
kept as long as no document changes.
"""

from dataclasses import dataclass
from functools import cached_property, partial

from django.db import connection
from pyroaring import BitMap

from .documents.draft import ANYWHERE, IN_SUMMARY, IN_TITLE, whole_title_term
from .numbers import read_numbers
from .question import Group, Part, single
from .weighing import weighed

HARDLY_ANY = 3  # documents
FIND = "search_documents_with(%s::tsquery)"


@dataclass(frozen=True)
class Match:
    """Documents that match, best first in ``tiers``.

    With all words: whole title, in the title, in the summary, anywhere. Where hardly any document has all of them
    (``is_partial``): by how much the words tell that it has. ``used`` and ``dropped`` are groups of words; no document
    has any that were dropped.
    """

    tiers: tuple
    used: tuple
    dropped: tuple = ()
    is_partial: bool = False

    @cached_property
    def found(self):
        """All documents that match."""
        return BitMap.union(BitMap(), *self.tiers)

    @property
    def terms(self):
        """The search terms by which the matches can be ranked."""
        return " | ".join(f"({each.terms()})" for each in self.used)


def match(question, index, among):
    """The documents of an index that match a question; ``among`` is the set in which something has to be found."""
    groups = [group for group in question.wanted if group.terms()]
    find_together(index, question)
    among = among - BitMap.union(BitMap(), *(found_by(index, each.terms()) for each in question.unwanted))
    tiers = _with_all(groups, question, index, among)
    if not groups or not _is_by_chance(tiers, groups):
        return Match(tuple(tiers), tuple(groups))
    used = [group for each in groups for group in _known(each, index, among)]
    dropped = _dropped(groups, used)
    tiers = weighed(used, among, lambda terms: found_by(index, terms))
    return Match(tuple(tiers), tuple(used), dropped, is_partial=True)


def _with_all(groups, question, index, among):
    """The documents with every group: whole title, in the title, in the summary, anywhere."""
    anywhere = _all(groups, index, among, ANYWHERE)
    tiers = [
        anywhere & found_by(index, _whole_title_terms(question)),
        _all(groups, index, anywhere, IN_TITLE),
        _all(groups, index, anywhere, IN_SUMMARY),
        anywhere,
    ]
    return list(_without_better(tiers))


def _is_by_chance(tiers, groups):
    """Whether all words are together in no document, or in hardly any and only far into its text."""
    *in_sight, anywhere = tiers
    if any(in_sight):
        return False
    return not anywhere or (len(groups) > 1 and len(anywhere) <= HARDLY_ANY)


def found_by(index, terms):
    """The documents with these terms, as the database finds them."""
    return index.memory.recall(("terms", terms), lambda: _find([terms])[0]) if terms else BitMap()


def find_together(index, question):
    """Let the database find all that a question needs in one go, instead of waiting for each answer."""
    marks = (ANYWHERE, IN_SUMMARY, IN_TITLE)
    wanted = [group.terms(mark) for group in question.wanted for mark in marks] + [
        each.terms() for each in question.unwanted
    ]
    find_all(index, [*wanted, _whole_title_terms(question)])


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
