"""Text that a spreadsheet program would run as a formula, made harmless, and back again."""

import re

# letters that nobody sees and that not every kind of file can hold
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What begins a formula, also in the widths of East Asian keyboards, or a space that a reader would drop
BEGINS = r"[=+\-@＝＋－＠﹦﹢﹣﹫\s]"
# the same, or with apostrophes of its own before it
RISKY = re.compile(f"'*{BEGINS}")
ESCAPED = re.compile(f"''*{BEGINS}")


def harmless(text: object) -> str:
    """The same text with an apostrophe before it where a spreadsheet program would see a formula."""
    text = str(text)
    if RISKY.match(text):
        return f"'{text}"
    return text


def is_escaped(text: str) -> bool:
    """Whether ``harmless`` put an apostrophe before this text; *'s-Hertogenbosch* keeps its own."""
    return bool(ESCAPED.match(text))


def original(text: str) -> str:
    """The text as it was before ``harmless``."""
    if is_escaped(text):
        return text[1:]
    return text
