"""Who may send how much: files are for curators, and refused before they are on our disk."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

LARGEST_REQUEST, LARGEST_UPLOAD = 3 * 1024**2, 64 * 1024**2  # bytes; of what is larger only the head is taken in
FILE_UPLOAD_HANDLERS = [
    "serving.uploads.OnlyFromCurators",  # first: it lets no other see the files of who may send none
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]


def largest_body(path):
    """How many bytes a request to this address may bring."""
    return LARGEST_UPLOAD if path.startswith(settings.CURATOR_ADDRESS) else LARGEST_REQUEST


class OnlyFromCurators(FileUploadHandler):
    """Reads past the files of anybody else, and writes nothing of them down."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        user = getattr(self.request, "user", None)
        if user is None or not user.is_authenticated or not user.is_curator:
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
