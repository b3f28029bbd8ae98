"""The data folder of the embedded database: whether it can be used, what a killed server left, why none starts."""

import shutil
import time

import psutil

from .database_user import VERSION, DatabaseError

NEEDED_BYTES = 300 * 1024**2
TRIES = 50  # to see whether everything of a killed server is gone
PAUSE = 0.2  # seconds between them


def check_folder(folder):
    """Raise ``DatabaseError`` for a folder on which no server of ours can start."""
    if shutil.disk_usage(folder.parent).free < NEEDED_BYTES:
        raise DatabaseError(
            f"Er is te weinig ruimte op de schijf van {folder.parent}: 300 MB is nodig."
        )
    if not folder.exists():
        return
    version_file = folder / "PG_VERSION"
    control_file = folder / "global" / "pg_control"
    if not version_file.exists() or not control_file.exists():
        raise DatabaseError(
            f"De map {folder} is geen volledige database. Zet de map opzij en start opnieuw."
        )
    version = version_file.read_text().strip()
    if version != VERSION:
        raise DatabaseError(
            f"De database in {folder} is van PostgreSQL {version}, deze site gebruikt {VERSION}. "
            "Zet de map opzij, of wijs met DATABASE_URL een server aan."
        )


def forget_killed_server(folder, socket_folder):
    """Let go of the number of a server that was killed: a container without init keeps it as a zombie.

    PostgreSQL would think that server still runs. First all its helpers must be gone, since two servers on
    one folder would spoil it.
    """
    pid_file = folder / "postmaster.pid"
    if not pid_file.exists():
        return
    for _ in range(TRIES):
        if not is_worked_in(folder):
            pid_file.unlink()
            (socket_folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
            return
        time.sleep(PAUSE)


def is_worked_in(folder):
    """Whether a living process has the folder as its own; all of a PostgreSQL server's have their data folder."""
    return any(works_in(process, folder) for process in psutil.process_iter())


def works_in(process, folder):
    """Whether this process lives and has the folder as its own."""
    try:
        is_alive = process.status() != psutil.STATUS_ZOMBIE
        return is_alive and process.cwd() == str(folder.resolve())
    except psutil.Error:
        return False


def last_line(process):
    """What a program said last, or how it ended."""
    output = process.stdout or ""
    lines = output.strip().splitlines()
    if not lines:
        return f"programma stopte met code {process.returncode}"
    return lines[-1]


def last_fatal_line(path):
    """The last error in a log of a server; an empty text where there is none."""
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    for line in reversed(lines):
        _, mark, reason = line.partition("FATAL:")
        if mark:
            return reason.strip()
    return ""
