"""Registering: places are given in the order in which forms come in, never more than there are."""

from django.db import transaction
from django.utils import timezone

from events.free_places import count_along, is_full_for, places_left, seats_for
from events.models import Booking, PersonalNeeds, Place, Registration
from events.registering import why_closed

from .announcing import remember_told
from .doubles import addresses_of, known_people, who
from .locking import lock_event
from .people import Person, Quoted, check_people, own_email, quote, total
from .refused import RefusedError
from .sessions import choose_sessions
from .steps import note_step
from .verifying import ask_to_verify

__all__ = ["Person", "Quoted", "book", "quote", "total"]
OTHER_PRICE = "De prijs is veranderd sinds je het formulier opende. Kijk of je het er nog mee eens bent."
NO_PEOPLE = "Schrijf minstens één persoon in."


@transaction.atomic
def book(*, event, key, email, people, invoice, expected, now, comes_together=False):
    """Register these people, all or none; who finds no place free waits, in order.

    ``key`` is that of the form: sent again, the booking that is there comes back. ``expected`` is the total that was
    shown. With ``comes_together`` all of them wait where there is no place for one. Raises ``RefusedError``.
    """
    event = lock_event(event.pk)
    known = Booking.objects.filter(key=key).first()
    if known:
        return known
    check_booking(event, people, now)
    quotes = quote(event, people, today=timezone.localdate(now))
    if total(quotes) != expected:
        raise RefusedError(OTHER_PRICE, "price")
    together = {"comes_together": comes_together and len(people) > 1}
    booking = Booking.objects.create(
        event=event, key=key, email=email.lower(), made_at=now, **together, **invoice
    )
    waits = booking.comes_together and not all(seats_for(event, ways_of(people)))
    known = known_people(event, addresses_of(email, people))
    registrations = []
    for quoted in quotes:
        same_as = known.get(who(quoted.person, email))
        standing = {"waits": waits, "same_as": same_as}
        registrations.append(register(event, booking, quoted, now, **standing))
    give_guests_a_host(registrations)
    ask_to_verify(booking, registrations)
    return booking


def give_guests_a_host(registrations):
    """Guests come with the first person on the form."""
    host, *others = registrations
    guests = []
    for registration in others:
        if registration.is_guest:
            guests.append(registration.pk)
    Registration.objects.filter(pk__in=guests).update(host=host)


def check_booking(event, people, now):
    """Refuse what cannot be booked now; asked while the event is locked."""
    if not people:
        raise RefusedError(NO_PEOPLE)
    reason = why_closed(event, now)
    if reason:
        raise RefusedError(reason)
    check_room(event, people)
    check_people(event, people)


def ways_of(people):
    """Of each whether they take part online."""
    return [person.takes_part_online for person in people]


def check_room(event, people):
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


def register(event, booking, quoted, now, *, waits=False, same_as=None):
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
    if registration.place == Place.CONFIRMED and (person.sessions or person.waits_for):
        choose_sessions(registration, person.sessions, person.waits_for, now=now)
    return registration


def store_person(event, booking, quoted, now, **standing):
    """Store one person who stands so (fields of a registration); the address of the booking is no own address."""
    person = quoted.person
    organisation_name = person.organisation_name
    if person.organisation:
        organisation_name = ""
    registration = Registration.objects.create(
        event=event,
        booking=booking,
        name=" ".join(person.name.split()),
        email=own_email(booking, person.email),
        organisation=person.organisation,
        organisation_name=organisation_name,
        province_id=person.province_id,
        claimed_province=person.claimed_province,
        sector=person.sector,
        job_title=person.job_title,
        takes_part_online=person.takes_part_online and event.is_online,
        is_on_list=person.is_on_list,
        is_guest=person.is_guest,
        guest_kind=person.guest_kind,
        tier=quoted.tier,
        amount=quoted.amount,
        registered_at=now,
        **standing,
    )
    if person.diet or person.access:
        needs = {"diet": person.diet, "access": person.access}
        PersonalNeeds.objects.create(registration=registration, **needs)
    return registration


def place_for(event, *, is_online, waits):
    """A place if there is one and nobody waits for it; else one in the queue."""
    if waits or is_full_for(event, is_online=is_online):
        return Place.WAITING
    return Place.CONFIRMED
