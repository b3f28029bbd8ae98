"""Bringing rows back to how they were: one thing at a moment."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, Q, QuerySet
from django.utils.timezone import is_naive
from pghistory.models import Event

from accounts import kinds
from accounts.models import User

from .timeline import GONE
from .tracking import VersionModel, keys_of, parts_of, tracked_by, versions_of
from .values import kept_fields

BATCH = 500


class RestoreRefusedError(Exception):
    """What was asked cannot be brought back, in one Dutch sentence."""


@transaction.atomic
def restore_version(
    *,
    row: Model,
    moment: str,
    user: User,
) -> None:
    """Bring a thing, its links and its owned rows back to how they were just after ``moment`` (ISO text).

    Raises ``RestoreRefusedError`` when there is no such moment or something else now stands in the way.
    """
    until = moment_of(moment)
    before = Q(pgh_created_at__lte=until)
    own = versions_of(row)
    if own is None or not own.objects.filter(before, pgh_obj_id=row.pk).exists():
        raise RestoreRefusedError("Die versie is er niet.")
    never = getattr(row, "NEVER_RESTORED", ())
    with pghistory.context(user=user.pk, restored=until.isoformat()), one_refusal():
        bring_back(own, {row.pk}, before, leave=never)
        for part, key in parts_of(row):
            if getattr(tracked_by(part), "RESTORED_WITH_OWNER", True):
                rows = rows_of_owner(part, key.attname, row.pk, before)
                bring_back(part, rows, before)
        check_still_theirs(row, user)


def check_still_theirs(row: Model, user: User) -> None:
    """Refuse a version that belongs to a province which this user does not look after."""
    editable = type(row)._default_manager.editable_by(user)
    if not editable.filter(pk=row.pk).exists():
        raise RestoreRefusedError(
            "Deze versie hoort bij een provincie waar jij geen curator van bent."
        )


def rows_of_owner(
    version_model: VersionModel,
    key: str,
    owner: int,
    before: Q,
) -> set[int]:
    """Rows that belonged to the owner then and to nobody else now, and rows that were made for it since."""
    versions = version_model.objects.filter(**{key: owner})
    candidates = set(versions.values_list("pgh_obj_id", flat=True))
    owners_then = {}
    for version in newest_versions(version_model, candidates, before):
        owners_then[version.pgh_obj_id] = getattr(version, key)
    table = kinds.table_of(tracked_by(version_model))
    there = table._base_manager.filter(pk__in=candidates)
    owners_now = dict(there.values_list("pk", key))
    rows = set()
    for pk in candidates:
        was_theirs = owners_then.get(pk, owner) == owner
        is_theirs = owners_now.get(pk, owner) == owner
        if was_theirs and is_theirs:
            rows.add(pk)
    return rows


def moment_of(text: str) -> datetime:
    """The moment that a request names; raises ``RestoreRefusedError``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RestoreRefusedError("Kies een versie uit de lijst.") from None
    if is_naive(moment):
        raise RestoreRefusedError("Kies een versie uit de lijst.")
    return moment


@contextmanager
def one_refusal() -> Iterator[None]:
    """Say in one sentence that a unique name is taken or something it points to is gone."""
    try:
        with transaction.atomic():
            yield
            with connection.cursor() as cursor:
                # now, and not after we said that it worked
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except (IntegrityError, ValidationError):
        raise RestoreRefusedError(
            "Dit kan niet meer terug. Iets waar het bij hoort is weg, of iets anders heeft nu hetzelfde kenmerk."
        ) from None


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
    change_rows(
        table,
        [objects[pk] for pk in numbers_there],
        names_to_bring_back(tracked, leave),
    )
    gone = [row for pk, row in objects.items() if pk not in numbers_there]
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
        is_given = (
            field.primary_key
            or field.generated
            or getattr(field, "auto_now_add", False)
        )
        if not is_given and field.name not in leave:
            names.append(field.name)
    return names


def creation_moments(row: Model) -> dict[str, Any]:
    """When a row was made, as its version says."""
    moments = {}
    for field in kinds.columns_of(row):
        if getattr(field, "auto_now_add", False):
            moments[field.attname] = getattr(row, field.attname)
    return moments


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
