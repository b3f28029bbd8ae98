"""How far something is, in words that hold today: nothing runs that nobody confirmed for three years."""

from datetime import date

CONFIRMED_FOR = 3  # years in which a confirmation says that something still runs
THEN = {  # what was going on when somebody wrote about it, and what nobody knows of since
    "lopend": ("Liep", "of het nog zo is, weten we niet"),
    "structureel": ("Was vast aanbod", "of het nog zo is, weten we niet"),
    "pilot": ("Was een pilot", "hoe het verder ging, weten we niet"),
}


def phase_in_words(
    phase,
    label,
    year,
    confirmed_on,
    today,
):
    """``Liep in 2014; of het nog zo is, weten we niet``; the label where it is confirmed, or says nothing of now.

    ``confirmed_on`` is a date, its ISO text or nothing.
    """
    if phase not in THEN or is_confirmed_lately(confirmed_on, today):
        return label
    was, unknown = THEN[phase]
    moment = "eerder"
    if year:
        moment = f"in {year}"
    return f"{was} {moment}; {unknown}"


def is_confirmed_lately(confirmed_on, today):
    """Whether somebody confirmed it in the last three years."""
    if not confirmed_on:
        return False
    day = date.fromisoformat(str(confirmed_on))
    ended_on = f"{day.year + CONFIRMED_FOR}{day:-%m-%d}"
    return str(today) < ended_on
