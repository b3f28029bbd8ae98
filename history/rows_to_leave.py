"""What undoing an import leaves as it is: rows that are somebody else's by now, or of use to somebody else."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignKey, Max, Model, QuerySet
from pghistory.models import Context

from accounts import kinds
from accounts.models import User

from .tracking import VersionModel, event_models, parts_of, tracked_by
from .written_rows import (
    RowsByTable,
    VersionedRow,
    bound_of_import,
    made_by_table,
    rows_in,
    rows_of,
)


def rows_to_leave(
    touched: RowsByTable,
    contexts: list[Any],
    user: User,
) -> set[VersionedRow]:
    """Rows that are somebody else's by now, or of use to somebody else."""
    left = set()
    for version_model, rows in touched.items():
        changed = changed_since(version_model, rows, contexts)
        foreign = rows_of_others(version_model, rows, user)
        left |= rows_in({version_model: changed | foreign})
    made = made_by_table(touched, contexts)
    left |= used_by_others(made, touched)
    return left | parts_of_rows(left)


def rows_of_others(
    version_model: VersionModel,
    rows: set[int],
    user: User,
) -> set[int]:
    """Rows that are by now somebody else's to change."""
    manager = kinds.table_of(tracked_by(version_model))._default_manager
    if not hasattr(manager, "editable_by"):
        return set()  # a link, which follows what it belongs to
    there = manager.filter(pk__in=rows)
    editable = manager.editable_by(user).filter(pk__in=rows)
    all_numbers = set(there.values_list("pk", flat=True))
    own_numbers = set(editable.values_list("pk", flat=True))
    return all_numbers - own_numbers


def changed_since(
    version_model: VersionModel,
    rows: set[int],
    contexts: list[Any],
) -> set[int]:
    """Rows that somebody changed after the import; undoing a later import is no such change."""
    last = bound_of_import(version_model, contexts, Max)
    later = version_model.objects.filter(
        pgh_obj_id__in=rows,
        pgh_id__gt=last,
    )
    undoings = Context.objects.filter(metadata__has_key="undone_import")
    numbers_of_undoings = list(undoings.values_list("pk", flat=True))
    later = later.exclude(pgh_context__in=numbers_of_undoings)
    later = later.exclude(pgh_context__in=undone_contexts(undoings))
    return rows_of(later)


def undone_contexts(undoings: QuerySet) -> list[Any]:
    """Contexts of imports that were turned back: what they did is as if it never was."""
    undone = set()
    for metadata in undoings.values_list("metadata", flat=True):
        undone.add(metadata["undone_import"])
    contexts = []
    for context in Context.objects.filter(metadata__has_key="import"):
        if context.metadata["import"] in undone:
            contexts.append(context.pk)
    return contexts


def used_by_others(
    made: RowsByTable,
    touched: RowsByTable,
) -> set[VersionedRow]:
    """Rows that the import made, and to which something points that it did not write: they cannot simply go."""
    used = set()
    for version_model, rows in made.items():
        if not rows:
            continue
        for key in watched_keys_to(tracked_by(version_model)):
            versions_of_pointing = event_models()[kinds.table_of(key.model)]
            own_rows = touched.get(versions_of_pointing, set())
            points_to_them = {f"{key.name}__in": rows}
            pointing = key.model._base_manager.filter(**points_to_them)
            of_others = pointing.exclude(pk__in=own_rows)
            for pk in of_others.values_list(key.attname, flat=True):
                used.add(VersionedRow(version_model, pk))
    return used


def watched_keys_to(tracked: type[Model]) -> list[ForeignKey]:
    """Foreign keys of watched tables to this one, those of many-to-many tables too."""
    watched = event_models()
    keys = []
    for relation in kinds.relations_to(kinds.table_of(tracked)):
        if kinds.table_of(relation.related_model) in watched:
            keys.append(relation.field)
    return keys


def parts_of_rows(rows: Iterable[VersionedRow]) -> set[VersionedRow]:
    """What belongs to a row that is left, is left too."""
    by_table = defaultdict(set)
    for row in rows:
        by_table[row.table].add(row.pk)
    parts = set()
    for version_model, owners in by_table.items():
        for part, key in parts_of(tracked_by(version_model)):
            belongs_to_them = {f"{key.attname}__in": owners}
            versions = part.objects.filter(**belongs_to_them)
            parts |= rows_in({part: rows_of(versions)})
    return parts
