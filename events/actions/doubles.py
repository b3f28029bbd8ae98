"""One person, one place: who is registered again under one name and address shares the place until they say who is who.

The form tells nobody who is registered, so both seem to have a place; ``same_as`` of the later one is the earlier one,
and only that one is counted.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from events.choices import LIVE
from events.free_places import is_full_for
from events.models import Event, Place, Registration
from events.names import essence_of

from .people import Person
from .sessions import follow_place, release_sessions


def known_people(event: Event, addresses: Iterable[str]) -> dict[tuple[str, str], int]:
    """{(address, essence of a name): number} of who is registered at these addresses and has a place of their own."""
    here = Q(email__in=addresses) | Q(email="", booking__email__in=addresses)
    with_places = event.registrations.live().filter(here, same_as=None)
    rows = with_places.values_list("pk", "name", "email", "booking__email")
    known = {}
    for pk, name, own_email, booked_email in rows.order_by("-pk"):
        essence = essence_of(name).whole
        known[own_email or booked_email, essence] = pk
    return known


def addresses_of(email: str, people: Iterable[Person]) -> set[str]:
    """Every address on a form, in small letters."""
    addresses = {email.lower()}
    for person in people:
        addresses.add(person.email.lower())
    return addresses - {""}


def who(person: Person, email: str) -> tuple[str, str]:
    """The key under which ``known_people`` knows somebody on a form sent in from ``email``."""
    return person.email.lower() or email.lower(), essence_of(person.name).whole


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
        registration.place = Place.WAITING if is_full else Place.CONFIRMED
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
