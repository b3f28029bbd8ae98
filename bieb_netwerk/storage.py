"""Where uploaded files are kept."""

import os
from tempfile import NamedTemporaryFile

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Files of the media folder, each there in whole or not at all: a full disk leaves no half one."""

    def _save(self, name, content):
        os.makedirs(self.location, exist_ok=True)
        with NamedTemporaryFile(dir=self.location, prefix=".half-", delete=False) as half:
            try:
                for chunk in content.chunks():
                    half.write(chunk.encode() if isinstance(chunk, str) else chunk)
                half.flush()
                return super()._save(name, WrittenFile(half))
            except BaseException:
                os.unlink(half.name)
                raise


class WrittenFile(File):
    """A file that only has to be given its place."""

    def temporary_file_path(self):
        """Where it is; Django renames instead of copying what has such a path."""
        return self.file.name
