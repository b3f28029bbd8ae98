"""Bringing back everything that an import touched, except what others changed or use since."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pghistory
from django.db import transaction
from django.db.models import (
    ForeignKey,
    Max,
    Min,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from pghistory.models import Context

from accounts import kinds
from accounts.models import User

from .restore import bring_back, one_refusal
from .timeline import NEW
from .tracking import VersionModel, event_models, parts_of, tracked_by, versions_of

VersionedRow: TypeAlias = tuple[VersionModel, int]  # its table of versions and number
RowsByTable: TypeAlias = dict[VersionModel, set[int]]


@dataclass(frozen=True)
class Undone:
    """How many rows were brought back, and which were left since somebody changed or uses them by now."""

    count: int
    left: frozenset[VersionedRow]

    def left_of(self, model: type[Model]) -> set[int]:
        """Numbers of the rows of a model that were left."""
        return numbers_of(self.left, model)


@transaction.atomic
def undo_import(*, run_id: int, user: User) -> Undone:
    """Bring every row that an import wrote back to how it was; what others changed or use since is left whole."""
    count = 0
    with pghistory.context(user=user.pk, undone_import=run_id), one_refusal():
        contexts = contexts_of(run_id)
        touched = touched_by_table(contexts)
        left = rows_to_leave(touched, contexts, user)
        for version_model, rows in touched.items():
            free = rows - numbers_of_table(left, version_model)
            first = bound_of_import(version_model, contexts, Min)
            count += bring_back(version_model, free, Q(pgh_id__lt=first))
    left_of_import = left & pairs_of(touched)
    return Undone(count, frozenset(left_of_import))


def pairs_of(by_table: RowsByTable) -> set[VersionedRow]:
    """{table of versions: numbers} as (table of versions, number) pairs."""
    pairs = set()
    for version_model, rows in by_table.items():
        for pk in rows:
            pairs.add((version_model, pk))
    return pairs


def left_by_undoing(
    *,
    run_id: int,
    user: User,
    model: type[Model],
) -> set[int]:
    """Numbers of the rows of a model that undoing an import would leave; writes nothing."""
    contexts = contexts_of(run_id)
    left = rows_to_leave(touched_by_table(contexts), contexts, user)
    return numbers_of(left, model)


def numbers_of(rows: Iterable[VersionedRow], model: type[Model]) -> set[int]:
    """The numbers among (table of versions, number) pairs that are of this model."""
    return numbers_of_table(rows, versions_of(model))


def numbers_of_table(
    rows: Iterable[VersionedRow],
    table: VersionModel | None,
) -> set[int]:
    """The numbers among (table of versions, number) pairs that are of this table."""
    return {pk for version_model, pk in rows if version_model is table}


def contexts_of(run_id: int) -> list[Any]:
    """Numbers of the contexts in which an import wrote; few, and found before the many versions are looked at."""
    contexts = Context.objects.filter(metadata__contains={"import": run_id})
    return list(contexts.values_list("pk", flat=True))


def versions_of_import(
    version_model: VersionModel,
    contexts: list[Any],
) -> QuerySet:
    """Versions that were made in these contexts."""
    return version_model.objects.filter(pgh_context__in=contexts)


def rows_of(versions: QuerySet) -> set[int]:
    """Numbers of the rows that these versions are of."""
    return set(versions.values_list("pgh_obj_id", flat=True))


def bound_of_import(
    version_model: VersionModel,
    contexts: list[Any],
    extreme: type[Min] | type[Max],
) -> Subquery:
    """The first (``Min``) or last (``Max``) version of a row that the import made."""
    versions = versions_of_import(version_model, contexts)
    of_row = versions.filter(pgh_obj_id=OuterRef("pgh_obj_id")).order_by()
    bound = of_row.values("pgh_obj_id").annotate(bound=extreme("pgh_id"))
    return Subquery(bound.values("bound"))


def touched_by_table(contexts: list[Any]) -> RowsByTable:
    """{table of versions: numbers of the rows that the import wrote}, without tables that it did not touch."""
    touched = {}
    for version_model in event_models().values():
        rows = rows_of(versions_of_import(version_model, contexts))
        if rows:
            touched[version_model] = rows
    return touched


def made_by_table(
    version_models: Iterable[VersionModel],
    contexts: list[Any],
) -> RowsByTable:
    """{table of versions: numbers of the rows that the import made}."""
    made = {}
    for version_model in version_models:
        versions = versions_of_import(version_model, contexts)
        made[version_model] = rows_of(versions.filter(pgh_label=NEW))
    return made


def rows_to_leave(
    touched: RowsByTable,
    contexts: list[Any],
    user: User,
) -> set[VersionedRow]:
    """Rows, each as (table of versions, number), that are somebody else's by now, or of use to somebody else."""
    left = set()
    for version_model, rows in touched.items():
        changed = changed_since(version_model, rows, contexts)
        foreign = rows_of_others(version_model, rows, user)
        left |= pairs_of({version_model: changed | foreign})
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
            pointing = key.model._base_manager.filter(**{f"{key.name}__in": rows})
            of_others = pointing.exclude(pk__in=own_rows)
            for pk in of_others.values_list(key.attname, flat=True):
                used.add((version_model, pk))
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
    for version_model, pk in rows:
        by_table[version_model].add(pk)
    parts = set()
    for version_model, owners in by_table.items():
        for part, key in parts_of(tracked_by(version_model)):
            versions = part.objects.filter(**{f"{key.attname}__in": owners})
            parts |= pairs_of({part: rows_of(versions)})
    return parts
