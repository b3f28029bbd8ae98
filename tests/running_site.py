"""The web server as it runs on a server, and visitors that say what they were told and how long that took."""

import http.client
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENEROUS_SECONDS = 90  # for a machine that has much else to do


@dataclass(frozen=True)
class Answer:
    """What a visitor was told; status 0 is no answer at all."""

    status: int
    seconds: float
    headers: dict = field(default_factory=dict)
    text: str = ""


def environment_of(database_url, folder, **others):
    """What the programs of a site are told that keeps everything in this folder."""
    own = {"DATABASE_URL": database_url, "VAR_DIR": str(folder), "MAIL_DIR": str(folder / "mail")}
    return os.environ | own | {"BIEB_NETWERK_ENV": "local", "DEBUG": "0"} | others


def manage(environment, *arguments):
    """Run a management command."""
    subprocess.run([sys.executable, "manage.py", *arguments, "-v0"], cwd=ROOT, env=environment, check=True)


@contextmanager
def running(environment, *arguments):
    """Have a Python program of the site run while the block does; gives its process."""
    with (
        open(Path(environment["VAR_DIR"]) / "log", "a") as log,
        subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()


def free_port():
    """A port of this computer that nobody uses yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_site(environment, port=None, application="bieb_netwerk.wsgi"):
    """Have the web server run, with the settings that we ship; gives its port."""
    port = port or free_port()
    gunicorn = ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}", application]
    with running(environment, *gunicorn):
        until_well(port, "/readyz")
        yield port


def ask(port, address, body=None, headers=None):
    """Ask for a page, or send a form to it."""
    start = time.perf_counter()
    visitor = http.client.HTTPConnection("127.0.0.1", port, timeout=GENEROUS_SECONDS)
    try:
        visitor.request("POST" if body else "GET", address, body, headers or {})
        answer = visitor.getresponse()
        text = answer.read().decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return Answer(0, time.perf_counter() - start)
    finally:
        visitor.close()
    return Answer(answer.status, time.perf_counter() - start, dict(answer.getheaders()), text)


def ask_together(port, addresses):
    """Ask for all of these at the same time."""
    with ThreadPoolExecutor(len(addresses)) as visitors:
        return list(visitors.map(lambda address: ask(port, address), addresses))


def until_well(port, address):
    """Ask until the page is given; the seconds that took."""
    start = time.perf_counter()
    while time.perf_counter() < start + GENEROUS_SECONDS:
        if ask(port, address).status == 200:
            return time.perf_counter() - start
        time.sleep(0.1)
    raise AssertionError(f"{address} was not well again after {GENEROUS_SECONDS} seconds")
