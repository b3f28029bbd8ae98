"""Two database servers on this computer: a primary, and a replica that ``pg_basebackup`` made of it."""

import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg

from backup.programs import DEBIAN, plain_environment
from local.database_user import VERSION, make_folder
from local.embedded_database import DATABASE, EmbeddedDatabase

QUICK = ["-c fsync=off", "-c full_page_writes=off", "-c max_wal_size=1GB"]


class Primary(EmbeddedDatabase):
    """A server of its own, of this version."""

    def __init__(self, folder, version):
        super().__init__(folder, options=QUICK)
        if version != VERSION:
            self.programs = DEBIAN / version

    @property
    def process(self):
        """The first of its processes."""
        return psutil.Process(int((self.folder / "postmaster.pid").read_text().split()[0]))

    def ask(self, question, *values):
        """The rows of an answer; a statement that gives none is done."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            answer = connection.execute(question, values)
            return answer.fetchall() if answer.description else None

    @property
    def address(self):
        """``DATABASE_URL`` of our database on this server."""
        return f"postgresql://postgres@/{DATABASE}?host={self.socket_folder}"

    def kill(self):
        """Throw everybody out, at once and without a word."""
        self.run("pg_ctl", "stop", "-D", self.folder, "-m", "immediate", "-w")

    def come_back(self):
        """Start after that, as it was started before."""
        self.run("pg_ctl", "restart", "-D", self.folder, "-w", "-l", self.folder / "server.log")

    def fill(self, address):
        """Put in our database what is in the one at this address."""
        programs = Path(self.programs) / "bin"
        dump = [programs / "pg_dump", "--format=custom", "--no-owner", address]
        read = [programs / "pg_restore", "--no-owner", f"--dbname={self.address}"]
        with subprocess.Popen(dump, stdout=subprocess.PIPE, env=plain_environment()) as dumping:
            subprocess.run(read, stdin=dumping.stdout, check=True, env=plain_environment())


class ReplicaOf(Primary):
    """A copy that follows another server."""

    def __init__(self, primary, folder, version):
        super().__init__(folder, version)
        self.primary = primary

    def initialise(self):
        """Copy the data of the primary, with how to follow it."""
        make_folder(self.folder, self.user).chmod(0o700)
        self.run(
            *("pg_basebackup", "-h", self.primary.socket_folder, "-U", "postgres"),
            *("-D", self.folder, "-R", "-X", "stream", "-c", "fast"),
        )
        for left in self.folder.glob(".s.PGSQL*"):
            left.unlink()  # of the primary, which listens in its own folder

    def pause(self):
        """Read what the primary writes, and do nothing with it."""
        self.ask("SELECT pg_wal_replay_pause()")  # which only asks for it
        while self.ask("SELECT pg_get_wal_replay_pause_state()") != [("paused",)]:
            time.sleep(0.02)

    @contextmanager
    def frozen(self):
        """Give its processes no time."""
        processes = [self.process, *self.process.children(recursive=True)]
        for process in processes:
            process.suspend()
        try:
            yield
        finally:
            for process in processes:
                process.resume()

    def promote(self):
        """Become a primary."""
        self.run("pg_ctl", "promote", "-D", self.folder, "-w")

    @property
    def address_of_both(self):
        """``DATABASE_URL`` of whichever of the two is a primary."""
        hosts = f"{self.socket_folder},{self.primary.socket_folder}"
        return f"postgresql://postgres@/{DATABASE}?host={hosts}&target_session_attrs=read-write"

    def resume(self):
        """Catch up."""
        self.ask("SELECT pg_wal_replay_resume()")


@contextmanager
def primary_and_replica(folder, content, version=VERSION):
    """Both, running, with what is in the database at the address ``content``."""
    primary = Primary(folder / "primary", version)
    replica = ReplicaOf(primary, folder / "replica", version)
    try:
        primary.enter()
        primary.fill(content)
        replica.enter()
        yield primary, replica
    finally:
        for server in (primary, replica):
            server.kill()
            if server.lock:
                server.lock.close()
            shutil.rmtree(server.folder.parent, ignore_errors=True)
