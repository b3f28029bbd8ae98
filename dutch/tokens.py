"""Which words a text consists of, and where they stand."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dutch.lexicon import fold

# Longer words are no words; what follows is left out.
LONGEST_WORD = 64
# An accent takes a character of its own at most a few times per letter.
LONGEST_SPELLING = 4 * LONGEST_WORD
APOSTROPHES = "'’‘ʼ`´′＇"
HYPHENS = "-‐‑－"
# Accents that stand by themselves, and characters without a width: soft hyphens, joiners, writing directions.
GLUED_CATEGORIES = {"Mn", "Mc", "Me", "Cf"}
CHARACTERS = map(chr, range(0x10000))
GLUE = "".join(
    character
    for character in CHARACTERS
    if unicodedata.category(character) in GLUED_CATEGORIES
)

# A word is one run of letters and digits, with whatever glue; apostrophes and hyphens may stand between such runs.
# Single letters with & between them are one abbreviation: L&S, B&W.
LETTERS = rf"[^\W_]+(?:[{re.escape(GLUE)}]+[^\W_]*)*"
RUNS = rf"{LETTERS}(?:[{re.escape(APOSTROPHES + HYPHENS)}]{LETTERS})*"
SINGLE_LETTERS = r"(?<![^\W_])[^\W\d_](?:&[^\W\d_])+(?![^\W_])"
WORD = re.compile(f"{SINGLE_LETTERS}|{RUNS}")
HYPHEN = re.compile(f"[{re.escape(HYPHENS)}]")


class Token(NamedTuple):
    """A word of a text as it is searched for, and where it stands: `text[start:end]` is how it was written."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; a word with hyphens is one token, and keeps its hyphens."""
    for match in WORD.finditer(text):
        word = normalised(match[0][:LONGEST_SPELLING])
        if word:
            yield Token(word, match.start(), match.end())


def words(text: str) -> list[str]:
    """Return the words of a text in order, for whoever does not ask where they stand."""
    normal_words = []
    for spelling in WORD.findall(text):
        word = normalised(spelling[:LONGEST_SPELLING])
        if word:
            normal_words.append(word)
    return normal_words


@lru_cache(maxsize=50_000)
def normalised(spelling: str) -> str:
    """Return a word as it is searched for: folded, with plain hyphens."""
    pieces = map(fold, HYPHEN.split(spelling))
    word = "-".join(filter(None, pieces))
    shortened = word[:LONGEST_WORD].rstrip("-")
    return sys.intern(shortened)
