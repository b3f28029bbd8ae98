"""Reading a document of policy with its text beside it: which sentence may be about which theme.

The words of a theme's name and what curators wrote down as synonyms decide, by the same analysis as the search.
"""

import re
from dataclasses import dataclass

from dutch.analysis import analyse, tokens
from initiatives.models import Theme
from search.question import read_question
from search.synonyms import Synonyms

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
MOST_SUGGESTED = 3  # themes for one sentence
ENOUGH = 0.5  # of the words of a theme's name
LONGEST_QUOTE = 600


@dataclass(frozen=True)
class Sentence:
    """A sentence of the document, and the themes that it may be about."""

    text: str
    themes: list

    @property
    def quote(self):
        """As much of it as a passage can hold."""
        return self.text[:LONGEST_QUOTE]


def read_text(text):
    """The paragraphs of a text as lists of ``Sentence``s; 2 queries."""
    wanted = _wanted_of_themes()
    return [
        [Sentence(sentence, _themes_in(sentence, wanted)) for sentence in _sentences(paragraph)]
        for paragraph in text.splitlines()
        if paragraph.strip()
    ]


def _wanted_of_themes():
    """(theme, groups of words to look for), parts before main themes: they say more."""
    synonyms = Synonyms.load()
    themes = sorted(Theme.objects.all(), key=lambda theme: theme.parent_id is None)
    return [(theme, read_question(theme.name, synonyms).wanted) for theme in themes]


def _sentences(paragraph):
    return [found for found in (each.strip() for each in SENTENCE.findall(paragraph)) if found]


def _themes_in(sentence, wanted):
    terms = {term for token in tokens(sentence) for term in analyse(token.word).terms}
    shares = [(_share(groups, terms), theme) for theme, groups in wanted]
    found = sorted((pair for pair in shares if pair[0] >= ENOUGH), key=lambda pair: -pair[0])
    return [theme for _, theme in found[:MOST_SUGGESTED]]


def _share(groups, terms):
    """Which part of the words of a name stand in a sentence, themselves or as a synonym."""
    matched = sum(any(_all_in(words, terms) for words in (each.words, *each.alternatives)) for each in groups)
    return matched / len(groups) if groups else 0


def _all_in(words, terms):
    return all(_is_in(analyse(word), terms) for word in words)


def _is_in(analysis, terms):
    """By the word itself, or by all the parts of a compound."""
    parts = analysis.parts and all(any(term in terms for term in part) for part in analysis.parts)
    return bool(parts) or any(term in terms for term in analysis.whole)
