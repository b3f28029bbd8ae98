"""Numbers as the Dutch write them: a comma before the decimals, points or spaces between thousands."""

import re

PLAIN = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
DUTCH = re.compile(
    r"[-+]?([0-9]+|[1-9][0-9]{0,2}(?:([. \u00a0\u202f])[0-9]{3})(?:\2[0-9]{3})*)(,[0-9]+)?"
)
UNSURE = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
GROUPING = re.compile(r"[. \u00a0\u202f]")


def in_plain_notation(text: str, *, decimals: bool) -> str:
    """The same number without thousands marks and with a decimal point; an empty text where it is no number.

    One point before three digits is a thousand in a whole number, and before decimals otherwise.
    """
    amount = text.removeprefix("€").strip()
    if decimals and PLAIN.fullmatch(amount):
        return amount
    if DUTCH.fullmatch(amount):
        return GROUPING.sub("", amount).replace(",", ".")
    return ""


def is_unsure(text: str) -> bool:
    """Whether some read this as a thousand and others as a little more than one."""
    return bool(UNSURE.fullmatch(text))
