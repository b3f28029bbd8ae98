"""One lock per event: whoever gives, takes or passes on a place holds it until the transaction ends."""

from events.models import Event


def lock_event(event_id):
    """The event, locked, with how many places are taken and how many wait.

    The counts are read after the lock is there: counted in the same statement, they would be those of before waiting.
    """
    Event.objects.select_for_update(no_key=True).filter(pk=event_id).values_list("pk").get()
    return Event.objects.with_places_taken().without_long_texts().prefetch_related("days").get(pk=event_id)
