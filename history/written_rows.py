"""Which rows an import wrote, as the versions of those rows say."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from django.db.models import Max, Min, Model, OuterRef, QuerySet, Subquery
from pghistory.models import Context

from .timeline import NEW
from .tracking import VersionModel, event_models, versions_of

RowsByTable: TypeAlias = dict[VersionModel, set[int]]  # table of versions -> numbers


class VersionedRow(NamedTuple):
    """A row of which the versions are kept, by the table of those and its own number."""

    table: VersionModel
    pk: int


def rows_in(by_table: RowsByTable) -> set[VersionedRow]:
    """The same rows, each by itself."""
    rows = set()
    for table, numbers in by_table.items():
        for number in numbers:
            row = VersionedRow(table, number)
            rows.add(row)
    return rows


def numbers_of(
    rows: Iterable[VersionedRow],
    model: type[Model],
) -> set[int]:
    """The numbers of those rows that are of this model."""
    return numbers_of_table(rows, versions_of(model))


def numbers_of_table(
    rows: Iterable[VersionedRow],
    table: VersionModel | None,
) -> set[int]:
    """The numbers of those rows of which the versions are in this table."""
    return {row.pk for row in rows if row.table is table}


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
        first_versions = versions.filter(pgh_label=NEW)
        made[version_model] = rows_of(first_versions)
    return made
