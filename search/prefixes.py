"""Words that begin with what was typed so far."""

from django.db.models.functions import Length

from .models import CorpusWord
from .question import Group

SHORTEST = 2  # letters
MOST_WORDS = 300


def words_beginning_with(beginning):
    """The words of our texts that begin so, shortest first; nothing for a single letter."""
    if len(beginning) < SHORTEST:
        return []
    words = CorpusWord.objects.filter(word__startswith=beginning).order_by(
        Length("word"),
        "word",
    )
    return list(words.values_list("word", flat=True)[:MOST_WORDS])


def grown(word):
    """A word that may not be finished yet, as itself or anything it may become."""
    others = []
    for longer in words_beginning_with(word):
        if longer != word:
            others.append((longer,))
    return Group((word,), tuple(others))
