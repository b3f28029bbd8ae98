"""Uploaded files that are kept in a bucket: copying them out for a back-up, and putting them back.

What a back-up names is in the bucket before the tables are replaced, and what only the old tables named goes after it:
broken off at any moment, every file that the tables name is there.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage

from . import archive


def is_used() -> bool:
    """Whether uploaded files are in a bucket."""
    return not isinstance(default_storage, FileSystemStorage)


def copied(work: Path) -> Path:
    """A folder with a copy of all uploaded files."""
    folder = work / archive.MEDIA
    folder.mkdir()
    for name in stored_names():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(name) as stored, open(place, "wb") as copy:
            shutil.copyfileobj(stored, copy)
    return folder


def stored_names(folder: str = "") -> set[str]:
    """The names of all files in the bucket, below this folder."""
    folders, files = default_storage.listdir(folder)
    names = {f"{folder}{file}" for file in files}
    for below in folders:
        names |= stored_names(f"{folder}{below}/")
    return names


@contextmanager
def replaced(media: Path) -> Iterator[None]:
    """Have the files of this folder in the bucket while the block replaces the tables, and no others after it."""
    new = {path.relative_to(media).as_posix() for path in archive.media_files(media)}
    old = stored_names()
    keep(media, new - old)
    yield
    keep(media, new & old)
    for name in old - new:
        default_storage.delete(name)


def keep(media: Path, names: Iterable[str]) -> None:
    """Put these files in the bucket under these very names; ``save`` would choose others."""
    for name in names:
        with open(media / name, "rb") as file:
            default_storage._save(name, File(file))
