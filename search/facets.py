"""One question of the filter form: its values, how many documents each would leave, and which are shown at once."""

from array import array
from collections import defaultdict
from functools import cached_property
from heapq import nlargest

from dutch.analysis import tokens

from .index import NOTHING
from .memory import fingerprint
from .registry import FACETS

MOST_SHOWN = 12


class Value:
    """An option with its count in this question; ``parts`` are the shown values that are a part of it."""

    __slots__ = ("count", "is_chosen", "key", "label", "option", "parts")

    def __init__(self, option, count, is_chosen):
        self.option, self.count, self.is_chosen, self.parts = option, count, is_chosen, []
        self.key, self.label = option.key, option.label

    @property
    def has_chosen_part(self):
        """Whether a part of it is chosen."""
        return any(part.is_chosen for part in self.parts)


class Facet:
    """The values of one facet among the documents of a page."""

    def __init__(self, name, index, kind, chosen):
        """``kind`` of documents or nothing for all; ``chosen`` are the keys that the reader chose, known or not."""
        self.name, self.chosen, self._field = name, chosen, FACETS[name]
        self.label, self.parts_labels = self._field.label, self._field.parts_labels
        self._index, self._kind = index, kind
        self.whole_counts = index.counts_in(kind)[name]
        self.options = index.options_of(name)
        self._chosen_codes = set(self._codes_of(set(chosen))) if chosen else set()

    def _codes_of(self, keys):
        """The codes of options; of what is no more, those of what it became."""
        for value, option in self.options.items():
            if option.key in keys:
                yield from option.lives_on_in or (value,)

    @property
    def having_chosen(self):
        """The documents with at least one chosen value; an unknown one has none."""
        return self._index.with_any(self._chosen_codes)

    def count(self, possible):
        """Count every value among ``possible`` documents; without it, as long as nothing is asked, all are counted."""
        if possible is None:
            self.counts, key = self.whole_counts, ""
        else:
            key = fingerprint(possible)
            numbers = self._index.memory.recall(("counts", self.name, self._kind, key), lambda: self._numbers(possible))
            self.counts = dict(zip(self.whole_counts, numbers, strict=True))
        self._counts_key = ("likely", self.name, self._kind, key)

    def _numbers(self, possible):
        having = self._index.having
        return array("I", (having.get(code, NOTHING).intersection_cardinality(possible) for code in self.whole_counts))

    def label_of(self, key):
        """The name of a chosen value, also where we do not know it."""
        return next((o.label for o in self.options.values() if o.key == key), f"Onbekend: {key}")

    @property
    def size(self):
        """How many values there are."""
        return len(self.whole_counts)

    @cached_property
    def chosen_count(self):
        """How many known values are chosen."""
        return len(self._chosen_codes)

    @property
    def has_more(self):
        """Whether there are values that are not shown at once."""
        return self.size > MOST_SHOWN

    @cached_property
    def values(self):
        """All values in the order of display, each a ``Value`` with its parts; those that are a part left out."""
        return self._tree(self.whole_counts)

    @cached_property
    def shown(self):
        """The values to show at once: all of a short list, else those with most documents and the chosen ones."""
        if not self.has_more:
            return self.values
        likely = self._index.memory.recall(self._counts_key, self._likely)
        wanted = self._chosen_codes & self.whole_counts.keys()
        for code in likely:
            with_whole = {code, self.options[code].parent} & self.options.keys()
            if len(wanted | with_whole) <= max(MOST_SHOWN, len(self._chosen_codes)):
                wanted |= with_whole
        wanted |= {self.options[code].parent for code in wanted} & self.options.keys()
        shown = [code for code in self.whole_counts if code in wanted or self.options[code].parent in wanted]
        return self._tree(shown)  # with all parts, so that what says how many there are is right

    def _likely(self):
        return nlargest(MOST_SHOWN, self.counts, key=self.counts.get)

    def called(self, text):
        """The values with all these words in their name, with what they are a part of; all without words."""
        words = [token.word for token in tokens(text)]
        if not words:
            return self.values
        found = {code for code in self.whole_counts if _has_all(self.options[code].label, words)}
        wholes = {self.options[code].parent for code in found} & self.options.keys()
        return self._tree([code for code in self.whole_counts if code in found | wholes])

    def grouped(self, values):
        """Pairs of (heading, values): municipalities under their province, others under no heading."""
        if not self._field.grouped_by:
            return [("", values)] if values else []
        headings = self._index.options_of(self._field.grouped_by)
        groups = defaultdict(list)
        for value in values:
            groups[value.option.parent].append(value)
        return [(option.label, groups[code]) for code, option in headings.items() if code in groups]

    def _tree(self, codes):
        values = {
            code: Value(self.options[code], self.counts.get(code, 0), code in self._chosen_codes) for code in codes
        }
        ordered = sorted(values.values(), key=lambda value: value.count == 0)  # what leaves nothing comes last
        for value in ordered:
            if value.option.parent in values:
                values[value.option.parent].parts.append(value)
        return [value for value in ordered if value.option.parent not in values]


def _has_all(label, words):
    """Whether every word begins a word of the label."""
    there = [token.word for token in tokens(label)]
    return all(any(word.startswith(wanted) for word in there) for wanted in words)
