"""The documents that are about what a question is about, the nearest first."""

from collections.abc import Iterable

from pyroaring import BitMap

from dutch.analysis import words
from search.index import Index
from search.models import SearchDocument

from .model import is_available
from .vectors import likenesses_to, vector_of_question

COMPARED = 200  # documents whose bits are nearest, which are then compared exactly
MOST = 20  # documents: of what comes after, nobody would say that it is about the same
LEAST = 0.3  # likeness; whoever types nonsense comes near this
WITHIN = 0.15  # of the likeness of the best one
# of the best one to a single word, which has no others beside it that say what is meant: less is near any word
LEAST_OF_BEST_TO_A_WORD = 0.36
MOST_WAITING = 0.2  # of all documents


def nearest(
    index: Index,
    text: str,
    among: BitMap,
) -> list[int]:
    """Numbers of at most 20 documents of a set, best first; none where nothing is about the same."""
    likeness_of = likenesses(index, text, among)
    return nearest_of(likeness_of, text)


def likenesses(
    index: Index,
    text: str,
    among: BitMap,
    others: Iterable[int] = (),
) -> dict[int, float]:
    """The likeness by document number, of the likely documents of a set and of these others; 1 query."""
    if not is_ready(index):
        return {}
    question = vector_of_question(text)
    likely = index.meanings.nearest(question, among, COMPARED)
    likely |= BitMap(others) & index.meanings.documents
    documents = SearchDocument.objects.numbered(likely)
    vector_of = dict(documents.values_list("pk", "meaning"))
    return likenesses_to(question, vector_of)


def nearest_of(
    likeness_of: dict[int, float],
    text: str,
) -> list[int]:
    """The numbers of those that are about the same as a text, the nearest first."""
    best = max(likeness_of.values(), default=0)
    is_one_word = len(words(text)) == 1
    if is_one_word and best < LEAST_OF_BEST_TO_A_WORD:
        return []
    least = max(LEAST, best - WITHIN)
    near = []
    for pk in sorted(likeness_of):
        if likeness_of[pk] >= least:
            near.append(pk)
    nearest_first = sorted(near, key=likeness_of.__getitem__, reverse=True)
    return nearest_first[:MOST]


def is_ready(index: Index) -> bool:
    """Whether questions can be compared, and with nearly all documents: the first few would be near everything."""
    waiting = len(index.without_meaning)
    is_known_of_most = waiting <= MOST_WAITING * len(index.everything)
    return bool(index.meanings.documents) and is_known_of_most and is_available()
