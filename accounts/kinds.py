"""What Django knows of a kind of row: its table, what it is called, its fields. No other module asks ``_meta``.

A kind is a model, or one of its rows. Several kinds may share a table: a library is an organisation.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from django.db.models import BaseConstraint, Manager, Model, Q, UniqueConstraint

Kind: TypeAlias = type[Model] | Model


def table_of(kind: Kind) -> type[Model]:
    """The model that has the table: of libraries the one of organisations."""
    return kind._meta.concrete_model


def kinds_of_table(model: type[Model]) -> list[type[Model]]:
    """The model of a table, and the others that show a part of it."""
    parts = [part for part in model.__subclasses__() if part._meta.proxy]
    return [model, *parts]


def is_managed(kind: Kind) -> bool:
    """Whether we make the table, and do not only read what is there."""
    return kind._meta.managed


def app_of(kind: Kind) -> str:
    """The app that has the kind: ``initiatives``."""
    return kind._meta.app_label


def label_of(kind: Kind) -> str:
    """How a kind is noted down: ``initiatives.initiative``."""
    return kind._meta.label_lower


def label_of_table(kind: Kind) -> str:
    """How the table is noted down, whichever of its kinds this is."""
    return label_of(table_of(kind))


def name_of(kind: Kind) -> str:
    """What one row is called."""
    return str(kind._meta.verbose_name)


def plural_of(kind: Kind) -> str:
    """What several rows are called."""
    return str(kind._meta.verbose_name_plural)


def call(kind: Kind, name: str) -> None:
    """Let one row and several be called so."""
    kind._meta.verbose_name = name
    kind._meta.verbose_name_plural = name


def field_of(kind: Kind, name: str) -> Any:
    """The field of this name, or the other side of a relation; raises ``FieldDoesNotExist``."""
    return kind._meta.get_field(name)


def key_of(kind: Kind) -> Any:
    """The field by which a row is known."""
    return kind._meta.pk


def columns_of(kind: Kind) -> list[Any]:
    """The fields that are kept in the table itself."""
    return table_of(kind)._meta.local_concrete_fields


def links_of(kind: Kind) -> list[Any]:
    """The fields that are kept in a table between two."""
    return table_of(kind)._meta.local_many_to_many


def is_set_by_saving(field: Any) -> bool:
    """Whether nobody fills this field: the database reckons it out, or it says when the row was saved."""
    return field.generated or getattr(field, "auto_now", False)


def declared_on(kind: Kind) -> type[Model] | None:
    """The model whose many-to-many field made this table; ``None`` for an ordinary one."""
    return table_of(kind)._meta.auto_created or None


def relations_to(kind: Kind) -> list[Any]:
    """The other sides of foreign keys to this kind, of those in tables between two as well."""
    relations = []
    for field in kind._meta.get_fields(include_hidden=True):
        is_of_rows = field.one_to_many or field.one_to_one
        if field.auto_created and is_of_rows:
            relations.append(field)
    return relations


def related_rows(kind: Kind, name: str) -> Manager:
    """The rows of the kind that a relation leads to, which may stand in a room above this one."""
    return field_of(kind, name).related_model.objects


def constraints_of(kind: Kind) -> list[Any]:
    """The rules that the database keeps for these rows."""
    return kind._meta.constraints or table_of(kind)._meta.constraints


def fields_of_rule(rule: BaseConstraint) -> set[str]:
    """The names of the fields that a rule of the database is about, as far as it names them."""
    names = set(getattr(rule, "fields", ()))
    condition = getattr(rule, "condition", None)
    if isinstance(condition, Q):
        names |= condition.referenced_base_fields
    return names


def field_to_mend(
    rule: BaseConstraint,
    row: Model,
    offered: Iterable[str],
) -> str | None:
    """Where somebody mends what breaks a rule: its first field that is empty, or else its last.

    ``offered`` are the names of fields that can be filled in, in that order; ``None`` where the rule is about none.
    """
    about = fields_of_rule(rule)
    last = None
    for name in offered:
        if name not in about:
            continue
        value = getattr(row, field_of(row, name).attname)
        if value in (None, ""):
            return name
        last = name
    return last


def unique_rules_of(kind: Kind) -> list[tuple[tuple[str, ...], Q]]:
    """(names of fields, condition) of each rule that a row stands there once."""
    rules = [(tuple(names), Q()) for names in kind._meta.unique_together]
    for constraint in constraints_of(kind):
        if isinstance(constraint, UniqueConstraint):
            rules.append((constraint.fields, constraint.condition or Q()))
    return rules
