"""How old what we know is, counted in whole years."""

from calendar import monthrange
from datetime import date

OLD_AFTER = 5  # years
OLD = "ouder dan vijf jaar"


def is_old(year, today):
    """Whether something of that year is older than five years; nothing is old of which nobody knows the year."""
    return bool(year) and today.year - year > OLD_AFTER


def months_before(day, months):
    """The same day so many months earlier; the last of a month that is too short for it."""
    month_count = day.year * 12 + day.month - 1 - months  # since the year 0
    year = month_count // 12
    month = month_count % 12 + 1
    _, last_day = monthrange(year, month)
    return date(
        year,
        month,
        min(day.day, last_day),
    )
