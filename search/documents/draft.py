"""A search document before it is stored."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from django.db.models import Model

from dutch.analysis import analyse, is_stop_word, spellings, words

# positions, so that no phrase begins in one text and ends in the next
BETWEEN_TEXTS = 10
LAST_POSITION = 16_383  # the database counts no further
LONGEST_KEPT = 60  # letters of a word
LONGEST_TITLE = 200  # letters of the stems of a whole title
MOST_LETTERS = 100_000  # of one document; the database refuses a megabyte of terms
# put before a term, which has no such sign
WHOLE_TITLE = "0_"
IN_TITLE = "1_"
IN_SUMMARY = "2_"
ANYWHERE = ""
AS_WRITTEN = "3_"  # put before a word of the name of a place, under the mark

Card = dict[str, object]  # what a list shows of it
TermsOfWord = Callable[[str], Iterable[str]]
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class DraftSection:
    """Texts that count as much, each as its words."""

    label: str  # of the positions of these words: A for names, B for summaries
    marks: tuple[str, ...]  # of the narrower places in which they stand
    texts: list[list[str]]


@dataclass
class Draft:
    """What a page can be found by: ``names`` are its titles, ``summaries`` come second, ``texts`` are the rest.

    ``lines`` is the text that a result may quote from, ``quality`` 0 to 200 is how fresh and complete it is.
    Names and summaries of a place (``is_place``) are names, found as they are written: whoever asks for "ouderen" does
    not mean Oude IJsselstreek.
    """

    names: list[str]
    summaries: list[str]
    texts: list[str]
    codes: set[int]
    sort_key: str
    card: Card
    updated_at: datetime
    year: int = 0
    quality: int = 100
    lines: list[str] = field(default_factory=list)
    is_place: bool = False

    @property
    def title(self) -> str:
        return self.names[0]

    def vector(self) -> str:
        """All its terms as the text of a ``tsvector``.

        Each term stands there with its positions, and once more behind the mark of every narrower place it
        occurs in: a search for titles is then a search for other terms, and needs no second look at the rows.
        """
        places: dict[str, list[str]] = defaultdict(list)  # term -> its positions
        position = 0
        marked = set(map(whole_title_term, self.names)) - {""}
        for section in self._sections:
            terms_of: TermsOfWord = stemmed_terms
            if self.is_place and section.marks:
                terms_of = written_terms
            terms: set[str] = set()
            for words_of_text in section.texts:
                position = write_places(
                    words_of_text,
                    position,
                    section.label,
                    places,
                    terms_of,
                )
                terms.update(*map(terms_of, words_of_text))
            for mark in section.marks:
                marked.update([mark + term for term in terms])
        return as_tsvector(places, marked)

    def corpus_words(self) -> set[str]:
        """The words as they stand in it, for typing errors and beginnings of words."""
        kept: set[str] = set()
        for section in self._sections:
            for words_of_text in section.texts:
                kept.update(words_of_text)
        return {word for word in kept if len(word) <= LONGEST_KEPT}

    @cached_property
    def _sections(self) -> list[DraftSection]:
        """Names, summaries and the rest in words, up to the most letters of a document."""
        left = MOST_LETTERS
        sections = []
        for label, marks, texts in (
            ("A", (IN_TITLE, IN_SUMMARY), self.names),
            ("B", (IN_SUMMARY,), self.summaries),
            ("", (), self.texts),
        ):
            words_of_texts = []
            for text in texts:
                words_of_texts.append(words(text[:left]))
                left = max(left - len(text), 0)
            sections.append(DraftSection(label, marks, words_of_texts))
        return sections


def as_tsvector(
    places: Mapping[str, Iterable[str]],
    marked: Iterable[str],
) -> str:
    """Terms with their places, and marked terms, as the text of a ``tsvector``."""
    vector = []
    for term, positions in places.items():
        joined_positions = ",".join(positions)
        vector.append(f"'{term}':{joined_positions}")
    for term in sorted(marked):
        vector.append(f"'{term}'")
    return " ".join(vector)


def whole_title_term(text: str) -> str:
    """One term for a whole title, so that who types exactly that finds it first."""
    stems = []
    for word in words(text):
        if not is_stop_word(word):
            stems.append(analyse(word).whole[0])
    if not stems:
        return ""
    joined_stems = "_".join(stems)
    return WHOLE_TITLE + joined_stems[:LONGEST_TITLE]


def stemmed_terms(word: str) -> tuple[str, ...]:
    """The terms by which a word of a text is found; none for a word that says nothing."""
    if is_stop_word(word):
        return ()
    return analyse(word).terms


def written_terms(word: str) -> list[str]:
    """The terms by which a word of a name is found; of those "de" says something."""
    return [AS_WRITTEN + spelling for spelling in spellings(word)]


def by_number(rows: Iterable[Row]) -> list[Row]:
    """Rows in an order that only they themselves can change."""
    return sorted(rows, key=attrgetter("pk"))


def with_parents(rows: Iterable[Row]) -> set[Row]:
    """These rows, and what each is a part of."""
    family = set()
    for row in rows:
        family.add(row)
        if row.parent:
            family.add(row.parent)
    return family


def write_places(
    words_of_text: Iterable[str],
    position: int,
    label: str,
    places: dict[str, list[str]],
    terms_of: TermsOfWord,
) -> int:
    """Write down where terms stand, and return where the next text begins; a stop word only takes a place.

    A place is a number with the label behind it, such as ``12A``.
    """
    for word in words_of_text:
        position += 1
        number = min(position, LAST_POSITION)
        place = f"{number}{label}"
        for term in terms_of(word):
            places[term].append(place)
    return position + BETWEEN_TEXTS
