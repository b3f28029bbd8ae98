"""Facet values as whole numbers of 32 bits: what documents hold and bitmaps are kept of."""

from functools import lru_cache
from zlib import crc32

from .registry import FACETS

KEY_BITS = 24
KEY_MASK = (1 << KEY_BITS) - 1


def code(facet: str, key: int | str) -> int:
    """The number of a value: ``key`` is the row's own number, or the word of a fixed choice."""
    if not isinstance(key, int):
        key = number_of_word(key)
    return FACETS[facet].number << KEY_BITS | key


def facet_number_of(value_code: int) -> int:
    """The number of the facet that a value belongs to."""
    return value_code >> KEY_BITS


@lru_cache(maxsize=256)
def number_of_word(word: str) -> int:
    """The number of a fixed choice: of its word alone, so that no other choice before or after it changes it."""
    return crc32(word.encode()) & KEY_MASK
