"""Registering: places are given in the order in which forms come in, never more than there are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from events.free_places import count_along, is_full_for, places_left, seats_for
from events.models import Booking, Event, PersonalNeeds, Place, Registration
from events.registering import why_closed

from .announcing import remember_told
from .doubles import addresses_of, known_people, who
from .locking import lock_loaded
from .people import Person, Quoted, check_people, own_email, quote, total
from .refused import RefusedError
from .sessions import choose_sessions, keep_wishes
from .steps import note_step
from .verifying import ask_to_verify

__all__ = ["Person", "Quoted", "book", "quote", "total"]
OTHER_PRICE = "De prijs is veranderd sinds je het formulier opende. Kijk of je het er nog mee eens bent."
NO_PEOPLE = "Schrijf minstens één persoon in."


@transaction.atomic
def book(
    *,
    event: Event,
    key: UUID,
    email: str,
    people: Sequence[Person],
    invoice: Mapping[str, str],
    expected: Decimal | None,
    now: datetime,
    comes_together: bool = False,
) -> Booking:
    """Register these people, all or none; who finds no place free waits, in order.

    ``key`` is that of the form: sent again, the booking that is there comes back. ``expected`` is the total that was
    shown. With ``comes_together`` all of them wait where there is no place for one. Raises ``RefusedError``.
    """
    event = lock_loaded(event)
    known = Booking.objects.filter(key=key).first()
    if known:
        return known
    check_booking(event, people, now)
    quotes = quote(event, people, today=timezone.localdate(now))
    check_price(quotes, expected)
    together = {"comes_together": comes_together and len(people) > 1}
    booking = Booking.objects.create(
        event=event, key=key, email=email.lower(), made_at=now, **together, **invoice
    )
    registrations = register_all(event, booking, quotes, now)
    ask_to_verify(booking, registrations)
    return booking


def book_one(
    event: Event,
    key: UUID,
    person: Person,
    now: datetime,
) -> Booking:
    """The booking of one person whom who organises adds."""
    return Booking.objects.create(
        event=event, key=key, email=person.email.lower(), made_at=now
    )


def register_all(
    event: Event,
    booking: Booking,
    quotes: Sequence[Quoted],
    now: datetime,
) -> list[Registration]:
    """Store everybody on a form, in order; who only comes together waits where one would have to."""
    people = [quoted.person for quoted in quotes]
    waits = booking.comes_together and not all(seats_for(event, ways_of(people)))
    known = known_people(
        event,
        addresses_of(booking.email, people),
    )
    registrations = []
    for quoted in quotes:
        same_as = known.get(who(quoted.person, booking.email))
        registration = register(
            event, booking, quoted, now, waits=waits, same_as=same_as
        )
        registrations.append(registration)
    give_guests_a_host(registrations)
    return registrations


def give_guests_a_host(registrations: Iterable[Registration]) -> None:
    """Guests come with the first person on the form."""
    host, *others = registrations
    guests = []
    for registration in others:
        if registration.is_guest:
            guests.append(registration.pk)
    Registration.objects.filter(pk__in=guests).update(host=host)


def check_booking(
    event: Event,
    people: Sequence[Person],
    now: datetime,
) -> None:
    """Refuse what cannot be booked now; asked while the event is locked."""
    if not people:
        raise RefusedError(NO_PEOPLE)
    reason = why_closed(event, now)
    if reason:
        raise RefusedError(reason)
    check_room(event, people)
    check_people(event, people)


def check_price(
    quotes: Iterable[Quoted],
    expected: Decimal | None,
) -> None:
    """Refuse another total than the one that was shown."""
    if total(quotes) != expected:
        raise RefusedError(OTHER_PRICE, "price")


def ways_of(people: Iterable[Person]) -> list[bool]:
    """Of each whether they take part online."""
    return [person.takes_part_online for person in people]


def check_room(event: Event, people: Sequence[Person]) -> None:
    """Without a waiting list, refuse a form with more people than there are places."""
    seats = seats_for(event, ways_of(people))
    if event.has_waiting_list or all(seats):
        return
    if event.has_own_limits:
        last = people[seats.index(False)]
        where = "Online"
        if not last.takes_part_online:
            where = "Op locatie"
        raise RefusedError(f"{where} is geen plek meer voor {last.name}.")
    left = places_left(event)
    free = f"zijn nog {left} plekken"
    if left == 1:
        free = "is nog 1 plek"
    raise RefusedError(f"Er {free} vrij, en je schrijft {len(people)} mensen in.")


def register(
    event: Event,
    booking: Booking,
    quoted: Quoted,
    now: datetime,
    *,
    waits: bool = False,
    same_as: int | None = None,
) -> Registration:
    """Store one person with a place or a number in the queue; the first one registers for what holds now.

    ``same_as`` is the number of who seems to be the same person: they have one place together.
    """
    if not event.taken and not event.waiting:
        remember_told(event)
    person = quoted.person
    place = place_for(event, is_online=person.takes_part_online, waits=waits)
    if same_as is None:
        count_along(
            event,
            is_online=person.takes_part_online,
            has_place=place == Place.CONFIRMED,
        )
    registration = store_person(
        event, booking, quoted, now, place=place, same_as_id=same_as
    )
    note_step(registration, registration.get_place_display(), now=now)
    note_sessions(registration, person, now)
    return registration


def note_sessions(registration: Registration, person: Person, now: datetime) -> None:
    """With a place also those in sessions; who waits keeps what they chose."""
    if registration.place == Place.WAITING:
        keep_wishes(registration, person.sessions, person.waits_for)
    elif person.sessions or person.waits_for:
        choose_sessions(registration, person.sessions, person.waits_for, now=now)


def store_person(
    event: Event,
    booking: Booking,
    quoted: Quoted,
    now: datetime,
    **standing: object,
) -> Registration:
    """Store one person who stands so (fields of a registration); the address of the booking is no own address."""
    person = quoted.person
    registration = Registration.objects.create(
        event=event,
        booking=booking,
        email=own_email(booking, person.email),
        takes_part_online=person.takes_part_online and event.is_online,
        tier=quoted.tier,
        amount=quoted.amount,
        registered_at=now,
        **fields_of(person),
        **standing,
    )
    if person.diet or person.access:
        needs = {"diet": person.diet, "access": person.access}
        PersonalNeeds.objects.create(registration=registration, **needs)
    return registration


def fields_of(person: Person) -> dict[str, object]:
    """What is stored as it was told; a typed name of an organisation only where none was chosen."""
    organisation_name = person.organisation_name
    if person.organisation:
        organisation_name = ""
    return {
        "name": " ".join(person.name.split()),
        "organisation": person.organisation,
        "organisation_name": organisation_name,
        "province_id": person.province_id,
        "claimed_province": person.claimed_province,
        "sector": person.sector,
        "job_title": person.job_title,
        "is_on_list": person.is_on_list,
        "is_guest": person.is_guest,
        "guest_kind": person.guest_kind,
    }


def place_for(event: Event, *, is_online: bool, waits: bool) -> Place:
    """A place if there is one and nobody waits for it; else one in the queue."""
    if waits or is_full_for(event, is_online=is_online):
        return Place.WAITING
    return Place.CONFIRMED
