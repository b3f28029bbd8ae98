"""A part of one as the percentage that a spreadsheet shows; needs no Django."""

DIGITS = 10  # more are only how computers count


def percentage(share: float) -> str:
    """0.125 is ``12,5%``; with a comma, so that nobody takes it for a thousand."""
    number = f"{100 * share:.{DIGITS}g}"
    if "e" in number:
        number = f"{100 * share:f}"
    return number.replace(".", ",") + "%"
