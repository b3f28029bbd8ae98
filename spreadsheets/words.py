"""Words that a file uses for something else than the site does: heard while reading, explained once, remembered."""

from collections import Counter

from .tables import plain

LONGEST = 200  # characters of a word that can be explained
MOST_KEPT = 200  # unknown words of a file


class UnknownWordsError(ValueError):
    """A cell has words that name no value: ``unknown`` are pairs of a word and a Dutch sentence about it."""

    def __init__(self, *unknown):
        super().__init__(" ".join(sentence for _, sentence in unknown))
        self.unknown = unknown


class SkippedRowError(ValueError):
    """A curator said that rows with the word in a cell are to be left out; the message is a Dutch sentence."""


def compared(word):
    """A word as it is compared with those that were explained."""
    return plain(word) or word.casefold().strip()


def unknown_in(results):
    """[column, word, how many rows] of the words that nobody explained, the most frequent first."""
    counts = Counter()
    for result in results:
        counts.update(list(dict.fromkeys(result.unknown_words)))
    unknown = []
    for (column, word), count in counts.most_common(MOST_KEPT):
        if len(word) <= LONGEST:
            unknown.append([column, word, count])
    return unknown


def tell_words(resource, words):
    """Let the columns of a layout know what a curator said that words mean; ``words`` are ``ExplainedWord``s."""
    by_column = {}
    for word in words:
        by_column.setdefault(word.column, {})[word.compared] = word
    for field in resource.get_import_fields():
        field.widget.tell_words(by_column.get(field.column_name, {}))
