"""Migrating an empty database stays quick: it is done before the first test, and at the first start of the site."""

from django.db.migrations import AddField, AlterField, RemoveField, RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader
from django.db.models import CharField

from history.migrating import Together, part_of
from serving.management.commands import migrate as migrate_command
from serving.migration_executor import LazyExecutor, narrowed
from tests.rooms import models_in, rooms

APART = (RunPython, RunSQL, SeparateDatabaseAndState, Together)


def test_operations_on_watched_tables_stand_together():
    """Each that stands alone has its models worked out again."""
    watched = {room for room in rooms() if any(hasattr(model, "pgh_tracked_model") for model in models_in(room))}
    alone = {}
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        operations = [each for each in migration.operations if not isinstance(each, APART)]
        if app in watched and len(operations) > 1:
            alone[f"{app} {name}"] = len(operations)

    assert alone == {}


def test_of_all_models_an_addition_needs_those_that_it_points_to():
    state = MigrationLoader(None).project_state()

    library = part_of(state, [("partners", "library")])
    link = part_of(state, [("initiatives", "theme_sources_link")])  # made from a table that only a relation names

    assert {name for _, name in library.models} == {
        "library",
        "municipality",
        "organisation",
        "partner",
        "province",
        "source",
    }
    assert {name for _, name in link.models} == {"source", "theme", "theme_sources_link"}
    assert link.apps.get_model("initiatives", "theme_sources_link")


def test_what_others_may_point_to_is_changed_with_all_models():
    name, code = CharField(max_length=80), CharField(max_length=20, unique=True)

    assert migrate_command.migrate.MigrationExecutor is LazyExecutor
    assert [type(narrowed(each)) for each in (AddField("theme", "code", code), AlterField("theme", "name", name))] == [
        Together,
        Together,
    ]
    assert [type(narrowed(each)) for each in (AlterField("theme", "code", code), RemoveField("theme", "name"))] == [
        AlterField,
        RemoveField,
    ]
