"""What a request costs, and what a second database brings: ``python -m bench.scale [--seconds 60]``.

Two database servers on this computer, a primary and a replica, with the starter content. Web server, visitors and both
databases share its cores, so that a second database cannot bring more requests a second here; the processor of each
tells what it would bring on a machine of its own.
"""

import argparse
import os
import tempfile
import threading
from collections import defaultdict
from pathlib import Path
from statistics import median

from bench.busy_day import MIX, busy_day
from bench.database import FOLDER
from bench.load import ask_for, web_server
from bench.starter_database import StarterDatabase
from bench.table import print_table
from local.embedded_database import local_database
from tests.replicated import primary_and_replica
from tests.running_site import environment_of, running_site

DATABASES = ["", "requests/s", "p50 ms", "p95 ms", "errors"]
DATABASES += ["web ms", "primary ms", "replica ms"]
KINDS = ["", "share %", "made: web ms", "made: database ms", "again: web ms"]
KINDS += ["again: database ms"]
VISITORS = 8
NOT_REMEMBERED = {"PAGE_MEMORY": "0"}


def spent_by(server):
    """Seconds of processor of all processes of a database server so far."""
    seconds = 0
    for process in [server.process, *server.process.children()]:
        times = process.cpu_times()
        seconds += times.user + times.system
    ended = server.process.cpu_times()
    return seconds + ended.children_user + ended.children_system


class Meter:
    """The processor of the web server and of both databases since it was made, per request."""

    def __init__(self, primary, replica):
        self.servers = [primary, replica]
        self.before = self.read()

    def read(self):
        """Seconds so far; nothing of a server that is not there."""
        web, _ = web_server()
        seconds = [web]
        for server in self.servers:
            is_there = (server.folder / "postmaster.pid").exists()
            seconds.append(spent_by(server) if is_there else 0)
        return seconds

    def per_request(self, count):
        """Milliseconds of each."""
        pairs = zip(self.read(), self.before, strict=True)
        return [1000 * (now - before) / count for now, before in pairs]


def throughput(name, servers, seconds, *, has_replica, kill_after=None):
    """A row: a busy day on one database or on two, with the replica killed after so many seconds."""
    primary, replica = servers
    own = {"DATABASE_REPLICA_URL": replica.address} if has_replica else {}
    environment = environment_of(primary.address, FOLDER, **own)
    next_request = busy_day(primary.address)
    with running_site(environment) as port:
        ask_for(seconds / 5, port, next_request, VISITORS)
        meter = Meter(primary, replica)
        if kill_after:
            threading.Timer(kill_after, replica.kill).start()
        tally = ask_for(seconds, port, next_request, VISITORS)
        spent = meter.per_request(len(tally.all))
    p95 = tally.all[int(0.95 * len(tally.all))]
    shown = [len(tally.all) / seconds, median(tally.all), p95, len(tally.mistakes)]
    if kill_after:
        spent[2] = float("nan")  # what it had spent is gone with it
    return [
        name,
        *[f"{value:.0f}" for value in shown],
        *[f"{value:.1f}" for value in spent],
    ]


def cost_of_kinds(primary, replica, seconds, **settings):
    """{kind of page: [web, database] milliseconds of processor}, one visitor at a time."""
    environment = environment_of(primary.address, FOLDER, WEB_WORKERS="1", **settings)
    day = busy_day(primary.address)
    by_kind = defaultdict(list)
    for _ in range(2_000):
        kind, address = day()
        by_kind[kind].append((kind, address))
    costs = {}
    with running_site(environment) as port:
        for kind in MIX:
            few = by_kind[kind][:10]
            turns = iter(few * 100_000)
            ask_for(seconds / 3, port, lambda turns=turns: next(turns), 1)
            meter = Meter(primary, replica)
            tally = ask_for(seconds, port, lambda turns=turns: next(turns), 1)
            web, database, _ = meter.per_request(len(tally.all))
            costs[kind] = [web, database]
    return costs


def rows_of_kinds(made, again):
    """The table of both, and what a request of the mix costs."""
    rows, total = [KINDS], [0, 0, 0, 0]
    for kind, share in MIX.items():
        cost = [*made[kind], *again[kind]]
        rows.append([kind, str(share), *[f"{value:.1f}" for value in cost]])
        total = [
            known + share / 100 * value
            for known, value in zip(total, cost, strict=True)
        ]
    rows.append(["mix", "100", *[f"{value:.1f}" for value in total]])
    return rows


def main():
    """Make both servers, measure, and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale")
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args().seconds
    with local_database(), tempfile.TemporaryDirectory() as folder:
        content = StarterDatabase()
        content.prepare()
        content.manage("collectstatic", "--no-input", "--verbosity=0")
        with primary_and_replica(Path(folder) / "servers", content.url) as servers:
            measure(servers, seconds)
    load = os.getloadavg()[0]
    print(f"Load of the machine: {load:.1f} on {os.cpu_count()} cores.")


def measure(servers, seconds):
    """Both tables."""
    each = seconds / 5
    made = cost_of_kinds(*servers, each / len(MIX) * 2, **NOT_REMEMBERED)
    again = cost_of_kinds(*servers, each / len(MIX) * 2)
    print_table(rows_of_kinds(made, again), align=str.rjust)
    print()
    one = throughput("one database", servers, each, has_replica=False)
    two = throughput("two databases", servers, each, has_replica=True)
    killed = throughput(
        "two, of which one is killed halfway",
        servers,
        each,
        has_replica=True,
        kill_after=each / 2,
    )
    print_table([DATABASES, one, two, killed], align=str.rjust)


if __name__ == "__main__":
    main()
