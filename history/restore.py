"""Bringing rows back to how they were: one thing at a moment."""

from contextlib import contextmanager
from datetime import datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey, Q
from django.utils.timezone import is_naive

from .timeline import GONE
from .tracking import event_models, parts_of
from .values import kept_fields

BATCH = 500


class RestoreRefusedError(Exception):
    """What was asked cannot be brought back, in one Dutch sentence."""


@transaction.atomic
def restore_version(*, thing, moment, user):
    """Bring a thing, its links and its owned rows back to how they were just after ``moment`` (ISO text).

    Raises ``RestoreRefusedError`` when there is no such moment or something else now stands in the way.
    """
    until = moment_of(moment)
    concrete = type(thing)._meta.concrete_model
    own = event_models().get(concrete)
    if (
        own is None
        or not own.objects.filter(
            pgh_obj_id=thing.pk, pgh_created_at__lte=until
        ).exists()
    ):
        raise RestoreRefusedError("Die versie is er niet.")
    before = Q(pgh_created_at__lte=until)
    never = getattr(thing, "NEVER_RESTORED", ())
    with pghistory.context(user=user.pk, restored=until.isoformat()), one_refusal():
        bring_back(own, {thing.pk}, before, leave=never)
        for part, key in parts_of(concrete):
            if getattr(part.pgh_tracked_model, "RESTORED_WITH_OWNER", True):
                rows = rows_of_owner(part, key.attname, thing.pk, before)
                bring_back(part, rows, before)
        editable = type(thing)._default_manager.editable_by(user)
        if not editable.filter(pk=thing.pk).exists():
            raise RestoreRefusedError(
                "Deze versie hoort bij een provincie waar jij geen curator van bent."
            )


def rows_of_owner(version_model, key, owner, before):
    """Rows that belonged to the owner then and to nobody else now, and rows that were made for it since."""
    versions = version_model.objects.filter(**{key: owner})
    candidates = set(versions.values_list("pgh_obj_id", flat=True))
    then = {}
    for version in newest_versions(version_model, candidates, before):
        then[version.pgh_obj_id] = getattr(version, key)
    table = version_model.pgh_tracked_model._meta.concrete_model._base_manager
    now = dict(table.filter(pk__in=candidates).values_list("pk", key))
    rows = set()
    for pk in candidates:
        was_theirs = then.get(pk, owner) == owner
        is_theirs = now.get(pk, owner) == owner
        if was_theirs and is_theirs:
            rows.add(pk)
    return rows


def moment_of(text):
    """The moment that a request names; raises ``RestoreRefusedError``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RestoreRefusedError("Kies een versie uit de lijst.") from None
    if is_naive(moment):
        raise RestoreRefusedError("Kies een versie uit de lijst.")
    return moment


@contextmanager
def one_refusal():
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


def newest_versions(version_model, rows, condition):
    """The newest version of each row under this condition, where that is no deletion."""
    versions = version_model.objects.filter(condition, pgh_obj_id__in=rows)
    newest_first = versions.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
    newest = newest_first.distinct("pgh_obj_id")
    return [version for version in newest if version.pgh_label != GONE]


def bring_back(version_model, rows, condition, leave=()):
    """Make these rows what their newest version under this condition says, except the fields to leave."""
    ordered = sorted(rows)
    for start in range(0, len(ordered), BATCH):
        batch = set(ordered[start : start + BATCH])
        bring_batch_back(version_model, batch, condition, leave)
    return len(ordered)


def bring_batch_back(version_model, rows, condition, leave):
    """Delete what was not there, change what is there, and make anew what went."""
    tracked = version_model.pgh_tracked_model._meta.concrete_model
    table = tracked._base_manager.all()
    objects = {}
    for version in newest_versions(version_model, rows, condition):
        objects[version.pgh_obj_id] = as_object(tracked, version)
    empty_dead_references(tracked, objects.values())
    not_there_then = rows - set(objects)
    table.filter(pk__in=not_there_then)._raw_delete(table.db)
    there = set(table.filter(pk__in=objects).values_list("pk", flat=True))
    names = names_to_bring_back(tracked, leave)
    if there and names:
        changed = [objects[pk] for pk in there]
        table.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=names,
        )
    gone = [row for pk, row in objects.items() if pk not in there]
    made_at = {row.pk: creation_moments(row) for row in gone}
    table.bulk_create(gone)
    for pk, moments in made_at.items():
        if moments:
            table.filter(pk=pk).update(**moments)  # creating a row sets these to now


def names_to_bring_back(tracked, leave):
    """The fields of a row that is still there: no key, nothing that the database makes, not when it was made."""
    names = []
    for field in tracked._meta.local_concrete_fields:
        is_made = (
            field.primary_key
            or field.generated
            or getattr(field, "auto_now_add", False)
        )
        if not is_made and field.name not in leave:
            names.append(field.name)
    return names


def creation_moments(row):
    """When a row was made, as its version says."""
    moments = {}
    for field in row._meta.local_concrete_fields:
        if getattr(field, "auto_now_add", False):
            moments[field.attname] = getattr(row, field.attname)
    return moments


def empty_dead_references(tracked, objects):
    """Empty references to what is deleted by now, where a reference may be empty."""
    for field in tracked._meta.local_fields:
        if not isinstance(field, ForeignKey) or not field.null:
            continue
        wanted = {getattr(row, field.attname) for row in objects}
        table = field.related_model._base_manager
        there = set(table.filter(pk__in=wanted - {None}).values_list("pk", flat=True))
        for row in objects:
            if getattr(row, field.attname) not in there:
                setattr(row, field.attname, None)


def as_object(tracked, version):
    """The row that a version tells of."""
    row = tracked(pk=version.pgh_obj_id)
    for field in kept_fields(tracked, type(version)):
        setattr(
            row,
            field.attname,
            getattr(version, field.attname),
        )
    for field in tracked._meta.local_concrete_fields:
        if getattr(field, "auto_now", False):
            field.pre_save(row, add=True)
    return row
