"""Numbers and amounts of money as Dutch readers write them."""

from decimal import Decimal

from .breaking import UNBROKEN

Number = Decimal | float
# how Python writes a number: 1,100,000.50
DUTCH_MARKS = str.maketrans({",": ".", ".": ","})


def amount(number: Number) -> str:
    """A number as Dutch readers write it: 1500.00 → 1.500 and 0.50 → 0,5."""
    whole, _, fraction = with_two_decimals(number).partition(",")
    fraction = fraction.rstrip("0")
    if fraction:
        return f"{whole},{fraction}"
    return whole


def counted(number: int, one: str, many: str) -> str:
    """How many there are, with the words for one or for more: 1 mail, 1.500 mails."""
    words = many
    if number == 1:
        words = one
    return f"{amount(number)} {words}"


def plain_number(number: Decimal) -> str:
    """A number as one types it into a cell: all its decimals, no points, and no zeros that say nothing."""
    text = without_zeros(f"{number:f}")
    return text.replace(".", ",")


def without_zeros(text: str) -> str:
    """A number as Python writes it, without the zeros behind the point that say nothing."""
    if "." not in text:
        return text
    return text.rstrip("0").rstrip(".")


def number_in_full(number: Decimal) -> str:
    """A number with all its decimals: 1100000.00 → 1.100.000 and 2.7500 → 2,75."""
    text = without_zeros(f"{number:,f}")
    return text.translate(DUTCH_MARKS)


def money(number: Number) -> str:
    """An amount of euros without the sign, with cents only where there are any: 85.00 → 85 and 1150.50 → 1.150,50."""
    return with_two_decimals(number).removesuffix(",00")


def euros(number: Number) -> str:
    """``€ 12.000``, and with a minus before it where it is a loss."""
    if number < 0:
        return f"−€{UNBROKEN}{amount(-number)}"
    return f"€{UNBROKEN}{amount(number)}"


def price_in_words(number: Number | None) -> str:
    """What something costs: gratis, € 85 or € 12,50; *Niet bekend* for ``None``."""
    if number is None:
        return "Niet bekend"
    if number == 0:
        return "gratis"
    return f"€{UNBROKEN}{money(number)}"


def with_two_decimals(number: Number) -> str:
    """1150.5 → 1.150,50."""
    text = f"{number:,.2f}"
    return text.translate(DUTCH_MARKS)
