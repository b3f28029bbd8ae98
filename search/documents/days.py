"""What changes because the day does: confirmations end, municipalities come and go, meetings pass."""

from django.db import transaction
from django.utils import timezone

from search.models import ChangedObject
from search.registry import CHANGES_BY_DATE

from .catching_up import locked_state


@transaction.atomic
def note_what_changes_by_date() -> None:
    """Note everything with a date since the last time this was called, up to today."""
    today = timezone.localdate()
    state = locked_state()
    if state.day == today:
        return
    for changes_by_date in CHANGES_BY_DATE:
        for label, ids in changes_by_date(state.day or today, today).items():
            notes = [ChangedObject(label=label, object_id=pk) for pk in ids]
            ChangedObject.objects.bulk_create(notes)
    state.day = today
    state.save()
