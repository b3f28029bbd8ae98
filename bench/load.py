"""A busy day for the web server, beside a bare one: ``python -m bench.load [--seconds 600] [--alone]``.

Threads ask what visitors ask, each over a connection that stays open. Written here and not with locust, which brings
gevent and many other packages for what is sixty lines; the visitors take part of the same two cores either way.
"""

import argparse
import http.client
import math
import os
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median

import psutil

from bench.busy_day import busy_day
from bench.database import FOLDER, BenchDatabase
from bench.starter_database import StarterDatabase
from bench.table import print_table
from local.embedded_database import local_database
from tests.running_site import environment_of, running_site

PATIENCE = 30  # seconds
SITES = {
    "de site": {},
    "zonder onthouden": {"PAGE_MEMORY": "0"},
    "kaal sjabloon": {"application": "bench.bare:application"},
}
NUMBERS = [
    ("--seconds", 60, "hoe lang er gemeten wordt, alles bij elkaar"),
    ("--visitors", 8, "hoeveel bezoekers tegelijk vragen"),
    ("--entries", 0, "verzonnen voorbeelden; zonder: de startinhoud"),
]
HEADINGS = [
    "",
    "verzoeken/s",
    "p50 ms",
    "p95 ms",
    "fouten",
    "processor ms",
    "geheugen MB, begin en eind",
]


@dataclass
class Tally:
    """What visitors were told: milliseconds by kind of page, and what went wrong."""

    took: dict = field(default_factory=lambda: defaultdict(list))
    mistakes: list = field(default_factory=list)

    @property
    def all(self):
        """The milliseconds of all that went well, in order."""
        return sorted(each for samples in self.took.values() for each in samples)


def visit(port, next_request, until, tally):
    """One visitor after another, until it is time."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    while time.perf_counter() < until:
        kind, address = next_request()
        start = time.perf_counter()
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            connection.close()  # a connection that was open too long, which a browser asks again on a new one
            continue
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            tally.mistakes.append(f"{address}: {error!r}")
            continue
        if answer.status == 200:
            tally.took[kind].append(1000 * (time.perf_counter() - start))
        else:
            tally.mistakes.append(f"{address}: {answer.status}")
    connection.close()


def ask_for(seconds, port, next_request, visitors):
    """All visitors together for so long; what they were told."""
    tally, until = Tally(), time.perf_counter() + seconds
    threads = [
        threading.Thread(target=visit, args=(port, next_request, until, tally))
        for _ in range(visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def web_server():
    """(seconds of processor, megabytes) of the processes of the web server that this program started."""
    seconds, size = 0, 0
    for process in psutil.Process().children(recursive=True):
        if "gunicorn" in " ".join(process.cmdline()):
            times = process.cpu_times()
            seconds += (
                times.user + times.system + times.children_user + times.children_system
            )
            size += process.memory_info().rss / 1024**2
    return seconds, size


def measure(name, database, asked):
    """A row of the table: warmed up for a tenth of the time, then counted."""
    own = dict(SITES[name])
    application = own.pop("application", "bieb_netwerk.wsgi")
    environment = environment_of(database.url, FOLDER, **own)
    next_request = busy_day(database.url)
    with running_site(environment, application=application) as port:
        ask_for(asked.seconds / 10, port, next_request, asked.visitors)
        spent_before, size_before = web_server()
        tally = ask_for(asked.seconds, port, next_request, asked.visitors)
        spent, size = web_server()
    if asked.by_kind:
        for kind, samples in sorted(tally.took.items()):
            print(
                f"{name}, {kind}: {len(samples)} keer, mediaan {median(samples):.0f} ms"
            )
    for mistake in tally.mistakes[:5]:
        print(f"{name}: {mistake}", file=sys.stderr)
    count = len(tally.all)
    return [
        name,
        f"{count / asked.seconds:.0f}",
        f"{median(tally.all):.0f}",
        f"{tally.all[math.ceil(0.95 * count) - 1]:.0f}",
        str(len(tally.mistakes)),
        f"{1000 * (spent - spent_before) / count:.1f}",
        f"{size_before:.0f} en {size:.0f}",
    ]


def main():
    """Make the database ready, ask each site, and print one table."""
    asked = what_is_asked()
    with local_database():
        database = BenchDatabase(asked.entries) if asked.entries else StarterDatabase()
        database.prepare(as_is=asked.as_is)
        database.manage("collectstatic", "--no-input", "--verbosity=0")
        print_table(
            [HEADINGS, *[measure(name, database, asked) for name in asked.sites]],
            align=str.rjust,
        )
    print(
        f"Belasting van de machine: {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen."
    )


def what_is_asked():
    """The choices on the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.load", description="Meet een drukke dag."
    )
    for name, default, says in NUMBERS:
        parser.add_argument(name, type=int, default=default, help=says)
    parser.add_argument(
        "--by-kind", action="store_true", help="zeg het ook per soort pagina"
    )
    parser.add_argument(
        "--as-is",
        action="store_true",
        help="houd de zoekdocumenten, ook al is het zoeken veranderd",
    )
    parser.add_argument(
        "--alone",
        action="store_true",
        help="meet alleen de site, al die tijd",
    )
    asked = parser.parse_args()
    asked.sites = list(SITES)[:1] if asked.alone else list(SITES)
    asked.seconds /= len(asked.sites)
    return asked


if __name__ == "__main__":
    main()
