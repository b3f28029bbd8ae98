"""What was deleted can be brought back for a while; after that nothing of it is left, its files neither."""

from datetime import timedelta

from django.db.models import Exists, FileField, OuterRef

from .timeline import GONE
from .tracking import event_models

DELETED_KEPT = timedelta(days=90)


def forget_versions_of_deleted(*models, now):
    """Delete the versions of rows of these models that were deleted long ago, and the files that only those named."""
    for model in models:
        events = event_models()[model._meta.concrete_model]
        doomed = _of_deleted(model, events, now - DELETED_KEPT)
        names = _names_of_files(model, doomed)
        doomed.delete()
        for field, name in names - _names_of_files(model, events.objects) - _names_of_files(model, model._base_manager):
            field.storage.delete(name)


def _of_deleted(model, events, before):
    """All versions of rows that went before that moment and did not come back."""
    there = model._base_manager.filter(pk=OuterRef("pgh_obj_id"))
    later = events.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_created_at__gte=before)
    deleted = events.objects.filter(~Exists(there), ~Exists(later), pgh_label=GONE)
    numbers = list(deleted.values_list("pgh_obj_id", flat=True))
    return events.objects.filter(pgh_obj_id__in=numbers)


def _names_of_files(model, rows):
    """Pairs of (field, name) of the files that these rows name."""
    fields = [field for field in model._meta.local_fields if isinstance(field, FileField)]
    return {(field, name) for field in fields for name in rows.values_list(field.name, flat=True) if name}
