"""The clock goes back an hour while the background work is stopped for a moment: mail goes on, each once."""

import time

import psycopg

from bench.faults.goals import none_of, within
from bench.faults.mails import numbers_by_address, sent_twice
from bench.faults.visitors import writers
from tests.clock import set_clock_back

WRITERS, SECONDS = 4, 5
FIRST = 1_000_000  # numbers of nobody else
PATIENCE = 120  # seconds


def measure(site):
    """People register before and after."""
    before = len(site.mail)
    with writers(site, WRITERS, FIRST) as early:
        time.sleep(SECONDS)
        site.worker.stop()  # a few mails wait
    with psycopg.connect(site.url) as connection, connection.cursor() as cursor:
        set_clock_back(cursor)
    site.worker.start()
    with writers(site, WRITERS, 2 * FIRST) as late:
        time.sleep(SECONDS)
    spent = site.until_mailed(PATIENCE)
    confirmed, mailed = {*early, *late}, numbers_by_address(site.mail[before:])
    missing = confirmed - set(mailed)
    yield none_of(
        "klok een uur terug: bevestigd en niet gemaild",
        missing,
        f" van {len(confirmed)}",
    )
    yield none_of("klok een uur terug: twee keer gemaild", sent_twice(mailed))
    yield within("klok een uur terug: alles gemaild na", 60, spent)
