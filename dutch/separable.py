"""Verbs of which somebody wrote the parts apart: in "ik kom niet rond" it is "rondkomen" that is meant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dutch.lexicon import lexicon
from dutch.words import PARTICLES, PREPOSITIONS

FARTHEST = 5  # words from the form of a verb to the part that was split off


class SplitVerb(NamedTuple):
    """A verb in two parts, as they were written, and its infinitive."""

    form: str
    particle: str
    infinitive: str


def split_verbs(words: Sequence[str]) -> Iterator[SplitVerb]:
    """Yield the verbs in a question that stand there in two parts."""
    for place, word in enumerate(words):
        if not is_split_off(word, place, words):
            continue
        first = max(place - FARTHEST, 0)
        verb = nearest_verb(words[first:place], word)
        if verb:
            yield verb


def is_split_off(word: str, place: int, words: Sequence[str]) -> bool:
    """Tell whether a word may belong to a verb before it; a preposition only does where nothing comes after it."""
    if word in PREPOSITIONS:
        return place == len(words) - 1
    return word in PARTICLES


def nearest_verb(words: Sequence[str], particle: str) -> SplitVerb | None:
    """Return the last of these words that makes a verb with a particle, as "kom" does with "rond"."""
    known = lexicon()
    for form in reversed(words):
        infinitive = f"{particle}{known.lemma(form)}"
        if known.lemma(infinitive) == infinitive and infinitive.endswith("n"):
            return SplitVerb(form, particle, infinitive)
    return None
