"""How migrations are applied: with as few models worked out as their operations need."""

from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
)
from django.db.migrations.executor import MigrationExecutor

from history.migrating import Together

ADDITIONS = (AddConstraint, AddField, AddIndex, CreateModel)


class LazyExecutor(MigrationExecutor):
    """Django's own, which works out all models before each migration and what is related after each operation.

    Here the first operation that looks at models has them worked out, and an addition only those that it needs: on an
    empty database the rest was most of the time.
    """

    def _migrate_all_forwards(self, state, plan, full_plan, fake, fake_initial):
        to_apply = {migration for migration, _ in plan}
        for migration, _ in full_plan:
            if migration in to_apply:
                state = self.apply_migration(
                    state,
                    migration,
                    fake=fake,
                    fake_initial=fake_initial,
                )
        return state

    def apply_migration(self, state, migration, fake=False, fake_initial=False):
        """Apply a migration; who says that one is there already gets Django's own way to see whether it is."""
        if not fake_initial:
            migration.operations = list(map(narrowed, migration.operations))
        return super().apply_migration(state, migration, fake, fake_initial)


def narrowed(operation):
    """The same operation with what it needs, where others cannot be concerned."""
    if isinstance(operation, ADDITIONS):
        return Together([operation])
    # others may point to what is unique
    if isinstance(operation, AlterField) and not operation.field.unique:
        return Together([operation])
    return operation
