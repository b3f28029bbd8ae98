"""What changes because the day does: confirmations end, municipalities come and go, meetings pass."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from events.models import Event
from initiatives.models import Initiative
from partners.models import Municipality, Succession
from search.models import ChangedObject

from .catching_up import locked_state


@transaction.atomic
def note_what_changes_by_date():
    """Note everything with a date since the last time this was called, up to today."""
    today, state = timezone.localdate(), locked_state()
    if state.day == today:
        return
    since = (state.day or today, today)
    initiatives = Initiative.objects.filter(next_check_on__range=since)
    ended = Municipality.objects.filter(Q(valid_from__range=since) | Q(valid_until__range=since))
    successions = Succession.objects.filter(takes_effect_on__range=since)
    organisations = {*ended.values_list("pk", flat=True), *successions.values_list("predecessor_id", flat=True)}
    passed = Event.objects.filter(ends_on__range=since)
    _note("event", passed.values_list("pk", flat=True))
    _note("initiative", initiatives.values_list("pk", flat=True))
    _note("organisation", organisations)
    state.day = today
    state.save()


def _note(label, ids):
    ChangedObject.objects.bulk_create(ChangedObject(label=label, object_id=pk) for pk in ids)
