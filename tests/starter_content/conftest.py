"""All files of ``data/``, loaded once for this folder and taken back after its last test."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """The starter content in the database, and the lines that the command printed.

    Every module here is marked ``django_db``: without the mark pytest-django makes no test database, and each test
    gets a transaction of its own within this one.
    """
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_content", stdout=out)
        yield out.getvalue().splitlines()
        transaction.set_rollback(True)
