"""Mail in a folder, for local use."""

import uuid

from django.core.mail.backends import filebased


class EmailBackend(filebased.EmailBackend):
    """A file for every mail: Django's names them by the second, so that two of one moment could share a file."""

    def _get_filename(self):
        if self._fname is None:
            stem, _, ending = super()._get_filename().rpartition(".")
            self._fname = f"{stem}-{uuid.uuid4().hex}.{ending}"
        return self._fname
