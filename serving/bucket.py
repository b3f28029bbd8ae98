"""Uploaded files in a bucket that all machines share, on any storage that speaks S3 (``requirements-s3.txt``).

Nobody ever gets an address of the bucket: readers get files through the pages of what they belong to, as they do of a
folder.
"""

from contextlib import contextmanager
from pathlib import PurePosixPath

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.storage import FileSystemStorage
from django.utils.crypto import get_random_string
from storages.backends.s3 import S3Storage

from .storage import FilesAwayError, StoredFileGoneError

PATIENT = Config(
    connect_timeout=3,
    read_timeout=15,
    retries={"total_max_attempts": 2},
    request_checksum_calculation="when_required",  # not every S3 knows newer ones
    response_checksum_validation="when_required",
    s3={"addressing_style": "path"},  # a bucket has no name of its own in DNS
)
OPTIONS = {
    "client_config": PATIENT,
    "transfer_config": TransferConfig(use_threads=False),
    "file_overwrite": False,
    "default_acl": None,  # who may read is for the bucket, which only we may
}


class BucketStorage(S3Storage):
    """Files of one bucket; it takes each in whole or not at all."""

    def __init__(self, **settings):
        super().__init__(**OPTIONS | settings)

    def url(self, name, *args, **kwargs):
        """The address for curators, as of a file in a folder."""
        return FileSystemStorage().url(name)

    def get_available_name(self, name, max_length=None):
        """A name that no other machine can choose at the same moment."""
        path = PurePosixPath(name)
        name = f"{path.with_suffix('')}_{get_random_string(7)}{path.suffix}"
        return super().get_available_name(name, max_length)

    def forget_halves(self):
        """Nothing: there are none."""

    def is_reachable(self):
        """Whether it answers now, and lets us in."""
        try:
            with reachable():
                self.connection.meta.client.head_bucket(Bucket=self.bucket_name)
        except FilesAwayError:
            return False
        return True

    def exists(self, name):
        with reachable():
            return super().exists(name)

    def delete(self, name):
        with reachable():
            super().delete(name)

    def size(self, name):
        with reachable():
            return super().size(name)

    def listdir(self, name):
        with reachable():
            return super().listdir(name)

    def _save(self, name, content):
        with reachable():
            return super()._save(name, content)

    def _open(self, name, mode="rb"):
        """The file, fetched at once: what goes wrong goes wrong before an answer begins."""
        try:
            with reachable():
                stored = super()._open(name, mode)
                stored.seek(0)
        except FileNotFoundError as error:
            raise StoredFileGoneError(name) from error
        return stored


@contextmanager
def reachable():
    """Say of everything that the bucket refuses or does not answer that files are away."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise FilesAwayError("De bestanden zijn niet te bereiken.") from error
