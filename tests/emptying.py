"""Emptying the database after a test that commits.

Django truncates every table, 200 of them with all their indexes, and looks up every permission again: half a second.
Deleting the few rows of a test takes a fiftieth of that. It needs a superuser of the server, as whoever tests is.
"""

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase

MADE_BY_MIGRATING = {"django_content_type", "auth_permission"}


@pytest.fixture(scope="package", autouse=True)
def quick_emptying():
    """For a package whose tests commit; ends after the last of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: empty_tables())
        yield


def empty_tables():
    """Delete all rows of all models, without the triggers and the checks of what points to what."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    names = [connection.ops.quote_name(table) for table in tables if table not in MADE_BY_MIGRATING]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(";".join(f"DELETE FROM {name}" for name in names))  # noqa: S608 names of our own tables
