"""One lock per event: whoever gives, takes or passes on a place holds it until the transaction ends."""

from copy import copy
from functools import cache
from typing import Any

from django.db.models import QuerySet

from events.models import Event

# what decides whether somebody gets a place; their number is counted
STANDING = (
    "state",
    "starts_on",
    "ends_on",
    "opens_at",
    "closes_at",
    "registration_url",
    "attendance",
    "capacity",
    "on_site_capacity",
    "online_capacity",
    "has_waiting_list",
    "most_per_organisation",
    "most_guests",
    "taken",
    "waiting",
    "taken_online",
    "waiting_online",
)


def lock_event(event_id: int) -> Event:
    """The event, locked, with how many places are taken and how many wait.

    The counts are read after the lock is there: counted in the same statement, they would be those of before waiting.
    """
    only_locked().get(pk=event_id)
    return counted().get(pk=event_id)


def lock_loaded(event: Event) -> Event:
    """The same for an event of which the rest is loaded already, which saves who waits for the lock the time of that.

    What decides about places is read anew; texts, days and prices are those of a moment ago.
    """
    only_locked().get(pk=event.pk)
    locked = copy(event)
    for name, value in standings().get(pk=event.pk).items():
        setattr(locked, name, value)
    return locked


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


@cache
def standings() -> QuerySet[Event, dict[str, Any]]:
    """What decides about places, with the counts."""
    return Event.objects.with_places_taken().values(*STANDING)
