"""Who may send how much: files are for curators, but for a few small ones, and refused before they are on our disk."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

LARGEST_REQUEST = 3 * 1024**2  # bytes; of what is larger only the head is taken in
LARGEST_UPLOAD = 64 * 1024**2  # the same, for curators
FILE_UPLOAD_HANDLERS = [
    "serving.uploads.OnlyFromCurators",  # first: it lets no other see the files of who may send none
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]


def largest_body(path):
    """How many bytes a request to this address may bring, of who may send most there."""
    if path.startswith(settings.CURATOR_ADDRESS):
        return LARGEST_UPLOAD
    return largest_among([*settings.UPLOADS_OF_ALL, *settings.UPLOADS_OF_MEMBERS], path)


def largest_body_of_anybody(path):
    """The same, of who did not log in."""
    return largest_among(settings.UPLOADS_OF_ALL, path)


def largest_among(uploads, path):
    """How many bytes these uploads allow at this address; a form without files everybody may send."""
    sizes = [LARGEST_REQUEST]
    for beginning, _, megabytes in uploads:
        if path.startswith(beginning):
            sizes.append(megabytes * 1024**2)
    return max(sizes)


def is_among(uploads, path, field):
    """Whether these files are sent in this field of a form at this address."""
    fields = []
    for beginning, name, _ in uploads:
        if path.startswith(beginning):
            fields.append(name)
    return field in fields


def may_send(user, path, field):
    """Whether somebody may send a file there; who is asked before there are users sends what everybody may."""
    if is_among(settings.UPLOADS_OF_ALL, path, field):
        return True
    if user is None or not user.is_authenticated:
        return False
    return user.is_curator or is_among(settings.UPLOADS_OF_MEMBERS, path, field)


class OnlyFromCurators(FileUploadHandler):
    """Reads past the files of anybody else, and writes nothing of them down."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        user = getattr(self.request, "user", None)
        if not may_send(user, self.request.path, self.field_name):
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
