"""Registering: places are given in the order in which forms come in, never more than there are."""

from django.db import transaction
from django.utils import timezone

from events.models import Booking, PersonalNeeds, Place, Registration
from events.registering import is_full, places_left, why_closed

from .announcing import remember_told
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
    booking = Booking.objects.create(event=event, key=key, email=email.lower(), made_at=now, **together, **invoice)
    waits = booking.comes_together and not fits_whole(event, len(people))
    registrations = [register(event, booking, quoted, now, waits=waits) for quoted in quotes]
    host = registrations[0]
    guests = [registration.pk for registration in registrations[1:] if registration.is_guest]
    Registration.objects.filter(pk__in=guests).update(host=host)  # they come with the first person on the form
    ask_to_verify(booking, registrations)
    return booking


def check_booking(event, people, now):
    """Refuse what cannot be booked now; asked while the event is locked."""
    if not people:
        raise RefusedError(NO_PEOPLE)
    reason = why_closed(event, now)
    if reason:
        raise RefusedError(reason)
    left = places_left(event)
    if not event.has_waiting_list and left is not None and left < len(people):
        free = f"zijn nog {left} plekken"
        if left == 1:
            free = "is nog 1 plek"
        raise RefusedError(f"Er {free} vrij, en je schrijft {len(people)} mensen in.")
    check_people(event, people)


def fits_whole(event, count):
    """Whether so many people find a place at once."""
    left = places_left(event)
    return not is_full(event) and (left is None or left >= count)


def register(event, booking, quoted, now, *, waits=False):
    """Store one person with a place or a number in the queue; the first one registers for what holds now."""
    if not event.taken and not event.waiting:
        remember_told(event)
    registration = store_person(event, booking, quoted, now, place=take_place(event, waits=waits))
    person = quoted.person
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
        PersonalNeeds.objects.create(registration=registration, diet=person.diet, access=person.access)
    return registration


def take_place(event, *, waits):
    """A place if there is one and nobody waits for it; counts along, so that the next of the form sees it."""
    if waits or is_full(event):
        event.waiting += 1
        return Place.WAITING
    event.taken += 1
    return Place.CONFIRMED
