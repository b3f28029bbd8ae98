"""Migrating an empty database stays quick: it is done before the first test, and at the first start of the site."""

from django.db.migrations import RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader

from history.migrating import Together

WATCHED_APPS = {"events", "initiatives", "opportunities", "partners", "search", "sources"}
APART = (RunPython, RunSQL, SeparateDatabaseAndState, Together)


def test_operations_on_watched_tables_stand_together():
    """Each that stands alone has hundreds of models worked out again."""
    alone = {}
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        operations = [each for each in migration.operations if not isinstance(each, APART)]
        if app in WATCHED_APPS and len(operations) > 1:
            alone[f"{app} {name}"] = len(operations)

    assert alone == {}
