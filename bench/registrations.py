"""A thousand people want three hundred places, over HTTP and twelve at a time: ``python -m bench.registrations``.

Prints who got a place, whether the queue is in order, whether everybody was mailed once, and how long it took.
"""

import argparse
import email
import math
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from bench.database import FOLDER, ROOT
from bench.meeting import ask, make_event, register
from local.embedded_database import local_database

NAME = "bieb_netwerk_bench_registrations"
# as ``manage.py run`` starts it
WORKER = ["nice", sys.executable, "manage.py", "procrastinate", "worker"]
MAIL = FOLDER / "registrations-mail"


def main():
    """Make a database with one event, start the site and its worker, register, wait for the mail, and report."""
    asked = _arguments()
    with local_database():
        url = _fresh_database()
        environment = _environment(url)
        _manage(environment, "migrate", "--verbosity=0")
        _manage(
            environment, "shell", "--verbosity=0", "--command", make_event(asked.places)
        )
        _manage(environment, "collectstatic", "--no-input", "--verbosity=0")
        address, running = _start(environment)
        try:
            durations, seconds = _register_all(address, asked.people, asked.clients)
            _wait_for_mail(url)
        finally:
            for process in running:
                process.terminate()
                process.wait(20)
        _report(url, asked, durations, seconds)


def _arguments():
    parser = argparse.ArgumentParser(
        prog="python -m bench.registrations", description="Meet inschrijven."
    )
    parser.add_argument(
        "--people", type=int, default=1000, help="hoeveel mensen zich inschrijven"
    )
    parser.add_argument(
        "--places", type=int, default=300, help="hoeveel plekken er zijn"
    )
    parser.add_argument("--clients", type=int, default=12, help="hoeveel tegelijk")
    return parser.parse_args()


# --- the site ----------------------------------------------------------------------------------------
def _fresh_database():
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        name = sql.Identifier(NAME)
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name)
        )
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name)
        )
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{NAME}").geturl()


def _environment(url):
    shutil.rmtree(MAIL, ignore_errors=True)
    own = {
        "DATABASE_URL": url,
        "VAR_DIR": str(FOLDER),
        "MAIL_DIR": str(MAIL),
        "BOOKINGS_PER_HOUR": "1000000",
    }
    return os.environ | own | {"BIEB_NETWERK_ENV": "local", "DEBUG": "0"}


def _manage(environment, *arguments):
    subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True
    )


def _start(environment):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    gunicorn = [
        sys.executable,
        "-m",
        "gunicorn",
        "-c",
        "deploy/gunicorn.conf.py",
        "--bind",
        f"127.0.0.1:{port}",
        "bieb_netwerk.wsgi",
    ]
    with Path(os.devnull).open("w") as nowhere:
        running = [
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=nowhere, stderr=nowhere
            )
            for command in (gunicorn, WORKER)
        ]
    address = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=5).close()  # noqa: S310 our own server
        except OSError:
            time.sleep(0.2)
        else:
            return address, running
    raise SystemExit("De site startte niet.")


# --- the people --------------------------------------------------------------------------------------
def _register_all(address, people, clients):
    """Everybody registers, so many at a time; gives the seconds of each confirmation, and of all together."""
    durations, lock = [], threading.Lock()

    def one(number):
        page, spent = register(address, number)
        ask(page)
        with lock:
            durations.append(spent)

    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(one, range(people)))
    return durations, time.perf_counter() - start


def _wait_for_mail(url):
    """Until nothing waits in the outbox; at most five minutes."""
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(300):
            if connection.execute(
                "SELECT count(*) FROM accounts_outgoingmail"
            ).fetchone() == (0,):
                return
            time.sleep(1)


# --- what came of it ---------------------------------------------------------------------------------
def _report(url, asked, durations, seconds):
    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT id, place, booking_id FROM events_registration ORDER BY id"
        ).fetchall()
    places = [place for _, place, _ in rows]
    confirmed, waiting = places.count("bevestigd"), places.count("wachtlijst")
    # first everybody with a place, then everybody who waits
    in_order = places == sorted(places)
    mailed = [email.message_from_bytes(file.read_bytes()) for file in MAIL.iterdir()]
    addresses, ids = (
        {each["To"] for each in mailed},
        {each["Message-ID"] for each in mailed},
    )
    print(
        f"{asked.people} mensen, {asked.places} plekken, {asked.clients} tegelijk, op {os.cpu_count()} kernen"
    )
    print(
        f"  een plek: {confirmed}; op de wachtlijst: {waiting}; in volgorde: {'ja' if in_order else 'NEE'}"
    )
    print(
        f"  mails: {len(mailed)}, aan {len(addresses)} adressen, met {len(ids)} nummers"
    )
    ordered = sorted(1000 * each for each in durations)
    half, most = median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1]
    print(
        f"  bevestigen: mediaan {half:.0f} ms, p95 {most:.0f} ms, langste {ordered[-1]:.0f} ms; samen {seconds:.0f} s"
    )


if __name__ == "__main__":
    main()
