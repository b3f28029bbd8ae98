"""Mail in a folder, for local use."""

import uuid
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from django.core.mail import EmailMessage
from django.core.mail.backends import filebased


class EmailBackend(filebased.EmailBackend):
    """A file for every mail: Django's names them by the second, so that two of one moment could share a file."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int | None:
        """Write the mail, whole or not at all; a full disk leaves no half one."""
        try:
            return super().send_messages(email_messages)
        except OSError:
            with suppress(OSError):  # it tries once more to write the other half
                self.close()
            Path(self._get_filename()).unlink(missing_ok=True)
            raise

    def _get_filename(self):
        if self._fname is None:
            stem, _, ending = super()._get_filename().rpartition(".")
            self._fname = f"{stem}-{uuid.uuid4().hex}.{ending}"
        return self._fname
