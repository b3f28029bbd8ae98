"""Where uploaded files are kept."""

import os
import time
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files import File
from django.core.files.storage import FileSystemStorage

HALF = ".half-"  # how the name of a file begins that is not whole yet
HALF_FOR = 24 * 3600  # seconds; who still writes after that was killed


class StoredFileGoneError(FileNotFoundError):
    """An uploaded file is no longer where it was kept."""


class FilesAwayError(OSError):
    """Where files are kept cannot be reached."""


class WholeFileStorage(FileSystemStorage):
    """Files of the media folder, each there in whole or not at all: a full disk leaves no half one."""

    def _save(self, name, content):
        os.makedirs(self.location, exist_ok=True)
        with NamedTemporaryFile(
            dir=self.location,
            prefix=HALF,
            delete=False,
        ) as half:
            try:
                for chunk in content.chunks():
                    if isinstance(chunk, str):
                        chunk = chunk.encode()
                    half.write(chunk)
                half.flush()
                return super()._save(name, WrittenFile(half))
            except BaseException:
                os.unlink(half.name)
                raise

    def forget_halves(self):
        """Delete what nobody finishes any more: whoever wrote it was killed."""
        given_up_before = time.time() - HALF_FOR
        for half in Path(self.location).glob(f"{HALF}*"):
            if half.stat().st_mtime < given_up_before:
                half.unlink(missing_ok=True)


class WrittenFile(File):
    """A file that only has to be given its place."""

    def temporary_file_path(self):
        """Where it is; Django renames instead of copying what has such a path."""
        return self.file.name
