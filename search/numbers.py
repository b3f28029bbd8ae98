"""Numbers of documents as the database sends many of them: four bytes each, a tenth of what numbers of Python take."""

from array import array
from sys import byteorder

NUMBERS = "string_agg(int4send(id), '')"  # in SQL


def read_numbers(data: bytes | None) -> "array[int]":
    """The numbers, in the order in which they were sent; nothing where the database had none."""
    numbers = array("I", data or b"")
    if byteorder == "little":  # the database sends the highest byte first
        numbers.byteswap()
    return numbers
