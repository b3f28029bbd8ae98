"""Where a line must not end: between a sign or a word and the number that belongs to it."""

import re

UNBROKEN = "\u00a0"  # a space at which no line ends
BEFORE_NUMBER = re.compile(r"(€|\bartikel|\bartikelen) (?=[0-9])")


def unbroken(text: str) -> str:
    """The same text, in which ``€ 3.000`` and ``artikel 2`` stay on one line."""
    return BEFORE_NUMBER.sub(rf"\1{UNBROKEN}", text)
