"""A pytest plugin: tests run on ``DATABASE_URL``, else on an embedded server of their own that this starts first.

It must come before Django's settings are read, so it is named in ``addopts`` and not in a conftest.
"""

import os
import shutil

import pytest

from local.database_user import VERSION, DatabaseError
from local.embedded_database import EmbeddedDatabase, var_folder

QUICK = {
    # nothing here outlives the tests
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    # so that a run does not stop to write out what it will throw away
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
}
_server = None


class ServerOfTests(EmbeddedDatabase):
    """The embedded server, kept between runs for its templates; what was not stopped in order is made anew."""

    def start(self):
        if (self.folder / "postmaster.pid").exists():
            self._forget_killed_server()
            shutil.rmtree(self.folder)  # without fsync it may be damaged in ways that nobody sees
        super().start()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests():
    """Start the server and point the settings at it, before pytest-django reads them."""
    start()
    return (yield)


def start():
    """Have ``DATABASE_URL`` in the environment, of a server that runs."""
    global _server
    os.environ["BIEB_NETWERK_ENV"] = "local"
    os.environ.pop("DEBUG", None)
    os.environ.pop("DATABASE_REPLICA_URL", None)
    os.environ.setdefault("BIEB_NETWERK_TEST_RUN", str(os.getpid()))  # the processes of a run share its name
    if os.environ.get("DATABASE_URL"):
        return
    options = [f"-c {name}={value}" for name, value in QUICK.items()]
    _server = ServerOfTests(var_folder() / "tests" / f"postgres-{VERSION}", options=options)
    try:
        os.environ["DATABASE_URL"] = _server.enter()
    except DatabaseError as error:
        raise SystemExit(str(error)) from error


def pytest_unconfigure():
    """Stop the server when the tests are done."""
    stop()


def stop():
    """Stop the server, unless another run uses it."""
    if _server:
        _server.leave()
