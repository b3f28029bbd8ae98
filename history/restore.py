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

BATCH = 500


class RestoreRefusedError(Exception):
    """What was asked cannot be brought back, in one Dutch sentence."""


@transaction.atomic
def restore_version(*, thing, moment, user):
    """Bring a thing, its links and its owned rows back to how they were just after ``moment`` (ISO text).

    Raises ``RestoreRefusedError`` when there is no such moment or something else now stands in the way.
    """
    until = _moment(moment)
    concrete = type(thing)._meta.concrete_model
    own = event_models().get(concrete)
    if own is None or not own.objects.filter(pgh_obj_id=thing.pk, pgh_created_at__lte=until).exists():
        raise RestoreRefusedError("Die versie is er niet.")
    with pghistory.context(user=user.pk, restored=until.isoformat()), one_refusal():
        bring_back(own, {thing.pk}, Q(pgh_created_at__lte=until), leave=getattr(thing, "NEVER_RESTORED", ()))
        for events, key in parts_of(concrete):
            if getattr(events.pgh_tracked_model, "RESTORED_WITH_OWNER", True):
                rows = _rows_of(events, key.attname, thing.pk, until)
                bring_back(events, rows, Q(pgh_created_at__lte=until))
        if not type(thing)._default_manager.editable_by(user).filter(pk=thing.pk).exists():
            raise RestoreRefusedError("Deze versie hoort bij een provincie waar jij geen curator van bent.")


def _rows_of(events, key, owner, until):
    """Rows that belonged to the owner then and to nobody else now, and rows that were made for it since."""
    about = set(events.objects.filter(**{key: owner}).values_list("pgh_obj_id", flat=True))
    then = {each.pgh_obj_id: getattr(each, key) for each in _newest(events, about, Q(pgh_created_at__lte=until))}
    table = events.pgh_tracked_model._meta.concrete_model._base_manager
    now = dict(table.filter(pk__in=about).values_list("pk", key))
    return {pk for pk in about if then.get(pk, owner) == owner and now.get(pk, owner) == owner}


def _moment(text):
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
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # now, and not after we said that it worked
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except (IntegrityError, ValidationError):
        raise RestoreRefusedError(
            "Dit kan niet meer terug. Iets waar het bij hoort is weg, of iets anders heeft nu hetzelfde kenmerk."
        ) from None


def _newest(events, rows, condition):
    """The newest version of each row under this condition, where that is no deletion."""
    versions = events.objects.filter(condition, pgh_obj_id__in=rows)
    newest = versions.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id").distinct("pgh_obj_id")
    return [version for version in newest if version.pgh_label != GONE]


def bring_back(events, rows, condition, leave=()):
    """Make these rows what their newest version under this condition says, except the fields to leave."""
    ordered = sorted(rows)
    for start in range(0, len(ordered), BATCH):
        _bring_batch_back(events, set(ordered[start : start + BATCH]), condition, leave)
    return len(ordered)


def _bring_batch_back(events, rows, condition, leave):
    tracked = events.pgh_tracked_model._meta.concrete_model
    table = tracked._base_manager.all()
    objects = {}
    for version in _newest(events, rows, condition):
        objects[version.pgh_obj_id] = _as_object(tracked, version)
    _forget_what_is_gone(tracked, objects.values())
    table.filter(pk__in=rows - set(objects))._raw_delete(table.db)
    now = set(table.filter(pk__in=objects).values_list("pk", flat=True))
    names = _names_to_bring_back(tracked, leave)
    if now and names:
        there = [objects[pk] for pk in now]
        table.bulk_create(there, update_conflicts=True, unique_fields=["pk"], update_fields=names)
    gone = [row for pk, row in objects.items() if pk not in now]
    made_at = {row.pk: _moments(row) for row in gone}
    table.bulk_create(gone)
    for pk, moments in made_at.items():
        if moments:
            table.filter(pk=pk).update(**moments)  # creating a row sets these to now


def _names_to_bring_back(tracked, leave):
    """The fields of a row that is still there: no key, nothing that the database makes, not when it was made."""
    names = []
    for field in tracked._meta.local_concrete_fields:
        is_made = field.primary_key or field.generated or getattr(field, "auto_now_add", False)
        if not is_made and field.name not in leave:
            names.append(field.name)
    return names


def _moments(each):
    """When a row was made, as its version says."""
    fields = [f for f in each._meta.local_concrete_fields if getattr(f, "auto_now_add", False)]
    return {f.attname: getattr(each, f.attname) for f in fields}


def _forget_what_is_gone(tracked, objects):
    """Empty references to what is deleted by now, where a reference may be empty."""
    for field in tracked._meta.local_fields:
        if isinstance(field, ForeignKey) and field.null:
            wanted = {getattr(each, field.attname) for each in objects} - {None}
            there = set(field.related_model._base_manager.filter(pk__in=wanted).values_list("pk", flat=True))
            for each in objects:
                if getattr(each, field.attname) not in there:
                    setattr(each, field.attname, None)


def _as_object(tracked, version):
    kept = {f.attname for f in version._meta.local_fields}
    fields = [f for f in tracked._meta.local_concrete_fields if f.attname in kept and not f.primary_key]
    found = tracked(pk=version.pgh_obj_id, **{f.attname: getattr(version, f.attname) for f in fields})
    for f in tracked._meta.local_concrete_fields:
        if getattr(f, "auto_now", False):
            f.pre_save(found, add=True)
    return found
