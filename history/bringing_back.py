"""Making rows what a version of them says: deleting, changing and making anew, a batch at a time."""

from collections.abc import Collection
from typing import Any

from django.db.models import Field, Model, Q, QuerySet
from pghistory.models import Event

from accounts import kinds

from .timeline import GONE
from .tracking import VersionModel, keys_of, tracked_by
from .values import kept_fields

BATCH = 500


def newest_versions(
    version_model: VersionModel,
    rows: Collection[int],
    condition: Q,
) -> list[Event]:
    """The newest version of each row under this condition, where that is no deletion."""
    versions = version_model.objects.filter(condition, pgh_obj_id__in=rows)
    newest_first = versions.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
    newest = newest_first.distinct("pgh_obj_id")
    return [version for version in newest if version.pgh_label != GONE]


def bring_back(
    version_model: VersionModel,
    rows: Collection[int],
    condition: Q,
    leave: Collection[str] = (),
) -> int:
    """Make these rows what their newest version under this condition says, except the fields to leave."""
    ordered = sorted(rows)
    for start in range(0, len(ordered), BATCH):
        end = start + BATCH
        batch = set(ordered[start:end])
        bring_batch_back(version_model, batch, condition, leave)
    return len(ordered)


def bring_batch_back(
    version_model: VersionModel,
    rows: set[int],
    condition: Q,
    leave: Collection[str],
) -> None:
    """Delete what was not there, change what is there, and make anew what went."""
    tracked = kinds.table_of(tracked_by(version_model))
    objects = {}
    for version in newest_versions(version_model, rows, condition):
        objects[version.pgh_obj_id] = as_object(tracked, version)
    empty_dead_references(tracked, objects.values())
    table = tracked._base_manager.all()
    not_there_then = rows - set(objects)
    table.filter(pk__in=not_there_then)._raw_delete(table.db)
    there = table.filter(pk__in=objects)
    numbers_there = set(there.values_list("pk", flat=True))
    still_there = []
    gone = []
    for pk, row in objects.items():
        if pk in numbers_there:
            still_there.append(row)
        else:
            gone.append(row)
    names = names_to_bring_back(tracked, leave)
    change_rows(table, still_there, names)
    make_rows(table, gone)


def change_rows(
    table: QuerySet,
    rows: list[Model],
    names: list[str],
) -> None:
    """Give rows that are there these fields, in one statement."""
    if rows and names:
        table.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=names,
        )


def make_rows(table: QuerySet, rows: list[Model]) -> None:
    """Make rows anew that went, with the moment at which they were first made."""
    made_at = {row.pk: creation_moments(row) for row in rows}
    table.bulk_create(rows)
    for pk, moments in made_at.items():
        if moments:
            table.filter(pk=pk).update(**moments)  # creating a row sets these to now


def names_to_bring_back(
    tracked: type[Model],
    leave: Collection[str],
) -> list[str]:
    """The fields of a row that is still there: no key, nothing that the database makes, not when it was made."""
    names = []
    for field in kinds.columns_of(tracked):
        if field.primary_key or field.generated or is_set_at_creation(field):
            continue
        if field.name not in leave:
            names.append(field.name)
    return names


def creation_moments(row: Model) -> dict[str, Any]:
    """When a row was made, as its version says."""
    moments = {}
    for field in kinds.columns_of(row):
        if is_set_at_creation(field):
            moments[field.attname] = getattr(row, field.attname)
    return moments


def is_set_at_creation(field: Field) -> bool:
    """Whether Django sets this field itself when a row is made."""
    return getattr(field, "auto_now_add", False)


def empty_dead_references(
    tracked: type[Model],
    objects: Collection[Model],
) -> None:
    """Empty references to what is deleted by now, where a reference may be empty."""
    for key in keys_of(tracked):
        if not key.null:
            continue
        wanted = {getattr(row, key.attname) for row in objects}
        wanted.discard(None)
        there = key.related_model._base_manager.filter(pk__in=wanted)
        numbers_there = set(there.values_list("pk", flat=True))
        for row in objects:
            if getattr(row, key.attname) not in numbers_there:
                setattr(row, key.attname, None)


def as_object(tracked: type[Model], version: Event) -> Model:
    """The row that a version tells of."""
    row = tracked(pk=version.pgh_obj_id)
    for field in kept_fields(tracked, type(version)):
        value = getattr(version, field.attname)
        setattr(row, field.attname, value)
    for field in kinds.columns_of(tracked):
        if getattr(field, "auto_now", False):
            field.pre_save(row, add=True)
    return row
