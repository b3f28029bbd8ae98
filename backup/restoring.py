"""Putting a back-up back: whether it can be, and then all of it or nothing."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from tqdm import tqdm

from . import archive, encrypting, in_bucket
from .making import FORMAT, NAME, key_check
from .programs import BackupError, server_version
from .replacing import replace_files, replace_tables

TRIES = 20
PAUSE = 0.1  # seconds between them
WORK = ".herstel-"
NOT_OPEN = "{} gaat niet open ({}). De site moet het bestand kunnen lezen, en kunnen schrijven in zijn map."
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


@contextmanager
def readable(
    path: Path,
    identity: Path | None,
) -> Iterator[Path]:
    """The same back-up, checked and without encryption, for as long as the block lasts."""
    with ExitStack() as stack:
        try:
            plain = without_encryption(path, identity, stack)
            archive.check(plain)
        except OSError as error:
            # as of somebody else's file, or one in a folder that the site may not write in
            raise BackupError(NOT_OPEN.format(path, error.strerror)) from error
        yield plain


def without_encryption(
    path: Path,
    identity: Path | None,
    stack: ExitStack,
) -> Path:
    """The file itself, or what was encrypted in it: that stays beside it until ``stack`` is closed."""
    if not path.is_file():
        raise BackupError(f"Er is geen bestand {path}.")
    if not encrypting.is_encrypted(path):
        return path
    folder = stack.enter_context(
        tempfile.TemporaryDirectory(
            dir=path.parent,
            prefix=WORK,
        )
    )
    plain = Path(folder) / f"{NAME}plain.tar"
    encrypting.decrypt(path, plain, identity)
    return plain


def suitable(manifest: dict) -> None:
    """Refuse a back-up that this site or this server cannot read."""
    known = known_migrations()
    unknown = []
    for migration in map(tuple, manifest["migrations"]):
        if migration not in known:
            unknown.append(migration)
    if manifest["format"] != FORMAT or unknown:
        raise BackupError(
            "Deze back-up is van een nieuwere versie van de site. Werk eerst de site bij."
        )
    if manifest["server_version"] > server_version():
        raise BackupError(
            f"Deze back-up is van PostgreSQL {manifest['server_version']}, en de server is {server_version()}. "
            "Neem een server van die versie of nieuwer."
        )


def known_migrations() -> set[tuple[str, str]]:
    """The migrations of this version, and those that were taken together into them."""
    migrations = MigrationLoader(None).disk_migrations
    known = set(migrations)
    for migration in migrations.values():
        known.update(migration.replaces)
    return known


def has_same_secret_key(manifest: dict) -> bool:
    """Whether what was signed and encrypted when this was made can be read with our keys."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return manifest["key_check"] in map(key_check, keys)


def restore(path: Path, *, is_shown: bool = False) -> None:
    """Replace database and uploaded files by what is in this checked back-up. Raises ``BackupError``."""
    refuse_others()  # the back-up of what was there took a while
    media = Path(settings.MEDIA_ROOT)
    media.mkdir(parents=True, exist_ok=True)
    for left in media.glob(f"{WORK}*"):  # of a time that was killed
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=media, prefix=WORK) as name:
        folder = Path(name)
        with tqdm(
            total=path.stat().st_size,
            unit="B",
            unit_scale=True,
            disable=not is_shown,
        ) as bar:
            for count in archive.unpack(path, folder):
                bar.update(count)
        replace(media, folder, is_shown)


def replace(
    media: Path,
    folder: Path,
    is_shown: bool,
) -> None:
    """Replace tables and files by what was unpacked in ``folder``."""
    dump = folder / archive.DUMP
    if in_bucket.is_used():
        with in_bucket.replaced(folder / archive.MEDIA):
            replace_tables(dump, is_shown)
        return
    replace_tables(dump, is_shown)
    replace_files(media, folder)


def refuse_others() -> None:
    """What somebody writes meanwhile would be lost without a word. Who just hung up may take a moment to be gone."""
    connection.close()
    connection.close_pool()
    with psycopg.connect(**connection.get_connection_params()) as alone:
        for _ in range(TRIES):
            others = alone.execute(OTHERS).fetchone()
            if others == (0,):
                return
            time.sleep(PAUSE)
    raise BackupError(
        "Iemand gebruikt de database nog. Stop eerst de site en het achtergrondwerk."
    )
