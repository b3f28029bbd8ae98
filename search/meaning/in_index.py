"""What documents are about, as an index keeps it: the bits of each, all compared with a question at once."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.db.backends.utils import CursorWrapper
from pyroaring import BitMap

from search.models import SearchDocument
from search.numbers import read_numbers

from .digits import (
    counted,
    number_of_places,
    numbers_of_bits,
    places_of,
    with_least,
)
from .vectors import BITS, NOTHING_TO_SAY

MEANINGS = f"""
SELECT string_agg(int4send(id), '' ORDER BY id), string_agg(substring(meaning FOR {BITS}), '' ORDER BY id)
FROM search_searchdocument WHERE is_public AND length(meaning) > {len(NOTHING_TO_SAY)}
"""  # noqa: S608 our own words
MOST_EMPTY = 10_000  # places; with more it is better to read everything anew
EMPTY = 0  # no document has this number


@dataclass(frozen=True)
class Meanings:
    """The documents by place, and for each bit of what they are about a whole number: which of them have it."""

    documents_by_place: "array[int]"
    bits: list[int]

    @classmethod
    def read(cls, cursor: CursorWrapper) -> Self:
        """What all documents are about, from the database."""
        cursor.execute(MEANINGS)
        packed_numbers, rows = cursor.fetchone()
        return cls(
            read_numbers(packed_numbers),
            numbers_of_bits(rows or b"", BITS),
        )

    @cached_property
    def documents(self) -> BitMap:
        """The documents of which it is known."""
        return BitMap(self.documents_by_place) - BitMap([EMPTY])

    @property
    def is_overfull(self) -> bool:
        """Whether so many documents changed that it is better read anew."""
        return self.documents_by_place.count(EMPTY) > MOST_EMPTY

    def after(self, changed: Iterable[SearchDocument]) -> Self:
        """The same after these documents changed, came or went: each leaves its place empty and comes last."""
        by_number = {document.pk: document for document in changed}
        by_place = array("I", self.documents_by_place)
        for place, pk in enumerate(self.documents_by_place):
            if pk in by_number:
                by_place[place] = EMPTY
        first_new_place = len(by_place)
        rows = []
        for pk, document in by_number.items():
            if len(document.meaning) > len(NOTHING_TO_SAY):
                by_place.append(pk)
                rows.append(bytes(document.meaning[:BITS]))
        new_bits = numbers_of_bits(b"".join(rows), BITS)
        bits = []
        for number, new in zip(self.bits, new_bits, strict=True):
            bits.append(number | new << first_new_place)
        return type(self)(by_place, bits)

    def nearest(self, vector: bytes, among: BitMap, most: int) -> BitMap:
        """So many documents of a set whose bits differ least from those of a vector, and all that differ as little."""
        everywhere = (1 << len(self.documents_by_place)) - 1
        wanted = numbers_of_bits(vector[:BITS], BITS)
        different = []
        for number, is_wanted in zip(self.bits, wanted, strict=True):
            if is_wanted:
                number = everywhere ^ number
            different.append(number)
        possible = number_of_places(map(among.__contains__, self.documents_by_place))
        near = with_least(counted(different), possible, most)
        return BitMap([self.documents_by_place[place] for place in places_of(near)])
