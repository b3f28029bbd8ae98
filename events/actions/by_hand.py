"""What who organises does for somebody, always with a reason: add by phone, confirm, bring back, another price."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from events.choices import LIVE
from events.free_places import is_full_for
from events.mails import mail_about_place
from events.models import Booking, Event, Place, Registration
from events.registering import CANCELLED, PAST

from .booking import book_one, register
from .handing_over import successor
from .locking import lock_event
from .people import Person, check_people, quote_one
from .places import lock_registration
from .refused import RefusedError
from .sessions import bring_back_sessions, follow_place
from .steps import note_step
from .verifying import ask_to_verify, check_not_known, verify

FULL = "De bijeenkomst is vol en heeft geen wachtlijst."
TO_THE_LIST = (
    "Er is geen plek vrij. Wil je deze persoon achteraan op de wachtlijst zetten?"
)
NOT_GONE = "Deze persoon is niet afgemeld."
ALREADY = "Met dit e-mailadres is iemand anders op de lijst aangemeld."
NOTHING = "Hier valt niets te bevestigen."


def check_not_over(event: Event, now: datetime) -> None:
    """Refuse what makes no sense after the event, or where it does not go on."""
    if event.is_over_on(timezone.localdate(now)):
        raise RefusedError(PAST)
    if event.state == Event.State.CANCELLED:
        raise RefusedError(CANCELLED)


@transaction.atomic
def add_person(
    *,
    event: Event,
    key: UUID,
    person: Person,
    amount: Decimal | None,
    reason: str,
    now: datetime,
    user: User,
    is_other: bool = False,
) -> Registration:
    """Register somebody who phoned, also where the form is closed; who finds no place free waits.

    ``amount`` (euro) is what the organiser asks; without it, it is the price that fits. Raises ``RefusedError``, also
    for who seems to be on the list already, unless ``is_other``.
    """
    event = lock_event(event.pk)
    known = Booking.objects.filter(key=key).first()
    if known:
        return known.registrations.get()
    check_not_over(event, now)
    check_addition(event, person, is_other=is_other)
    quoted = quote_one(event, person, amount, today=timezone.localdate(now))
    booking = book_one(event, key, person, now)
    registration = register(event, booking, quoted, now)
    step = "Toegevoegd door wie organiseert"
    note_step(registration, step, now=now, user=user, reason=reason)
    if booking.email:
        ask_to_verify(booking, [registration])
    return registration


def check_addition(event: Event, person: Person, *, is_other: bool) -> None:
    """Refuse who cannot be on the list, seems to be on it, or finds no place and no waiting list."""
    check_people(event, [person])
    if not is_other:
        check_not_known(event, person)
    is_full = is_full_for(event, is_online=person.takes_part_online)
    if is_full and not event.has_waiting_list:
        raise RefusedError(FULL)


@transaction.atomic
def confirm(
    *,
    registration: Registration,
    reason: str,
    now: datetime,
    user: User,
) -> Registration:
    """Say for somebody that their address is right, and yes to the place that is held for them."""
    _, locked = lock_registration(registration)
    is_offered = locked.place == Place.OFFERED
    if locked.place not in LIVE or locked.is_verified and not is_offered:
        raise RefusedError(NOTHING)
    if is_offered:
        locked.place = Place.CONFIRMED
        locked.offered_until = None
        locked.save(update_fields=["place", "offered_until"])
        follow_place(locked, Place.OFFERED, now=now)
    step = "Bevestigd door wie organiseert"
    note_step(locked, step, now=now, user=user, reason=reason)
    if not locked.is_verified and locked.address:
        addressee = locked
        if not locked.email:
            addressee = locked.booking
        verify(addressee=addressee, now=now, is_other=True)
    else:
        mail_about_place(locked)
    return locked


@transaction.atomic
def bring_back(
    *,
    registration: Registration,
    reason: str,
    now: datetime,
    user: User,
    may_wait: bool = False,
) -> Registration:
    """Undo a cancellation where a place is free; with ``may_wait`` somebody goes to the end of the waiting list else.

    Sessions come back as far as they are free. Raises ``RefusedError``, about the field ``may_wait`` where only that
    helps.
    """
    event, locked = lock_registration(registration)
    check_not_over(event, now)
    if locked.place in LIVE:
        raise RefusedError(NOT_GONE)
    locked.same_as = None
    others = event.registrations.live().verified().filter(email=locked.email)
    if locked.email and others.exists():
        raise RefusedError(ALREADY)
    given_up = list(locked.session_choices.given_up())
    locked = put_back(event, locked, now, may_wait=may_wait)
    bring_back_sessions(given_up, locked, now=now)
    registration.session_choices.update(place_before="")
    note_step(locked, "Afmelding ongedaan gemaakt", now=now, user=user, reason=reason)
    mail_about_place(locked)
    return locked


def put_back(
    event: Event,
    registration: Registration,
    now: datetime,
    *,
    may_wait: bool,
) -> Registration:
    """A place where one is free; else the end of the waiting list, where there is one and that is meant."""
    if not is_full_for(event, is_online=registration.takes_part_online):
        registration.place = Place.CONFIRMED
        registration.save(update_fields=["place", "same_as"])
        return registration
    if not event.has_waiting_list:
        raise RefusedError(FULL)
    if not may_wait:
        raise RefusedError(TO_THE_LIST, "may_wait")
    return back_in_queue(registration, now)


def back_in_queue(registration: Registration, now: datetime) -> Registration:
    """Behind everybody who waits already: a number of its own gives the place in the queue."""
    return successor(
        registration,
        now=now,
        place=Place.WAITING,
        verified_at=registration.verified_at,
        same_as=None,
    )


@transaction.atomic
def change_price(
    *,
    registration: Registration,
    amount: Decimal | None,
    note: str,
    reason: str,
    now: datetime,
    user: User,
) -> Registration:
    """Ask another amount (euro) of one person, and keep a note that only who organises reads."""
    _, locked = lock_registration(registration)
    text = "Notitie veranderd"
    if locked.amount != amount:
        text = "Prijs veranderd"
        locked.tier = None  # which says what others pay
    locked.amount = amount
    locked.note = note
    locked.save(update_fields=["amount", "tier", "note"])
    note_step(
        locked,
        text,
        now=now,
        user=user,
        reason=reason,
    )
    return locked
