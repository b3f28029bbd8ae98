"""Words that a file uses for something else than the site does: heard while reading, explained once, remembered."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from .models import ExplainedWord
from .rows import RowResult
from .tables import plain

if TYPE_CHECKING:  # at run time it would be a circle
    from .resources import ContentResource

LONGEST = 200  # characters of a word that can be explained
MOST_KEPT = 200  # unknown words of a file


class UnknownWordsError(ValueError):
    """A cell has words that name no value: ``unknown`` are pairs of a word and a Dutch sentence about it."""

    def __init__(self, *unknown: tuple[str, str]) -> None:
        sentences = [sentence for _, sentence in unknown]
        super().__init__(" ".join(sentences))
        self.unknown = unknown


class SkippedRowError(ValueError):
    """A curator said that rows with the word in a cell are to be left out; the message is a Dutch sentence."""


def compared(word: str) -> str:
    """A word as it is compared with those that were explained."""
    return plain(word) or word.casefold().strip()


class CountedWord(NamedTuple):
    """A word of a column that nobody explained; a run keeps these as lists."""

    column: str
    word: str
    count_of_rows: int


def unknown_in(results: Iterable[RowResult]) -> list[CountedWord]:
    """The words that nobody explained, the most frequent first.

    A word with and without capitals is explained once; it is listed as it stands first.
    """
    counts: Counter[tuple[str, str]] = Counter()
    words: dict[tuple[str, str], str] = {}
    for result in results:
        each_once = {}  # in their order
        for unknown in result.unknown_words:
            key = (unknown.column, compared(unknown.word))
            words.setdefault(key, unknown.word)
            each_once[key] = True
        counts.update(list(each_once))
    counted = []
    for key, count in counts.most_common(MOST_KEPT):
        column, _ = key
        word = words[key]
        if len(word) <= LONGEST:
            counted.append(CountedWord(column, word, count))
    return counted


def tell_words(resource: "ContentResource", words: Iterable[ExplainedWord]) -> None:
    """Let the columns of a layout know what a curator said that words mean."""
    by_column: dict[str, dict[str, ExplainedWord]] = {}
    for word in words:
        of_column = by_column.setdefault(word.column, {})
        of_column[word.compared] = word
    for field in resource.get_import_fields():
        explained = by_column.get(field.column_name, {})
        field.widget.tell_words(explained)
