"""Putting tables and uploaded files in place of those that are there.

The tables come in a new schema in one transaction, of which the end is only said when everything is there: whatever
goes wrong before that, the old ones are as they were. The files wait beside the old ones until then.
"""

import subprocess
import tempfile
from pathlib import Path
from typing import IO

from tqdm import tqdm

from . import archive
from .programs import BackupError, connecting, plain_environment, program, start

WRITES_TABLE = "processing data for table"
OLD_FILES = "before"
BEGIN = b"""
BEGIN;
ALTER SCHEMA public RENAME TO before_restore;
"""
END = b"""
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
DROP SCHEMA before_restore CASCADE;
COMMIT;
"""


def replace_tables(dump: Path, is_shown: bool) -> None:
    """Put the tables of the dump in place of the old ones."""
    command, environment = connecting("psql")
    command += ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    reason = ""
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stderr=errors,
            bufsize=0,
        ) as psql:
            assert psql.stdin  # noqa: S101 for who checks types
            try:
                tell(psql.stdin, dump, is_shown)
            except (BackupError, BrokenPipeError) as error:
                reason = str(error)
        errors.seek(0)
        said = errors.read().decode(errors="replace").strip().splitlines()
    if psql.returncode or reason:
        first = next(iter(said), reason)
        raise BackupError(
            f"De back-up is niet teruggezet, en alles is nog zoals het was: {first}"
        )


def tell(
    stream: IO[bytes],
    dump: Path,
    is_shown: bool,
) -> None:
    """Say all of it to the database; without ``END`` it throws away what it did."""
    stream.write(BEGIN)
    tell_tables(stream, dump, is_shown)
    stream.write(END)


def tell_tables(
    stream: IO[bytes],
    dump: Path,
    is_shown: bool,
) -> None:
    """Let ``pg_restore`` say what is in the dump."""
    command = [
        program("pg_restore"),
        "--no-owner",
        "--no-privileges",
        "--verbose",
        "--file=-",
        str(dump),
    ]
    line = ""
    with (
        tqdm(unit=" tabellen", disable=not is_shown) as bar,
        start(command, stdout=stream, env=plain_environment()) as process,
    ):
        for line in process.stderr or ():
            bar.update(WRITES_TABLE in line)
    if process.returncode:
        raise BackupError(line.strip())


def replace_files(media: Path, folder: Path) -> None:
    """Put what was unpacked in the folder, which is inside ``media``, in place of all other files there."""
    old = folder / OLD_FILES
    old.mkdir()
    for path in media.iterdir():
        if not path.name.startswith("."):
            path.rename(old / path.name)
    new = folder / archive.MEDIA
    if new.exists():
        for path in new.iterdir():
            path.rename(media / path.name)
