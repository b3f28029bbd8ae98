"""Facet values as whole numbers of 32 bits: what documents hold and bitmaps are kept of."""

from functools import lru_cache
from zlib import crc32

from .registry import FACETS

# The lowest bits of a code are the number of the value, those above it the number of its facet.
KEY_BITS = 24
KEY_MASK = (1 << KEY_BITS) - 1


def code(facet: str, key: int | str) -> int:
    """The number of a value: ``key`` is the row's own number, or the word of a fixed choice."""
    if not isinstance(key, int):
        key = number_of_word(key)
    facet_bits = FACETS[facet].number << KEY_BITS
    return facet_bits | key


def facet_number_of(value_code: int) -> int:
    """The number of the facet that a value belongs to."""
    return value_code >> KEY_BITS


@lru_cache(maxsize=256)
def number_of_word(word: str) -> int:
    """The number of a fixed choice: of its word alone, so that no other choice before or after it changes it."""
    checksum = crc32(word.encode())
    return checksum & KEY_MASK
