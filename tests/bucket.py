"""A bucket on this computer, on a server that answers as S3 does: files that are on no disk of ours."""

from contextlib import contextmanager
from itertools import count

import boto3
from moto.server import ThreadedMotoServer

NUMBERS = count()  # servers of one process share their buckets
KEYS = {"MEDIA_BUCKET_KEY": "sleutel", "MEDIA_BUCKET_SECRET": "geheim"}


class Bucket:
    """An empty bucket, and what stands in it."""

    def __init__(self, server):
        self.name = f"bestanden-{next(NUMBERS)}"
        host, port = server.get_host_and_port()
        self.endpoint = f"http://{host}:{port}"
        self.options = {
            "bucket_name": self.name,
            "endpoint_url": self.endpoint,
            "region_name": "us-east-1",
            "access_key": "sleutel",
            "secret_key": "geheim",
        }
        self.environment = KEYS | {
            "MEDIA_BUCKET": self.name,
            "MEDIA_BUCKET_ENDPOINT": self.endpoint,
            "MEDIA_BUCKET_REGION": "us-east-1",
        }
        self.client = boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id="sleutel",
            aws_secret_access_key="geheim",
        )
        self.client.create_bucket(Bucket=self.name)

    def put(self, name, text):
        """Keep a file."""
        self.client.put_object(Bucket=self.name, Key=name, Body=text.encode())

    def files(self):
        """``{name: bytes}`` of all that is in it."""
        found = {}
        for entry in self.client.list_objects_v2(Bucket=self.name).get("Contents", []):
            found[entry["Key"]] = self.client.get_object(Bucket=self.name, Key=entry["Key"])["Body"].read()
        return found


@contextmanager
def running_server():
    """The server, until the block ends."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def empty_bucket():
    """A bucket on a server of its own."""
    with running_server() as server:
        yield Bucket(server)
