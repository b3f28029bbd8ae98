"""What is kept of what a document is about: bits to come near quickly, and small numbers to compare exactly.

Numbers of all texts point the same way for a large part, which says nothing. So the middle of some plain sentences is
taken off; what is left is kept as 384 bits (is it above the middle?) and as 384 bytes.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import sqrt
from operator import mul
from pathlib import Path

from .model import NUMBERS, numbers_of_question, numbers_of_text

BITS = NUMBERS // 8  # bytes
SMALL = 400  # times a number of length 1, rounded: what fits a byte
LARGEST = 127
SHORTEST_TEXT = 80  # letters; a mere name is about nothing
MOST_QUESTIONS = 400  # that a worker remembers, half a kilobyte each
NOTHING_TO_SAY = b"\x00"
MIDDLE = Path(__file__).with_name("middle.txt")
SCALE = 1_000_000  # the middle is kept as whole numbers
PLAIN_SENTENCES = (
    "De bibliotheek helpt mensen in de buurt.",
    "Informatie over gemeenten en organisaties.",
    "Een bijeenkomst over samenwerken.",
    "Cursus voor volwassenen.",
    "Hulp bij vragen over geld en zorg.",
    "Jongeren en ouderen ontmoeten elkaar.",
    "Een lijst met contactgegevens.",
    "Plan voor het komende jaar.",
    "Taal en digitale vaardigheden.",
    "Werk zoeken en solliciteren.",
    "Gezondheid en bewegen.",
    "Kinderen leren lezen.",
    "De wet en de regels.",
    "Vrijwilligers geven uitleg.",
    "Een gebouw in het centrum.",
    "Vervoer en reizen.",
    "Eten en koken.",
    "Muziek, kunst en geschiedenis.",
    "Onderzoek met cijfers.",
    "Wonen in een dorp of stad.",
)


def vector_of_document(title: str, summary: str, text: str) -> bytes:
    """What is kept of a document; of one that has hardly any text, that it says nothing."""
    headings = filter(None, [title, summary])
    heading = ". ".join(headings)
    whole = f"{heading} {text}"
    if len(whole.strip()) < SHORTEST_TEXT:
        return NOTHING_TO_SAY
    return packed(numbers_of_text(whole))


@lru_cache(maxsize=MOST_QUESTIONS)
def vector_of_question(text: str) -> bytes:
    """A question in the same form."""
    return packed(numbers_of_question(text))


def likenesses_to(vector: bytes, vector_of: Mapping[int, bytes]) -> dict[int, float]:
    """How much others say the same as a vector, by number: 1 is the same, 0 nothing to do with each other."""
    # with broken numbers the sum takes half the time, and is as exact
    wanted = [float(number) for number in numbers_in(vector)]
    likeness_of = {}
    for pk, other in vector_of.items():
        product = sum(map(mul, wanted, numbers_in(other)))
        likeness_of[pk] = product / SMALL**2
    return likeness_of


def numbers_in(vector: bytes) -> "memoryview[int]":
    """The small numbers of a vector."""
    return memoryview(vector)[BITS:].cast("b")


def middle_of_plain_sentences() -> list[int]:
    """The middle anew, as it stands in ``middle.txt``."""
    numbers_of_sentences = [numbers_of_text(sentence) for sentence in PLAIN_SENTENCES]
    middles = []
    for column in zip(*numbers_of_sentences, strict=True):
        mean = sum(column) / len(column)
        middles.append(round(SCALE * mean))
    return middles


def packed(numbers: list[float]) -> bytes:
    """Numbers as what is kept: the bits, and behind them the small numbers, a byte each."""
    differences = []
    for number, usual in zip(numbers, middle(), strict=True):
        differences.append(number - usual)
    bits = 0
    for place, difference in enumerate(differences):
        if difference > 0:
            bits |= 1 << place
    return bits.to_bytes(BITS) + small_numbers(differences)


def small_numbers(numbers: list[float]) -> bytes:
    """Numbers as a byte each, from -127 to 127, scaled so that every vector is equally long."""
    squares = sum(map(mul, numbers, numbers))
    length = sqrt(squares)
    small = bytearray()
    for number in numbers:
        rounded = round(number * SMALL / length)
        within_byte = max(min(rounded, LARGEST), -LARGEST)
        small.append(within_byte % 256)
    return bytes(small)


@lru_cache(maxsize=1)
def middle() -> list[float]:
    """The middle of the plain sentences, number by number."""
    return [int(number) / SCALE for number in MIDDLE.read_text().split()]
