"""Names and titles that are alike, whatever the order of their words."""

from django.utils.text import slugify
from rapidfuzz import fuzz, process

ALIKE = 84  # of 100
MOST_ALIKE = 200  # looked at further; more are one series, like numbered ones
SMALL_WORDS = {"de", "het", "een", "en", "and", "the", "in", "van", "voor", "met", "op"}


def most_alike(text, texts):
    """(text, score, key) of the texts that are most like this one, best first, of equals the lowest key."""
    matches = process.extract(
        text,
        texts,
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
        limit=MOST_ALIKE,
    )
    return sorted(matches, key=best_first)


def best_first(match):
    """The highest score first, of equals the lowest key."""
    _, score, key = match
    return -score, key


def sorted_words(text, without=SMALL_WORDS):
    """A text to compare by: plain letters, words in order of the alphabet, so that their order does not matter."""
    words = text.casefold().split()
    slug = slugify(text)
    if slug:
        words = slug.split("-")
    telling = [word for word in words if word not in without]
    return " ".join(sorted(telling)) or text.casefold()
