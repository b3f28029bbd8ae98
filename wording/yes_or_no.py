"""Something that is so, or is not, in words."""


def yes_or_no(value: object) -> str:
    """How a box that is ticked, or is not, reads."""
    if value:
        return "ja"
    return "nee"
