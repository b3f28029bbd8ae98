"""A search document before it is stored."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from bieb_netwerk.search.analysis import analyse, is_stop_word, tokens

BETWEEN_TEXTS = 10  # positions, so that no phrase begins in one text and ends in the next
LAST_POSITION = 16_383  # the database counts no further
WHOLE_TITLE, IN_TITLE, IN_SUMMARY, ANYWHERE = "0", "1", "2", ""  # put before a term


@dataclass
class Draft:
    """What a page can be found by: ``names`` are its titles, ``summaries`` come second, ``texts`` are the rest.

    ``lines`` is the text that a result may quote from, ``quality`` 0 to 200 is how fresh and complete it is.
    """

    names: list
    summaries: list
    texts: list
    codes: set
    sort_key: str
    card: dict
    updated_at: datetime
    year: int = 0
    quality: int = 100
    lines: list = field(default_factory=list)

    @property
    def title(self):
        return self.names[0]

    def vector(self):
        """All its terms as the text of a ``tsvector``.

        Each term stands there with its positions, and once more behind the digit of every narrower place it
        occurs in: a search for titles is then a search for other terms, and needs no second look at the rows.
        """
        places, position = defaultdict(set), 0
        marked = {whole_title_term(name) for name in self.names}
        for texts, label, marks in self._sections():
            for text in texts:
                position = _place(text, position, label, places) + BETWEEN_TEXTS
                marked.update(mark + term for mark in marks for term in _terms_in(text))
        located = (f"'{term}':{','.join(sorted(found))}" for term, found in places.items())
        return " ".join([*located, *(f"'{term}'" for term in marked if term)])

    def corpus_words(self):
        """The words as they stand in it, for typing errors and beginnings of words."""
        texts = [*self.names, *self.summaries, *self.texts]
        return {token.word for text in texts for token in tokens(text) if len(token.word) <= 60}

    def _sections(self):
        yield self.names, "A", (IN_TITLE, IN_SUMMARY)
        yield self.summaries, "B", (IN_SUMMARY,)
        yield self.texts, "", ()


def whole_title_term(text):
    """One term for a whole title, so that who types exactly that finds it first."""
    stems = [analyse(token.word).whole[0] for token in tokens(text) if not is_stop_word(token.word)]
    return WHOLE_TITLE + "_".join(stems)[:200] if stems else ""


def _place(text, position, label, places):
    """Write down where the terms of a text stand, counting on from ``position``; stop words only take a place."""
    for token in tokens(text):
        position += 1
        if not is_stop_word(token.word):
            for term in analyse(token.word).terms:
                places[term].add(f"{min(position, LAST_POSITION)}{label}")
    return position


def _terms_in(text):
    return {term for token in tokens(text) if not is_stop_word(token.word) for term in analyse(token.word).terms}
