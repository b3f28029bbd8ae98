"""Names as a Dutch enumeration."""


def joined(items, conjunction="en"):
    """All names: a, b en c."""
    names = [str(item) for item in items]
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    return f"{', '.join(first)} {conjunction} {last}"


def joined_at_most(items, most):
    """The first names of a long enumeration and how many more there are: a, b en nog 5."""
    names = [str(item) for item in items]
    more = len(names) - most
    if more <= 1:
        return joined(names)
    first = ", ".join(names[:most])
    return f"{first} en nog {more}"
