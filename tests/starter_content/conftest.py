"""All files of ``data/``: the tests here read the database in which they were loaded."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def content(starter_content):
    """The starter content; every module here is marked ``django_db``, so that a test writes in its own transaction."""
