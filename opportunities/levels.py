"""The order of the levels of the kansenkaart."""


def rank(level):
    """The place of a level among its kind: 0 for not knowing, then from low to high."""
    return list(type(level)).index(level)


def highest(levels, unknown):
    """The highest of these levels; ``unknown`` where there is none."""
    return max(levels, key=rank, default=unknown)
