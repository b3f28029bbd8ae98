"""The documents that are about what a question is about, the nearest first."""

from heapq import nsmallest

from search.models import SearchDocument

from .model import is_available
from .vectors import bits_of, likeness, vector_of_question

COMPARED = 200  # documents whose bits are nearest, which are then compared exactly
MOST = 20  # documents: of what comes after, nobody would say that it is about the same
LEAST = 0.3  # likeness; whoever types nonsense comes near this
WITHIN = 0.15  # of the likeness of the best one
MOST_WAITING = 0.2  # of all documents


def nearest(index, text, among):
    """Numbers of at most 20 documents of a set, best first; none where nothing is about the same."""
    if not is_known_of_most(index) or not is_available():
        return []
    question = index.memory.recall(
        ("meaning", text),
        lambda: vector_of_question(text),
    )
    likely = likely_documents(index.meanings, bits_of(question), among)
    vectors = SearchDocument.objects.numbered(likely).values_list("pk", "meaning")
    likenesses = {pk: likeness(question, bytes(vector)) for pk, vector in vectors}
    least = max(LEAST, max(likenesses.values(), default=0) - WITHIN)
    ordered = sorted(likenesses, key=lambda pk: (-likenesses[pk], pk))
    return [pk for pk in ordered if likenesses[pk] >= least][:MOST]


def is_known_of_most(index):
    """Whether it is known of nearly all documents what they are about: the first few would be near everything."""
    waiting = len(index.without_meaning)
    return bool(index.meanings) and waiting <= MOST_WAITING * len(index.everything)


def likely_documents(meanings, question, among):
    """Documents whose bits differ least."""
    different = {}
    for pk in among:
        if pk in meanings:
            different[pk] = (meanings[pk] ^ question).bit_count()
    farthest = max(nsmallest(COMPARED, different.values()), default=0)
    return [pk for pk, count in different.items() if count <= farthest]
