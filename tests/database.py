"""A pytest plugin: tests run on ``DATABASE_URL``, else on a throw-away embedded server that this starts first.

It must come before Django's settings are read, so it is named in ``addopts`` and not in a conftest.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from bieb_netwerk.database_user import DatabaseError
from bieb_netwerk.embedded_database import EmbeddedDatabase

FAST = (
    "-c fsync=off",
    "-c full_page_writes=off",
    "-c synchronous_commit=off",
)  # nothing here outlives the tests

_server = _folder = None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests():
    """Start the server and point the settings at it, before pytest-django reads them."""
    _start()
    return (yield)


def _start():
    global _server, _folder
    os.environ["BIEB_NETWERK_ENV"] = "local"
    os.environ.pop("DEBUG", None)
    if os.environ.get("DATABASE_URL"):
        return
    _folder = Path(tempfile.mkdtemp(prefix="bieb-tests-"))
    _folder.chmod(0o755)  # the database's own user passes through; its data folder below is closed
    _server = EmbeddedDatabase(_folder / "postgres", options=FAST)
    try:
        os.environ["DATABASE_URL"] = _server.enter()
    except DatabaseError as error:
        raise SystemExit(str(error)) from error


def pytest_unconfigure():
    """Stop the server and throw its data away."""
    if _server:
        _server.leave()
        shutil.rmtree(_folder, ignore_errors=True)
