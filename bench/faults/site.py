"""The site as it runs on a server, with parts that may be frozen, stopped and killed."""

import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg

from bench.database import FOLDER, ROOT
from bench.meeting import make_event
from local.database_user import VERSION
from local.embedded_database import EmbeddedDatabase
from tests.running_site import environment_of, free_port, manage, running_site
from tests.smtp_server import mail_server

WORKER = [sys.executable, "manage.py", "procrastinate", "worker"]
PLACES = 1_000_000


class Site:
    """A running site: ``port``, ``database``, ``worker`` and the texts of all ``mail`` that went out."""

    def __init__(self, database, url, environment, port, mail, worker):
        self.database, self.url, self.environment = database, url, environment
        self.port, self.mail, self.worker = port, mail, worker

    @property
    def folder(self):
        """Where the site keeps what it makes."""
        return Path(self.environment["VAR_DIR"])

    @property
    def address(self):
        """Where visitors find it."""
        return f"http://127.0.0.1:{self.port}"

    def rows(self, query, parameters=None):
        """What the database says, asked beside the site."""
        with psycopg.connect(self.url) as connection:
            return connection.execute(query, parameters).fetchall()

    def shell(self, code):
        """Run this with the settings of the site."""
        manage(self.environment, "shell", "--command", code)

    @contextmanager
    def frozen_database(self):
        """No process of the database server gets any time."""
        processes = _processes_in(self.database.folder)
        for process in processes:
            process.suspend()
        try:
            yield
        finally:
            for process in processes:
                process.resume()

    @contextmanager
    def stopped_database(self):
        """The database server is gone, as if it was killed."""
        self.database.run(
            "pg_ctl", "stop", "-D", self.database.folder, "-m", "immediate", "-w"
        )
        try:
            yield
        finally:
            self.database.start()

    def until_mailed(self, seconds):
        """Wait until no mail waits; how long that took, at most so many seconds."""
        start = time.perf_counter()
        while time.perf_counter() < start + seconds:
            if self.rows("SELECT count(*) FROM accounts_outgoingmail") == [(0,)]:
                break
            time.sleep(0.2)
        return time.perf_counter() - start


class Worker:
    """The background work; whatever ends it, it is started again, as on a server."""

    def __init__(self, environment):
        self.environment = environment
        self.is_wanted = threading.Event()
        self.process = None

    def start(self):
        """Run it until ``stop``."""
        self.is_wanted.set()
        self.thread = threading.Thread(target=self._keep_running)
        self.thread.start()

    def stop(self):
        """Ask it to end, and wait for that."""
        self.is_wanted.clear()
        self.process.terminate()
        self.thread.join()

    def kill(self):
        """End it without a word to it."""
        self.process.kill()

    def _keep_running(self):
        with open(Path(self.environment["VAR_DIR"]) / "worker-log", "a") as log:
            while self.is_wanted.is_set():
                self.process = subprocess.Popen(
                    WORKER, cwd=ROOT, env=self.environment, stdout=log, stderr=log
                )
                self.process.wait()
                time.sleep(0.5)


@contextmanager
def site_on_its_own():
    """Make everything anew, run it with the settings of a server, and stop it."""
    folder = FOLDER / "faults"
    database = EmbeddedDatabase(folder / f"postgres-{VERSION}")
    _clear_away(folder, database)
    url = database.enter()
    mail_port = free_port()
    environment = _environment(url, folder, mail_port)
    try:
        for command in (
            ["migrate"],
            ["collectstatic", "--no-input"],
            ["shell", "--command", make_event(PLACES)],
        ):
            manage(environment, *command)
        worker = Worker(environment)
        with mail_server(mail_port) as mail, running_site(environment) as port:
            worker.start()
            try:
                yield Site(database, url, environment, port, mail, worker)
            finally:
                worker.stop()
    finally:
        database.leave()


def _clear_away(folder, database):
    """Forget an earlier time, also one that was broken off and left its database running."""
    for process in _processes_in(database.folder):
        process.kill()
    for each in (folder, database.folder):  # root keeps the database elsewhere
        shutil.rmtree(each, ignore_errors=True)


def _environment(url, folder, mail_port):
    own = {
        "BIEB_NETWERK_ENV": "production",
        "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": "meting.voorbeeld.nl",
        "USE_HTTPS": "false",  # who measures comes over http
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(mail_port),
        "BOOKINGS_PER_HOUR": "1000000",  # all of them come from one address
    }
    return environment_of(url, folder, **own)


def _processes_in(folder):
    """Every process of a database server has the folder of its data as its own."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(folder.resolve()):
                found.append(process)
        except psutil.Error:
            continue
    return found
