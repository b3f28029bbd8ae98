"""Facet values as whole numbers of 32 bits: what documents hold and bitmaps are kept of."""

from functools import lru_cache
from zlib import crc32

FACETS = (
    "soort",
    "thema",
    "doelgroep",
    "soort-partner",
    "partner",
    "provincie",
    "gemeente",
    "bibliotheek",
    "fase",
    "jaar",
)
KEY_BITS = 24
KEY_MASK = (1 << KEY_BITS) - 1
NUMBERS = {facet: number for number, facet in enumerate(FACETS, 1)}


def code(facet, key):
    """The number of a value: ``key`` is the row's own number, or the word of a fixed choice."""
    return NUMBERS[facet] << KEY_BITS | (key if isinstance(key, int) else _number_of(key))


def facet_of(value_code):
    """The facet that a number belongs to."""
    return FACETS[(value_code >> KEY_BITS) - 1]


@lru_cache(maxsize=256)
def _number_of(word):
    """The same number today and after somebody puts another choice before this one."""
    return crc32(word.encode()) & KEY_MASK
