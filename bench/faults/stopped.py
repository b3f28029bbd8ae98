"""The database server is killed ten times while people register: what was confirmed is kept and mailed."""

import time

from bench.faults.goals import Goal, none_of, within
from bench.faults.mails import numbers_by_address, sent_with_two_numbers
from bench.faults.visitors import writers

TIMES, WRITERS = 10, 6
BETWEEN, AWAY = 3, 1  # seconds
STORED = "SELECT email FROM events_booking"
PATIENCE = 180  # seconds, for the last mail


def measure(site):
    """Compare what people were told with what is there and what was mailed."""
    before = len(site.mail)
    with writers(site, WRITERS, first=1) as confirmed:
        for _ in range(TIMES):
            time.sleep(BETWEEN)
            with site.stopped_database():
                time.sleep(AWAY)
        time.sleep(BETWEEN)
    spent = site.until_mailed(PATIENCE)
    stored = [email for (email,) in site.rows(STORED)]
    mailed = numbers_by_address(site.mail[before:])
    about = f"database {TIMES} keer gedood onder schrijvers"
    yield Goal(
        f"{about}: bevestigd, bewaard, gemaild",
        "gelijk",
        _counts(confirmed, stored, mailed),
        None,
    )
    yield none_of(f"{about}: bevestigd en niet bewaard", set(confirmed) - set(stored))
    yield none_of(f"{about}: bewaard en niet gemaild", set(stored) - set(mailed))
    yield none_of(f"{about}: gemaild en niet bewaard", set(mailed) - set(stored))
    yield none_of(f"{about}: twee verschillende mails", sent_with_two_numbers(mailed))
    yield within(f"{about}: alles gemaild na", PATIENCE, spent)


def _counts(confirmed, stored, mailed):
    return f"{len(confirmed)}, {len(stored)}, {sum(map(len, mailed.values()))}"
