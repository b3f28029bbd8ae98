"""One lock per event: whoever gives, takes or passes on a place holds it until the transaction ends."""

from functools import cache

from django.db.models import QuerySet

from events.models import Event


def lock_event(event_id: int) -> Event:
    """The event, locked, with how many places are taken and how many wait.

    The counts are read after the lock is there: counted in the same statement, they would be those of before waiting.
    """
    only_locked().get(pk=event_id)
    return counted().get(pk=event_id)


@cache
def only_locked() -> QuerySet[Event]:
    """What is asked to get the lock; worked out once, as is what is read then."""
    return Event.objects.select_for_update(no_key=True).values_list("pk")


@cache
def counted() -> QuerySet[Event]:
    """Events with their counts and days."""
    return (
        Event.objects.with_places_taken().without_long_texts().prefetch_related("days")
    )
