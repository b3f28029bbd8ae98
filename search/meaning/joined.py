"""Two lists of what may answer a question as one: what has its words, and what is about the same."""

from dataclasses import replace

from pyroaring import BitMap

from dutch.analysis import analyse
from dutch.lexicon import lexicon
from search.groups import Phrase
from search.index import Index
from search.matching import Match, unwanted_documents
from search.question import SearchQuestion
from search.results import Results

from .nearest import is_ready, likenesses, nearest_of

ENOUGH = 5  # documents with all words; then nobody asks for more
CONSIDERED = 20  # documents with some of the words, the heaviest ones
# what it counts to be about the same, where having all that the best one has of the words counts 1
WEIGHT_OF_MEANING = 2.5


def with_meaning(
    match: Match,
    question: SearchQuestion,
    index: Index,
    among: BitMap,
) -> Match:
    """The match, with what is about the same where few documents, or none, have all words.

    What has all words stays first. What has only some is ordered by what it has of them and what it is about.
    """
    if not is_ready(index):
        return match
    if not question.wanted or not has_too_little(match, question):
        return match
    results = Results(index, "relevantie", match.tiers, match.terms)
    by_words = [document.pk for document in results[:CONSIDERED]]
    possible = among - unwanted_documents(question, index)
    likeness_of = likenesses(index, question.text, possible, by_words)
    by_meaning = nearest_of(likeness_of, question.text)
    if not by_meaning:
        return match
    led = list(dict.fromkeys([*by_words, *by_meaning]))
    if match.is_partial or match.is_in_other_words:
        led = by_words_and_meaning(led, match, likeness_of)
    return replace(
        match,
        led=tuple(led),
        by_meaning=BitMap(by_meaning) - match.found,
    )


def has_too_little(match: Match, question: SearchQuestion) -> bool:
    """Whether it helps to look further; who names something, or puts words between quotes, means just that."""
    if any(isinstance(group, Phrase) for group in question.wanted):
        return False
    if not any(map(is_dutch, question.words)):
        return False
    if match.is_partial:
        return True
    called_so = match.tiers[0]
    if called_so:
        return False
    return match.is_in_other_words or len(match.found) < ENOUGH


def is_dutch(word: str) -> bool:
    """Whether a word means something; a name of a place or person, or nonsense, only looks like something."""
    return lexicon().lemma(word) is not None or bool(analyse(word).parts)


def by_words_and_meaning(
    numbers: list[int],
    match: Match,
    likeness_of: dict[int, float],
) -> list[int]:
    """Documents by what they have of the words and what they are about, both as a part of what the best one has."""
    weight_of = weights_of(numbers, match)
    heaviest = max(match.weights, default=1)
    nearest = max(likeness_of.values())
    score_of: dict[int, float] = {}
    for pk in numbers:
        share_of_words = weight_of.get(pk, 0) / heaviest
        share_of_meaning = likeness_of.get(pk, 0) / nearest
        score_of[pk] = share_of_words + WEIGHT_OF_MEANING * share_of_meaning
    return sorted(
        numbers,
        key=lambda pk: score_of[pk],
        reverse=True,
    )


def weights_of(
    numbers: list[int],
    match: Match,
) -> dict[int, int]:
    """What their words weigh, by document number, of those that have some."""
    weight_of = {}
    wanted = BitMap(numbers)
    for weight, tier in zip(match.weights, match.tiers, strict=True):
        for pk in tier & wanted:
            weight_of[pk] = weight
    return weight_of
