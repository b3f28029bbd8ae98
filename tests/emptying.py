"""Emptying the database after a test that commits.

Django truncates every table, 200 of them with all their indexes, and looks up every permission again: half a second.
Deleting the few rows of a test takes a fiftieth of that. It needs a superuser of the server, as whoever tests is.
"""

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase

MADE_BY_MIGRATING = {"django_content_type", "auth_permission"}
NOT_MANAGED_BY_DJANGO = ["procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers"]


@pytest.fixture(scope="session", autouse=True)
def quick_emptying():
    """Delete instead of truncate, after every test that commits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: empty_tables())
        yield


def empty_tables():
    """Delete all rows of all models and of the task library, without triggers and checks of what points to what."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    names = [table for table in tables if table not in MADE_BY_MIGRATING] + NOT_MANAGED_BY_DJANGO
    deletions = [f"DELETE FROM {connection.ops.quote_name(name)}" for name in names]  # noqa: S608 names of our own tables
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(";".join(deletions))
