"""Two lists of what may answer a question as one: what has its words, and what is about the same."""

from dataclasses import replace

from pyroaring import BitMap

from dutch.analysis import analyse
from dutch.lexicon import lexicon
from search.matching import unwanted_documents
from search.question import Phrase
from search.results import Results

from .nearest import nearest

ENOUGH = 5  # documents with all words; then nobody asks for more
CONSIDERED = 20  # of each list
SOFTNESS = 20  # of reciprocal ranks: how little the first place of a list counts above the next ones


def with_meaning(match, question, index, among):
    """The match, with what is about the same where few documents, or none, have all words.

    What has all words stays first. What has only some is ordered by its places in both lists.
    """
    if not question.wanted or not has_too_little(match, question):
        return match
    near = nearest(
        index,
        question.text,
        among - unwanted_documents(question, index),
    )
    if not near:
        return match
    words = Results(index, "relevantie", match.tiers, match.terms)[:CONSIDERED]
    by_words = [document.pk for document in words]
    if match.is_partial:
        led = by_both(by_words, near)
    else:
        led = list(dict.fromkeys(by_words + near))
    return replace(
        match,
        led=tuple(led),
        by_meaning=BitMap(near) - match.found,
    )


def has_too_little(match, question):
    """Whether it helps to look further; who names something, or puts words between quotes, means just that."""
    if any(isinstance(group, Phrase) for group in question.wanted):
        return False
    if not any(map(is_dutch, question.words)):
        return False
    if match.is_partial:
        return True
    titled, *_ = match.tiers
    return len(match.found) < ENOUGH and not titled


def is_dutch(word):
    """Whether a word means something; a name of a place or person, or nonsense, only looks like something."""
    return lexicon().lemma(word) is not None or bool(analyse(word).parts)


def by_both(one, other):
    """Reciprocal ranks added up; where they are equal, the first list decides."""
    score = {}
    for numbers in (one, other):
        for place, pk in enumerate(numbers, 1):
            score[pk] = score.get(pk, 0) + 1 / (SOFTNESS + place)
    return sorted(score, key=score.get, reverse=True)
