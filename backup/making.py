"""Making a back-up: database and uploaded files in one file, and throwing old ones away."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.crypto import salted_hmac
from tqdm import tqdm

from . import archive, encrypting, in_bucket
from .models import BackupRun
from .programs import BackupError, connecting, server_version, start

NAME = "bieb-netwerk-"
HALF = ".half-"
WRITES_TABLE = "dumping contents of table"
NO_ROOM = "De back-up kan niet geschreven worden in {}: {}."
FORMAT = 1


def make_backup(
    *,
    folder: Path,
    key: str = "",
    is_shown: bool = False,
) -> Path:
    """Write a whole back-up into the folder, and note how that went; ``key`` is a public key of ``age``.

    Raises ``BackupError``; no half file stays behind.
    """
    run = BackupRun.objects.create(
        started_at=timezone.now(),
        is_encrypted=bool(key),
    )
    try:
        path = written(folder, key, run.started_at, is_shown)
    except (BackupError, OSError) as error:
        problem = error
        if isinstance(error, OSError):
            problem = BackupError(NO_ROOM.format(folder, error.strerror))
        run.problem = str(problem)
        run.save()
        raise problem from error
    run.file_name = path.name
    run.size = path.stat().st_size
    run.finished_at = timezone.now()
    run.save()
    return path


def written(
    folder: Path,
    key: str,
    now: datetime,
    is_shown: bool,
) -> Path:
    """The back-up under its own name; until it is whole it has another one."""
    name = f"{NAME}{now:%Y%m%d-%H%M%S}.tar"
    if key:
        encrypting.check_key(key)
        name += encrypting.SUFFIX
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=HALF) as half:
        # only its owner may look in it
        dump = Path(half) / archive.DUMP
        packed = Path(half) / name
        dump_database(dump, is_shown)
        media = Path(settings.MEDIA_ROOT)
        if in_bucket.is_used():
            media = in_bucket.copied(Path(half))
        with opened(packed, key) as stream:
            pack(stream, dump, media, is_shown)
        packed.chmod(0o600)
        return packed.rename(folder / name)


@contextmanager
def opened(
    path: Path,
    key: str,
) -> Iterator[IO[bytes]]:
    """A stream into this file, encrypted where there is a key; safe on the disk when it is closed."""
    if key:
        with encrypting.encrypted(path, key) as stream:
            yield stream
    else:
        with open(path, "wb") as stream:
            yield stream
    with open(path, "rb") as file:
        os.fsync(file.fileno())


def dump_database(path: Path, is_shown: bool) -> None:
    """Let ``pg_dump`` write the tables; sessions and counted limits are not of any use later."""
    command, environment = connecting("pg_dump")
    command += [
        "--format=custom",
        "--schema=public",
        "--no-owner",
        "--no-privileges",
        "--verbose",
        f"--file={path}",
    ]
    for table in (
        "django_session",
        "usersessions_usersession",
        caches["default"]._table,
    ):  # type: ignore[attr-defined]
        command.append(f"--exclude-table-data=public.{table}")
    line = ""
    with (
        tqdm(
            total=number_of_tables(),
            unit=" tabellen",
            disable=not is_shown,
        ) as bar,
        start(command, env=environment) as process,
    ):
        for line in process.stderr or ():
            bar.update(WRITES_TABLE in line)
    if process.returncode:
        raise BackupError(f"De database is niet in de back-up gekomen: {line.strip()}")


def number_of_tables() -> int:
    """How many tables there are to write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        return cursor.fetchone()[0]


def pack(
    stream: IO[bytes],
    dump: Path,
    media: Path,
    is_shown: bool,
) -> None:
    """Put everything in the file."""
    size = dump.stat().st_size + sum(
        path.stat().st_size for path in archive.media_files(media)
    )
    with tqdm(
        total=size,
        unit="B",
        unit_scale=True,
        disable=not is_shown,
    ) as bar:
        for count in archive.pack(stream, manifest(), dump, media):
            bar.update(count)


def manifest() -> dict:
    """What whoever puts this back has to know first."""
    migrations = sorted(MigrationRecorder(connection).applied_migrations())
    return {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(),
        "server_version": server_version(),
        "migrations": [list(migration) for migration in migrations],
        "key_check": key_check(settings.SECRET_KEY),
    }


def key_check(secret_key: str) -> str:
    """What tells whether a key is the same, and nothing more of it."""
    return salted_hmac(
        "backup.key_check",
        "bieb-netwerk",
        secret=secret_key,
        algorithm="sha256",
    ).hexdigest()


def forget_old_backups(
    *,
    folder: Path,
    now: datetime,
) -> None:
    """Delete the files that are older than ``BACKUP_DAYS``, never the newest one."""
    before = now - timedelta(days=settings.BACKUP_DAYS)
    files = sorted(folder.glob(f"{NAME}*.tar*"))
    for path in files[:-1]:
        if path.stat().st_mtime < before.timestamp():
            path.unlink()
    for left in folder.glob(f"{HALF}*"):
        # of a time that was killed: this one is done, and no two run at a time
        shutil.rmtree(left)
    BackupRun.objects.outdated(now).delete()
