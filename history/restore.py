"""Bringing rows back to how they were: one thing at a moment, or everything that an import touched."""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey, Max, Min, OuterRef, Q, Subquery
from django.utils.timezone import is_naive
from pghistory.models import Context

from .timeline import GONE, NEW
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
    with pghistory.context(user=user.pk, restored=until.isoformat()), _one_refusal():
        _bring_back(own, {thing.pk}, Q(pgh_created_at__lte=until), leave=getattr(thing, "NEVER_RESTORED", ()))
        for events, key in parts_of(concrete):
            if getattr(events.pgh_tracked_model, "RESTORED_WITH_OWNER", True):
                rows = _rows_of(events, key.attname, thing.pk, until)
                _bring_back(events, rows, Q(pgh_created_at__lte=until))
        if not type(thing)._default_manager.editable_by(user).filter(pk=thing.pk).exists():
            raise RestoreRefusedError("Deze versie hoort bij een provincie waar jij geen curator van bent.")


def _rows_of(events, key, owner, until):
    """Rows that belonged to the owner then and to nobody else now, and rows that were made for it since."""
    about = set(events.objects.filter(**{key: owner}).values_list("pgh_obj_id", flat=True))
    then = {each.pgh_obj_id: getattr(each, key) for each in _newest(events, about, Q(pgh_created_at__lte=until))}
    table = events.pgh_tracked_model._meta.concrete_model._base_manager
    now = dict(table.filter(pk__in=about).values_list("pk", key))
    return {pk for pk in about if then.get(pk, owner) == owner and now.get(pk, owner) == owner}


@dataclass(frozen=True)
class Undone:
    """How many rows were brought back, and how many were left since somebody changed or uses them by now."""

    count: int
    left: int


@transaction.atomic
def undo_import(*, run_id, user):
    """Bring every row that an import wrote back to how it was; what others changed or use since is left whole."""
    with pghistory.context(user=user.pk, undone_import=run_id), _one_refusal():
        made = _contexts_of(run_id)
        touched = {events: rows for events in event_models().values() if (rows := _touched(events, made))}
        left = {(events, pk) for events, rows in touched.items() for pk in _changed_since(events, rows, made)}
        left |= {(events, pk) for events, rows in touched.items() for pk in _not_theirs(events, rows, user)}
        left |= _used_by_others({events: _touched(events, made, label=NEW) for events in touched}, touched)
        left |= _parts_of_left(left)
        count = 0
        for events, rows in touched.items():
            free = {pk for pk in rows if (events, pk) not in left}
            count += _bring_back(events, free, Q(pgh_id__lt=_bound(events, made, Min)))
    return Undone(count, sum((events, pk) in left for events, rows in touched.items() for pk in rows))


def _moment(text):
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RestoreRefusedError("Kies een versie uit de lijst.") from None
    if is_naive(moment):
        raise RestoreRefusedError("Kies een versie uit de lijst.")
    return moment


@contextmanager
def _one_refusal():
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


def _bring_back(events, rows, condition, leave=()):
    """Make these rows what their newest version under this condition says, except the fields to leave."""
    ordered = sorted(rows)
    for start in range(0, len(ordered), BATCH):
        _bring_batch_back(events, set(ordered[start : start + BATCH]), condition, leave)
    return len(ordered)


def _bring_batch_back(events, rows, condition, leave):
    tracked = events.pgh_tracked_model._meta.concrete_model
    table = tracked._base_manager.all()
    objects = {version.pgh_obj_id: _as_object(tracked, version) for version in _newest(events, rows, condition)}
    _forget_what_is_gone(tracked, objects.values())
    table.filter(pk__in=rows - set(objects))._raw_delete(table.db)
    now = set(table.filter(pk__in=objects).values_list("pk", flat=True))
    fields = [f for f in tracked._meta.local_concrete_fields if not (f.primary_key or f.generated or f.name in leave)]
    names = [f.name for f in fields if not getattr(f, "auto_now_add", False)]
    made_at = {pk: _moments(each) for pk, each in objects.items() if pk not in now}
    if now and names:
        there = [objects[pk] for pk in now]
        table.bulk_create(there, update_conflicts=True, unique_fields=["pk"], update_fields=names)
    table.bulk_create([objects[pk] for pk in made_at])
    for pk, moments in made_at.items():
        if moments:
            table.filter(pk=pk).update(**moments)  # creating a row sets these to now


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


