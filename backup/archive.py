"""The file of a back-up: a tar of ``manifest.json``, ``database.dump`` and ``media/``, and a checksum of all before it.

Any program that reads a tar reads it too, since the checksum comes after the end of the tar.
"""

import hashlib
import json
import shutil
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from .programs import BackupError

MANIFEST = "manifest.json"
DUMP = "database.dump"
MEDIA = "media"
SEAL = b"\nsha256 "
SEAL_LENGTH = len(SEAL) + 64 + 1  # bytes, with the line end
AT_ONCE = 1024 * 1024  # bytes
DAMAGED = "Deze back-up is beschadigd of niet volledig"


class Sealed:
    """A stream that ends with a checksum of all that went through it."""

    def __init__(self, stream: IO[bytes]):
        self.stream = stream
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write on."""
        self.digest.update(data)
        self.stream.write(data)
        return len(data)

    def seal(self) -> None:
        """Write the checksum."""
        self.stream.write(SEAL + self.digest.hexdigest().encode() + b"\n")


def pack(
    stream: IO[bytes],
    manifest: dict,
    dump: Path,
    media: Path,
) -> Iterator[int]:
    """Write a whole back-up; yields the bytes of each file that went in."""
    sealed = Sealed(stream)
    with tarfile.open(fileobj=sealed, mode="w|") as archive:  # type: ignore[call-overload]
        text = json.dumps(manifest, indent=1).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size = len(text)
        archive.addfile(head, BytesIO(text))
        archive.add(dump, DUMP)
        yield dump.stat().st_size
        for path in media_files(media):
            yield add_file(
                archive,
                path,
                f"{MEDIA}/{path.relative_to(media).as_posix()}",
            )
    sealed.seal()


def media_files(folder: Path) -> list[Path]:
    """The uploaded files, without what is half written: names of that begin with a dot."""
    files = []
    for path in sorted(folder.rglob("*")):
        hidden = []
        for part in path.relative_to(folder).parts:
            if part.startswith("."):
                hidden.append(part)
        if path.is_file() and not hidden:
            files.append(path)
    return files


def add_file(
    archive: tarfile.TarFile,
    path: Path,
    name: str,
) -> int:
    """Put a file in; its bytes, none of one that was deleted meanwhile."""
    try:
        with open(path, "rb") as file:
            info = archive.gettarinfo(arcname=name, fileobj=file)
            archive.addfile(info, file)
    except FileNotFoundError:
        return 0
    return info.size


def check(path: Path) -> None:
    """Refuse a file of which a single bit differs from what was written."""
    size = path.stat().st_size - SEAL_LENGTH
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while size > 0:
            data = file.read(min(AT_ONCE, size))
            digest.update(data)
            size -= len(data)
        seal = file.read()
    if seal != SEAL + digest.hexdigest().encode() + b"\n":
        raise BackupError(f"{DAMAGED}: {path}")


def read_manifest(path: Path) -> dict:
    """What a checked file says of itself."""
    with tarfile.open(path, "r:") as archive:
        file = archive.extractfile(MANIFEST)
        assert file  # noqa: S101 for who checks types
        return json.load(file)


def unpack(path: Path, folder: Path) -> Iterator[int]:
    """Put all files of a checked file below ``folder``; yields the bytes of each."""
    with tarfile.open(path, "r:") as archive:
        for member in archive:
            place = (folder / member.name).resolve()
            file = archive.extractfile(member)
            if file is None or not place.is_relative_to(folder.resolve()):
                raise BackupError(f"{DAMAGED}: {path}")
            place.parent.mkdir(parents=True, exist_ok=True)
            with open(place, "wb") as target:
                shutil.copyfileobj(file, target, AT_ONCE)
            yield member.size
