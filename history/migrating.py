"""For migrations that make many watched tables at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.utils import resolve_relation

Key = tuple[str, str]  # app and model, as Django keeps them in a state


class Together(Operation):
    """Operations that each add a table, column, constraint or trigger, with the models that they need worked out once.

    Django draws up every related model again after every operation, which took most of the time of an empty database.
    Of two hundred models these need the few that they are about, and what those point to.
    What is added here may not depend on how things were halfway: tables come in one group, columns that point to them
    in the next, triggers on those in a third.
    """

    reversible = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the state without its models; they are worked out when somebody asks for them."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        before, after = self.parts_of(app_label, from_state, to_state)
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, before, after)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        before, after = self.parts_of(app_label, from_state, to_state)
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, before, after)

    def parts_of(self, app_label: str, *states: ProjectState) -> list[ProjectState]:
        """Of each of these states what the operations need."""
        keys = set()
        for operation in self.operations:
            name = getattr(operation, "model_name", None) or getattr(
                operation, "name", None
            )
            if name:  # plain SQL is about no model
                keys.add((app_label, name.lower()))
        return [part_of(state, keys) for state in states]

    def describe(self) -> str:
        return f"{len(self.operations)} additions"


def part_of(state: ProjectState, keys: Iterable[Key]) -> ProjectState:
    """The models with these keys as far as they are there, and all that those point to."""
    owners = owners_of_tables_between(state)
    part = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        key = owners.get(key, key)
        if key in part or key not in state.models:
            continue
        part[key] = state.models[key]
        waiting.extend(pointed_to_by(key, state.models[key]))
    return ProjectState(models=part, real_apps=state.real_apps)


def owners_of_tables_between(state: ProjectState) -> dict[Key, Key]:
    """Of each model that Django makes for a relation to many, the model that has the relation."""
    owners = {}
    for app_label, name in state.models:
        for field_name, field in state.models[app_label, name].fields.items():
            if field.many_to_many:
                owners[app_label, f"{name}_{field_name}"] = (app_label, name)
    return owners


def pointed_to_by(key: Key, model: ModelState) -> Iterator[Key]:
    """The models that this one is made from and has relations to."""
    for base in model.bases:
        if isinstance(base, str):
            yield resolve_relation(base, *key)
    for field in model.fields.values():
        if not field.remote_field:
            continue
        yield resolve_relation(field.remote_field.model, *key)
        through = getattr(field.remote_field, "through", None)
        if through:
            yield resolve_relation(through, *key)
