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
GLUE = "".join(chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"})

_letters = rf"[^\W_]+(?:[{re.escape(GLUE)}]+[^\W_]*)*"
_word = re.compile(rf"{_letters}(?:[{re.escape(APOSTROPHES + HYPHENS)}]{_letters})*")
_hyphen = re.compile(f"[{re.escape(HYPHENS)}]")


class Token(NamedTuple):
    """A word of a text, and its place in the text as it was written."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; a word with hyphens is one token, and keeps its hyphens."""
    for match in _word.finditer(text):
        if word := _normalised(match[0][:LONGEST_SPELLING]):
            yield Token(word, match.start(), match.end())


def words(text: str) -> list[str]:
    """Return the words of a text in order, for whoever does not ask where they stand."""
    return [
        word for word in map(_normalised, (spelling[:LONGEST_SPELLING] for spelling in _word.findall(text))) if word
    ]


@lru_cache(maxsize=50_000)
def _normalised(spelling: str) -> str:
    pieces = [fold(piece) for piece in _hyphen.split(spelling)]
    return sys.intern("-".join(filter(None, pieces))[:LONGEST_WORD].rstrip("-"))
