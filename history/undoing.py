"""Bringing back everything that an import touched, except what others changed or use since."""

from collections import defaultdict
from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.db.models import Max, Min, OuterRef, Q, Subquery
from pghistory.models import Context

from .restore import bring_back, one_refusal
from .timeline import NEW
from .tracking import event_models, parts_of


@dataclass(frozen=True)
class Undone:
    """How many rows were brought back, and how many were left since somebody changed or uses them by now."""

    count: int
    left: int


@transaction.atomic
def undo_import(*, run_id, user):
    """Bring every row that an import wrote back to how it was; what others changed or use since is left whole."""
    count = 0
    left_count = 0
    with pghistory.context(user=user.pk, undone_import=run_id), one_refusal():
        made = _contexts_of(run_id)
        touched = _touched_by_table(made)
        left = _rows_to_leave(touched, made, user)
        for events, rows in touched.items():
            free = {pk for pk in rows if (events, pk) not in left}
            left_count += len(rows) - len(free)
            count += bring_back(events, free, Q(pgh_id__lt=_bound(events, made, Min)))
    return Undone(count, left_count)


def _touched_by_table(made):
    """{table of versions: numbers of the rows that the import wrote}, without tables that it did not touch."""
    touched = {}
    for events in event_models().values():
        rows = _touched(events, made)
        if rows:
            touched[events] = rows
    return touched


def _rows_to_leave(touched, made, user):
    """Rows, each as (table of versions, number), that are somebody else's by now, or of use to somebody else."""
    left = set()
    for events, rows in touched.items():
        for pk in _changed_since(events, rows, made) | _not_theirs(events, rows, user):
            left.add((events, pk))
    left |= _used_by_others({events: _new(events, made) for events in touched}, touched)
    return left | _parts_of_left(left)


def _contexts_of(run_id):
    """Numbers of the contexts in which an import wrote; few, and found before the many versions are looked at."""
    return list(Context.objects.filter(metadata__contains={"import": run_id}).values_list("pk", flat=True))


def _touched(events, made):
    """Numbers of the rows that the import wrote."""
    return set(_of_import(events, made).values_list("pgh_obj_id", flat=True))


def _new(events, made):
    """Numbers of the rows that the import made."""
    return set(_of_import(events, made).filter(pgh_label=NEW).values_list("pgh_obj_id", flat=True))


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


def _used_by_others(new, touched):
    """Rows that the import made, and to which something points that it did not write: they cannot simply go."""
    used = set()
    for events, rows in new.items():
        if not rows:
            continue
        for relation in _pointing_at(events.pgh_tracked_model):
            of_relation = event_models().get(relation.related_model._meta.concrete_model)
            pointing = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows})
            of_others = pointing.exclude(pk__in=touched.get(of_relation, set()))
            for pk in of_others.values_list(relation.field.attname, flat=True):
                used.add((events, pk))
    return used


def _pointing_at(tracked):
    """Foreign keys of watched tables to this one, those of many-to-many tables too."""
    known = event_models()
    keys = []
    for key in tracked._meta.concrete_model._meta.get_fields(include_hidden=True):
        points_here = (key.one_to_many or key.one_to_one) and key.auto_created
        if points_here and key.related_model._meta.concrete_model in known:
            keys.append(key)
    return keys


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
