"""Sets of documents as whole numbers: the binary digit at a place says whether the document there is one of them.

The bits of all documents are kept so too, one number for each bit. Adding up how much every document differs from a
question then takes some thousands of steps that each do all documents at once, instead of steps for each document.
"""

from collections.abc import Iterable, Sequence

BITS_OF_BYTE = range(8)
# for each bit of a byte, whether it is set in the byte, as the sign of a digit
SIGNS = [bytes(b"01"[byte >> bit & 1] for byte in range(256)) for bit in BITS_OF_BYTE]


def number_of(signs: bytes) -> int:
    """A whole number of the signs of its digits, the lowest first; 0 without any."""
    highest_first = signs[::-1]
    return int(b"0" + highest_first, 2)


def numbers_of_bits(rows: bytes, length: int) -> list[int]:
    """For each bit of rows of so many bytes a whole number: which rows have it, the first at the lowest place."""
    numbers = []
    for place in range(length):
        bytes_at_place = rows[place::length]
        for signs in SIGNS:
            numbers.append(number_of(bytes_at_place.translate(signs)))
    return numbers


def number_of_places(is_one_of_them: Iterable[bool]) -> int:
    """A whole number of what is true at each place, from the lowest."""
    truths = bytes(is_one_of_them)
    return number_of(truths.translate(SIGNS[0]))


def places_of(number: int) -> list[int]:
    """The places of a whole number that are set, from the lowest."""
    digits = f"{number:b}"[::-1]
    places = []
    place = digits.find("1")
    while place >= 0:
        places.append(place)
        place = digits.find("1", place + 1)
    return places


def counted(numbers: Iterable[int]) -> list[int]:
    """At how many of these numbers each place is set: the ones of all counts, then their twos, fours and so on."""
    counts = []
    left = list(numbers)
    while left:
        carried = []
        while len(left) > 2:
            one = left.pop()
            other = left.pop()
            third = left.pop()
            either = one ^ other
            left.append(either ^ third)
            carried.append((one & other) | (either & third))
        if len(left) == 2:
            one, other = left
            left = [one ^ other]
            carried.append(one & other)
        counts += left
        left = carried
    return counts


def with_least(counts: Sequence[int], among: int, most: int) -> int:
    """The places among these with the lowest counts: so many, and what counts as little as the last of them."""
    certain = 0
    possible = among
    for digit in reversed(counts):
        lower = possible & ~digit
        if (certain | lower).bit_count() >= most:
            possible = lower
        else:
            certain |= lower
            possible &= digit
    return certain | possible
