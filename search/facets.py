"""One question of the filter form: its values, how many documents each would leave, and which are shown at once."""

from array import array
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from heapq import nlargest

from pyroaring import BitMap

from dutch.analysis import words as words_of

from .index import NOTHING, Index
from .memory import fingerprint
from .options import Option
from .registry import FACETS

MOST_SHOWN = 12


@dataclass(slots=True, eq=False)
class Value:
    """An option with its count in this question."""

    option: Option
    count: int
    is_chosen: bool
    # the shown values that are a part of it
    parts: list["Value"] = field(default_factory=list)

    @property
    def key(self) -> str:
        """How it is called in addresses."""
        return self.option.key

    @property
    def label(self) -> str:
        """How readers see it."""
        return self.option.label

    @property
    def has_chosen_part(self) -> bool:
        """Whether a part of it is chosen."""
        return any(part.is_chosen for part in self.parts)


class Facet:
    """The values of one facet among the documents of a page.

    Inside, a value goes by its code; readers and addresses know it by the key of its option.
    """

    def __init__(
        self,
        name: str,
        index: Index,
        kind: str | None,
        chosen: list[str],
    ) -> None:
        """``kind`` of documents or nothing for all; ``chosen`` are the keys that the reader chose, known or not."""
        self._field = FACETS[name]
        self._index = index
        self._kind = kind
        self.name = name
        self.label = self._field.label
        self.field_label = self._field.field_label
        self.parts_labels = self._field.parts_labels
        self.chosen = chosen
        # the number of documents by code, of all documents of the page
        self.whole_counts = index.counts_in(kind)[name]
        self.options = index.options_of(name)
        self._chosen_codes: set[int] = set()
        if chosen:  # looking through all options would be for nothing
            self._chosen_codes = self.codes_of(set(chosen))

    def codes_of(self, keys: Container[str]) -> set[int]:
        """The codes of options; of what is no more, those of what it became."""
        codes: set[int] = set()
        for value, option in self.options.items():
            if option.key in keys:
                codes.update(option.lives_on_in or (value,))
        return codes

    @property
    def having_chosen(self) -> BitMap:
        """The documents with at least one chosen value; an unknown one has none."""
        return self._index.with_any(self._chosen_codes)

    def count(self, possible: BitMap | None) -> None:
        """Count every value among ``possible`` documents; without it, as long as nothing is asked, all are counted.

        Somebody else may have asked the same a moment ago, so that the numbers are remembered by what is possible.
        """
        if possible is None:
            key = b""
            self.counts = self.whole_counts
        else:
            key = fingerprint(possible)
            numbers = self._index.memory.recall(
                ("counts", self.name, self._kind, key),
                partial(self.numbers_in, possible),
            )
            self.counts = dict(zip(self.whole_counts, numbers, strict=True))
        self._likely_key = ("likely", self.name, self._kind, key)

    def numbers_in(self, possible: BitMap) -> "array[int]":
        """How many of these documents have each value, in the order of ``whole_counts``."""
        having = self._index.having
        documents_by_value = [having.get(code, NOTHING) for code in self.whole_counts]
        return array("I", map(possible.intersection_cardinality, documents_by_value))

    def label_of(self, key: str) -> str:
        """The name of a chosen value, also where we do not know it."""
        for option in self.options.values():
            if option.key == key:
                return option.label
        return f"Onbekend: {key}"

    @property
    def size(self) -> int:
        """How many values there are."""
        return len(self.whole_counts)

    @cached_property
    def chosen_count(self) -> int:
        """How many known values are chosen."""
        return len(self._chosen_codes)

    @property
    def has_more(self) -> bool:
        """Whether there are values that are not shown at once."""
        return self.size > MOST_SHOWN

    @cached_property
    def values(self) -> list[Value]:
        """All values in the order of display, each with its parts; those that are a part left out."""
        return self.tree(self.whole_counts)

    @cached_property
    def shown(self) -> list[Value]:
        """The values to show at once: all of a short list, else those with most documents and the chosen ones."""
        if not self.has_more:
            return self.values
        wanted = self.codes_to_show()
        codes = []
        for code in self.whole_counts:
            if code in wanted or self.options[code].parent in wanted:
                codes.append(code)
        # with all parts, so that what says how many there are is right
        return self.tree(codes)

    def codes_to_show(self) -> set[int]:
        """The codes of the chosen values and of as many likely ones as fit, with what they are a part of."""
        wanted = self._chosen_codes & self.whole_counts.keys()
        most = max(MOST_SHOWN, len(self._chosen_codes))
        likely = self._index.memory.recall(self._likely_key, self.codes_with_most)
        for code in likely:
            with_whole = {code} | self.wholes_of([code])
            if len(wanted | with_whole) <= most:
                wanted |= with_whole
        return wanted | self.wholes_of(wanted)

    def codes_with_most(self) -> list[int]:
        """The codes of the values with most documents."""
        return nlargest(MOST_SHOWN, self.counts, key=self.counts.__getitem__)

    def wholes_of(self, codes: Iterable[int]) -> set[int]:
        """The codes of what these values are a part of."""
        parents = {self.options[code].parent for code in codes}
        return parents & self.options.keys()

    def called(self, text: str) -> list[Value]:
        """The values with all these words in their name, or that are meant, with what they are a part of.

        Without words all of them.
        """
        words = words_of(text)
        if not words:
            return self.values
        called_so = {option.code for option in self.meant_by(text)}
        for code in self.whole_counts:
            if has_all(self.options[code].label, words):
                called_so.add(code)
        wanted = called_so | self.wholes_of(called_so)
        codes = [code for code in self.whole_counts if code in wanted]
        return self.tree(codes)

    def meant_by(self, text: str) -> list[Option]:
        """The values that a text means in another way, whether a document has them or not."""
        if self._field.meant_by is None:
            return []
        codes = self._field.meant_by(text)
        return [self.options[code] for code in codes if code in self.options]

    def grouped(self, values: list[Value]) -> list[tuple[str, list[Value]]]:
        """Pairs of (heading, values): municipalities under their province, others under no heading."""
        if not values:
            return []
        if not self._field.grouped_by:
            return [("", values)]
        values_under = defaultdict(list)
        for value in values:
            values_under[value.option.parent].append(value)
        headings = self._index.options_of(self._field.grouped_by)
        groups = []
        for code, heading in headings.items():
            if code in values_under:
                groups.append((heading.label, values_under[code]))
        return groups

    def tree(self, codes: Iterable[int]) -> list[Value]:
        """The values with these codes in the order of display, those that are a part under what they are a part of."""
        values = {}
        for code in codes:
            values[code] = Value(
                option=self.options[code],
                count=self.counts.get(code, 0),
                is_chosen=code in self._chosen_codes,
            )
        # what leaves nothing comes last
        ordered = sorted(values.values(), key=lambda value: value.count == 0)
        wholes = []
        for value in ordered:
            whole = values.get(value.option.parent)
            if whole:
                whole.parts.append(value)
            else:
                wholes.append(value)
        return wholes


def has_all(label: str, words: Iterable[str]) -> bool:
    """Whether every word begins a word of the label, as "den h" does of "Den Haag"."""
    words_of_label = words_of(label)
    return all(begins_one(word, words_of_label) for word in words)


def begins_one(beginning: str, words: Iterable[str]) -> bool:
    """Whether at least one of these words begins so."""
    return any(word.startswith(beginning) for word in words)
