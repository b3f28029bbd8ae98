"""How old what we know is, counted in whole years."""

OLD_AFTER = 5  # years
OLD = "ouder dan vijf jaar"


def is_old(year, today):
    """Whether something of that year is older than five years; nothing is old of which nobody knows the year."""
    return bool(year) and today.year - year > OLD_AFTER
