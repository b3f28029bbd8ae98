"""What was deleted can be brought back for a while; after that nothing of it is left, its files neither."""

from datetime import datetime, timedelta

from django.db.models import Exists, FileField, Manager, Model, OuterRef, QuerySet

from accounts import kinds

from .timeline import GONE
from .tracking import event_models

DELETED_KEPT = timedelta(days=90)


def forget_versions_of_deleted(*models: type[Model], now: datetime) -> None:
    """Delete the versions of rows of these models that were deleted long ago, and the files that only those named."""
    for model in models:
        versions = event_models()[kinds.table_of(model)].objects
        long_gone = versions_of_deleted(model, versions, now - DELETED_KEPT)
        files = files_of(model, long_gone)
        long_gone.delete()
        files_of_versions = files_of(model, versions)
        files_of_rows = files_of(model, model._base_manager)
        for field, name in files - files_of_versions - files_of_rows:
            field.storage.delete(name)


def versions_of_deleted(
    model: type[Model],
    versions: Manager,
    before: datetime,
) -> QuerySet:
    """All versions of rows that went before that moment and did not come back."""
    there = model._base_manager.filter(pk=OuterRef("pgh_obj_id"))
    later = versions.filter(
        pgh_obj_id=OuterRef("pgh_obj_id"),
        pgh_created_at__gte=before,
    )
    deleted = versions.filter(
        ~Exists(there),
        ~Exists(later),
        pgh_label=GONE,
    )
    numbers = list(deleted.values_list("pgh_obj_id", flat=True))
    return versions.filter(pgh_obj_id__in=numbers)


def files_of(
    model: type[Model],
    rows: QuerySet | Manager,
) -> set[tuple[FileField, str]]:
    """Pairs of (field, name) of the files that these rows name."""
    files = set()
    for field in kinds.columns_of(model):
        if not isinstance(field, FileField):
            continue
        for name in rows.values_list(field.name, flat=True):
            if name:
                files.add((field, name))
    return files
