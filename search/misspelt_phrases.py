"""Typing errors in words that only together have another meaning: no text need have *curriculum* to find a cv."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from dutch.analysis import is_in_dictionary

from .groups import Group, Words
from .index import Index
from .question import SearchQuestion

LETTERS_PER_ERROR = 4


def corrected_phrases(
    question: SearchQuestion,
    unknown: Iterable[Group],
    index: Index,
) -> dict[Words, str]:
    """The phrases that were meant, by the words as they were typed; ``unknown`` are those that are in no text."""
    labels = {group.label for group in unknown}
    if not labels:
        return {}
    meant = {}
    for words, phrase in misspelt_phrases(
        question.words,
        labels,
        index.synonyms.phrases,
    ):
        meant[words] = " ".join(phrase)
    return meant


def misspelt_phrases(
    typed: Sequence[str],
    unknown: Collection[str],
    phrases: Collection[Words],
) -> Iterator[tuple[Words, Words]]:
    """Yield words of what was typed with the phrase that they nearly are; ``unknown`` words are in no text."""
    for phrase in sorted(phrases):
        for place in range(len(typed) - len(phrase) + 1):
            words = tuple(typed[place : place + len(phrase)])
            if is_nearly(words, phrase, unknown):
                yield words, phrase


def is_nearly(words: Words, phrase: Words, unknown: Collection[str]) -> bool:
    """Whether these are the words of a phrase, some of them misspelt."""
    if words == phrase:
        return False
    for word, meant in zip(words, phrase, strict=True):
        if word != meant and not is_misspelt(word, meant, unknown):
            return False
    return True


def is_misspelt(word: str, meant: str, unknown: Collection[str]) -> bool:
    """Whether a word that nobody knows is nearly another one."""
    if word not in unknown or is_in_dictionary(word):
        return False
    return OSA.distance(word, meant) <= len(word) // LETTERS_PER_ERROR
