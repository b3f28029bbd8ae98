"""Numbers and amounts of money as Dutch readers write them."""


def amount(number):
    """A number as Dutch readers write it: 1500.00 → 1.500 and 0.50 → 0,5."""
    whole, _, fraction = _with_two_decimals(number).partition(",")
    fraction = fraction.rstrip("0")
    if fraction:
        return f"{whole},{fraction}"
    return whole


def money(number):
    """An amount of euros without the sign, with cents only where there are any: 85.00 → 85 and 1150.50 → 1.150,50."""
    return _with_two_decimals(number).removesuffix(",00")


def _with_two_decimals(number):
    return f"{number:,.2f}".translate({ord(","): ".", ord("."): ","})
