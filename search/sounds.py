"""How words sound, and how many letters are wrong in one that somebody typed."""

from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA

SPELLED_ALIKE = (
    ("ph", "f"),
    ("th", "t"),
    ("sch", "sg"),
    ("ch", "g"),
    ("qu", "kw"),
    ("x", "ks"),
    ("ij", "i"),
    ("ei", "i"),
    ("y", "i"),
    ("ou", "au"),
    ("tie", "sie"),
    ("ti", "si"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
    ("dt", "t"),
)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word as it sounds: what is spelled otherwise and sounds alike becomes the same."""
    for spelled, alike in SPELLED_ALIKE:
        word = word.replace(spelled, alike)
    letters = [letter for letter, _ in groupby(word)]  # of a double letter only one
    return "".join(letters)


def errors_in(word: str, meant: str) -> int:
    """How many letters are wrong in a word, in its spelling and once more in its sound."""
    errors_of_spelling = OSA.distance(word, meant)
    errors_of_sound = OSA.distance(sound(word), sound(meant))
    return errors_of_spelling + errors_of_sound
