"""Names as a Dutch enumeration."""


def joined(things):
    """All names: a, b en c."""
    names = [str(thing) for thing in things]
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)


def joined_at_most(things, most):
    """The first names of a long enumeration and how many more there are: a, b en nog 5."""
    names = [str(thing) for thing in things]
    return joined(names) if len(names) <= most + 1 else f"{', '.join(names[:most])} en nog {len(names) - most}"
