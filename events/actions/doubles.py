"""One person, one place: who is registered again under one name and address shares the place until they say who is who.

The form tells nobody who is registered, so both seem to have a place; ``same_as`` of the later one is the earlier one,
and only that one is counted.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from events.choices import LIVE
from events.free_places import is_full_for
from events.models import Event, Place, Registration
from events.names import essence_of

from .people import Person
from .sessions import follow_place, release_sessions


class Who(NamedTuple):
    """By what we know that two are one person."""

    address: str
    essence: str  # of the name


def known_people(
    event: Event,
    addresses: Iterable[str],
) -> dict[Who, int]:
    """{who: number} of those that are registered at these addresses and have a place of their own."""
    own_address = Q(email__in=addresses)
    address_of_booking = Q(email="", booking__email__in=addresses)
    live = event.registrations.live()
    with_places = live.filter(own_address | address_of_booking, same_as=None)
    newest_first = with_places.order_by("-pk")
    rows = newest_first.values_list("pk", "name", "email", "booking__email")
    known = {}
    for pk, name, own_email, booked_email in rows:
        address = own_email or booked_email
        essence = essence_of(name).whole
        known[Who(address, essence)] = pk
    return known


def addresses_of(
    email: str,
    people: Iterable[Person],
) -> set[str]:
    """Every address on a form, in small letters."""
    addresses = {email.lower()}
    for person in people:
        addresses.add(person.email.lower())
    return addresses - {""}


def who(
    person: Person,
    email: str,
) -> Who:
    """As whom ``known_people`` knows somebody on a form sent in from ``email``."""
    address = person.email or email
    essence = essence_of(person.name).whole
    return Who(address.lower(), essence)


def settle(registration: Registration, event: Event, *, now: datetime) -> None:
    """The address is verified: take the place over from who did not say so yet, or stand for oneself."""
    first = registration.same_as
    if first is None:
        return
    before = registration.place
    is_same = essence_of(first.name).whole == essence_of(registration.name).whole
    if is_same and not first.is_verified and first.place in LIVE:
        take_over(registration, first)
        release_sessions(first, now=now)
    else:
        stand_alone(registration, event)
    follow_place(registration, before, now=now)


def take_over(registration: Registration, first: Registration) -> None:
    """The place of the first one becomes that of this one, who it is shared with from now on."""
    registration.place, first.place = first.place, registration.place
    registration.offered_until, first.offered_until = (
        first.offered_until,
        registration.offered_until,
    )
    registration.same_as = None
    first.same_as = registration
    for swapped in (registration, first):
        swapped.save(update_fields=["place", "offered_until", "same_as"])


def stand_alone(registration: Registration, event: Event) -> None:
    """Somebody else after all: a place of their own, or one in the queue."""
    registration.same_as = None
    if registration.place in LIVE:
        is_full = is_full_for(event, is_online=registration.takes_part_online)
        registration.place = Place.CONFIRMED
        if is_full:
            registration.place = Place.WAITING
    registration.save(update_fields=["place", "same_as"])


def doubles_of(registration: Registration) -> QuerySet[Registration]:
    """Who shares the place of this one, the first to register first."""
    return Registration.objects.live().filter(same_as=registration).order_by("pk")


def pass_to_double(
    registration: Registration,
    place: str,
    offered_until: datetime | None,
    *,
    now: datetime,
) -> None:
    """Who gives a place up and shared it leaves it to the other; the place is not free."""
    doubles = doubles_of(registration)
    heir = doubles.first()
    if heir is None:
        return
    before = heir.place
    heir.place = place
    heir.offered_until = offered_until
    heir.same_as = None
    heir.save(update_fields=["place", "offered_until", "same_as"])
    doubles.update(same_as=heir)
    follow_place(heir, before, now=now)
