"""Words that mean the same, as curators wrote them down."""

from collections import defaultdict

from dutch.analysis import analyse, is_stop_word, tokens

from .models import Synonym
from .question import Group

LONGEST = 6  # words in one synonym


class Synonyms:
    """Synonyms by the stems of their words, so that every form of a word is recognised."""

    def __init__(self, pairs):
        """Take ``(word, meaning, is two-way)`` rows."""
        self._meanings = defaultdict(list)
        self.words = set()  # that have another meaning by themselves
        for word, meaning, is_two_way in pairs:
            self._add(word, meaning)
            if is_two_way:
                self._add(meaning, word)

    @classmethod
    def load(cls):
        """Load them, in 1 query."""
        return cls(Synonym.objects.values_list("word", "meaning", "is_two_way"))

    def groups(self, words):
        """Words as groups, those that together have another meaning in one group; the longest first."""
        groups, place = [], 0
        while place < len(words):
            length = next((n for n in range(min(LONGEST, len(words) - place), 1, -1) if self._of(words, place, n)), 1)
            groups.append(Group(tuple(words[place : place + length]), tuple(self._of(words, place, length))))
            place += length
        return groups

    def _of(self, words, place, length):
        return self._meanings.get(_key(words[place : place + length]), ())

    def _add(self, word, meaning):
        own, other = _words(word), tuple(_words(meaning))
        key = _key(own)
        if len(own) == 1:
            self.words.update(own)
        if key and other and other not in self._meanings[key]:
            self._meanings[key].append(other)


def _words(text):
    return [token.word for token in tokens(text) if not is_stop_word(token.word)]


def _key(words):
    return tuple(analyse(word).whole[:1] for word in words)
