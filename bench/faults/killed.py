"""The background worker is killed twenty-five times while it sends mail: nothing is lost, and it soon goes on."""

import re
import time

from bench.faults.goals import Goal, none_of, within
from bench.faults.mails import numbers_by_address, sent_twice, sent_with_two_numbers

TIMES, MAILS = 25, 1_500
SOME = range(5, 50, 3)  # how many it sends before it is killed
PATIENCE = 180  # seconds
QUEUE = """
from mail.outgoing import queue_mails
queue_mails([(f"wie{{number}}@voorbeeld.nl", "Meting", "Dag", "") for number in range({count})])
"""
OF_OURS = re.compile(r"<[0-9a-f]{32}@meting\.voorbeeld\.nl>")
# between a try that was broken off and the next one
PICKED_UP = """
SELECT coalesce(max(extract(epoch FROM next_at - at)), 0)::float
FROM (
    SELECT at, lead(at) OVER (PARTITION BY job_id ORDER BY at) AS next_at
    FROM procrastinate_events JOIN procrastinate_jobs ON procrastinate_jobs.id = job_id
    WHERE type = 'started' AND queue_name = 'mail' AND at > %s
) AS tries
"""


def measure(site):
    """Count what arrives."""
    before = len(site.mail)
    [(begun_at,)] = site.rows("SELECT now()")
    site.shell(QUEUE.format(count=MAILS))
    for turn in range(TIMES):
        _until_sent(site, len(site.mail) + SOME[turn % len(SOME)])
        site.worker.kill()
    site.until_mailed(PATIENCE)
    [(picked_up,)] = site.rows(PICKED_UP, [begun_at])
    numbers = numbers_by_address(site.mail[before:])
    yield from _report(numbers, picked_up)


def _until_sent(site, count):
    end = time.perf_counter() + PATIENCE
    while len(site.mail) < count and time.perf_counter() < end:
        time.sleep(0.005)


def _report(numbers, picked_up):
    wanted = {f"wie{number}@voorbeeld.nl" for number in range(MAILS)}
    about = f"achtergrondwerk {TIMES} keer gedood onder {len(wanted)} mails"
    twice = f"{len(sent_twice(numbers))} van {len(wanted)}"
    strange = [
        each
        for tries in numbers.values()
        for each in tries
        if not OF_OURS.fullmatch(each)
    ]
    yield none_of(f"{about}: kwijt", wanted - set(numbers))
    yield Goal(
        f"{about}: twee keer verstuurd, met hetzelfde nummer",
        "zo weinig als kan",
        twice,
        None,
    )
    yield none_of(
        f"{about}: twee keer verstuurd, met een ander nummer",
        sent_with_two_numbers(numbers),
    )
    yield none_of(
        f"{about}: nummers zonder naam van de site en onraadbaar deel", strange
    )
    yield within(f"{about}: langst voor afgebroken werk verderging", 60, picked_up)