# --- undoing an import ------------------------------------------------------------------------------
def _contexts_of(run_id):
    """Numbers of the contexts in which an import wrote; few, and found before the many versions are looked at."""
    return list(Context.objects.filter(metadata__contains={"import": run_id}).values_list("pk", flat=True))


def _touched(events, made, **how):
    """Numbers of the rows that the import wrote."""
    return set(
        _of_import(events, made)
        .filter(**{f"pgh_{key}": value for key, value in how.items()})
        .values_list("pgh_obj_id", flat=True)
    )


def _of_import(events, made):
    """Versions that the import made, in these contexts."""
    return events.objects.filter(pgh_context__in=made)


def _bound(events, made, extreme):
    """The first (``Min``) or last (``Max``) version of a row that the import made."""
    here = _of_import(events, made).filter(pgh_obj_id=OuterRef("pgh_obj_id"))
    return Subquery(here.order_by().values("pgh_obj_id").annotate(bound=extreme("pgh_id")).values("bound"))


def _not_theirs(events, rows, user):
    """Rows that are by now somebody else's to change."""
    manager = events.pgh_tracked_model._meta.concrete_model._default_manager
    if not hasattr(manager, "editable_by"):
        return set()  # a link, which follows what it belongs to
    there = set(manager.filter(pk__in=rows).values_list("pk", flat=True))
    return there - set(manager.editable_by(user).filter(pk__in=rows).values_list("pk", flat=True))


def _changed_since(events, rows, made):
    """Rows that somebody changed after the import; undoing a later import is no such change."""
    later = events.objects.filter(pgh_obj_id__in=rows, pgh_id__gt=_bound(events, made, Max))
    undone = Context.objects.filter(metadata__has_key="undone_import").values_list("pk", flat=True)
    later = later.exclude(pgh_context__in=list(undone)).exclude(pgh_context__in=_undone_imports(undone))
    return set(later.values_list("pgh_obj_id", flat=True))


def _undone_imports(undone):
    """Contexts of imports that were turned back: what they did is as if it never was."""
    told = Context.objects.filter(pk__in=undone).values_list("metadata", flat=True)
    numbers = [metadata["undone_import"] for metadata in told]
    imports = Context.objects.filter(metadata__has_key="import")
    return [pk for pk, metadata in imports.values_list("pk", "metadata") if metadata["import"] in numbers]


def _used_by_others(made, touched):
    """Rows that the import made, and to which something points that it did not write: they cannot simply go."""
    used = set()
    for events, rows in made.items():
        for relation in _pointing_at(events.pgh_tracked_model) if rows else ():
            by_import = touched.get(event_models().get(relation.related_model._meta.concrete_model), set())
            pointing = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows})
            found = pointing.exclude(pk__in=by_import).values_list(relation.field.attname, flat=True)
            used |= {(events, pk) for pk in found}
    return used


def _pointing_at(tracked):
    """Foreign keys of watched tables to this one, those of many-to-many tables too."""
    keys = tracked._meta.concrete_model._meta.get_fields(include_hidden=True)
    known = event_models()
    return [
        key
        for key in keys
        if (key.one_to_many or key.one_to_one) and key.auto_created and key.related_model._meta.concrete_model in known
    ]


def _parts_of_left(left):
    """What belongs to a row that is left, is left too."""
    by_kind = defaultdict(set)
    for events, pk in left:
        by_kind[events].add(pk)
    found = set()
    for events, rows in by_kind.items():
        for part, key in parts_of(events.pgh_tracked_model):
            theirs = part.objects.filter(**{f"{key.attname}__in": rows}).values_list("pgh_obj_id", flat=True)
            found |= {(part, row) for row in theirs}
    return found
