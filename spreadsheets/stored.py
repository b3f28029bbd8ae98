"""An uploaded file for a program that reads files by their place: wherever it is kept, it may be on another machine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile

from django.db.models.fields.files import FieldFile


@contextmanager
def on_disk(stored: FieldFile) -> Iterator[str]:
    """Where a copy of the file is, as long as the block lasts."""
    with NamedTemporaryFile() as copy:
        with stored.open() as file:
            shutil.copyfileobj(file, copy)
        copy.flush()
        yield copy.name
