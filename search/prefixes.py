"""Words that begin with what was typed so far."""

from dataclasses import replace

from django.db.models.functions import Length

from dutch.analysis import is_in_dictionary, is_known

from .finding import found_in_any_way
from .groups import Group
from .index import Index
from .joining import is_one_word
from .models import CorpusWord
from .question import SearchQuestion

SHORTEST = 2  # letters
MOST_WORDS = 300


def words_beginning_with(beginning: str) -> list[str]:
    """The words of our texts that begin so, shortest first; nothing for a single letter."""
    if len(beginning) < SHORTEST:
        return []
    words = CorpusWord.objects.filter(word__startswith=beginning).order_by(
        Length("word"),
        "word",
    )
    return list(words.values_list("word", flat=True)[:MOST_WORDS])


def grown(word: str) -> Group:
    """A word that may not be finished yet, as itself or anything it may become.

    A word of the dictionary becomes no name: "tik" is not the beginning of De Tike.
    """
    is_finished = is_in_dictionary(word)
    others = []
    for longer in words_beginning_with(word):
        is_other = longer != word
        if is_other and (is_known(longer) or not is_finished):
            others.append((longer,))
    return Group((word,), tuple(others))


def with_last_word_grown(question: SearchQuestion, index: Index) -> SearchQuestion:
    """The question in which a last word that nobody wrote may be the beginning of one."""
    *others, last = question.wanted or [None]
    if not is_one_word(last) or found_in_any_way(index, last):
        return question
    return replace(question, wanted=(*others, grown(last.label)))
