"""Numbers as Dutch readers write them."""


def amount(number):
    """A number as Dutch readers write it: 1500.00 → 1.500 and 0.50 → 0,5."""
    whole, _, fraction = f"{number:,.2f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
