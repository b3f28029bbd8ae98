"""A wrong e-mail address is mended: what was mailed to the old one opens nothing any more, and both are told."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from events.change_mails import mail_address_changed
from events.choices import LIVE
from events.mails import mail_about_place, mail_to_verify
from events.models import Booking, Registration
from events.models.booking import new_code

from .locking import lock_event
from .people import own_email
from .places import check_not_begun, lock_registration
from .refused import RefusedError
from .steps import note_step
from .verifying import Addressee

NOT_LIVE = "Deze persoon heeft geen plek en staat niet op de wachtlijst."
CHANGED = "E-mailadres veranderd"
SAME = "Dit is het adres dat er al staat."


@transaction.atomic
def change_address(
    *,
    registration: Registration,
    email: str,
    now: datetime,
    user: User | None = None,
    reason: str = "",
) -> Registration:
    """Give somebody an address of their own, or another one; the place stays. Raises ``RefusedError``.

    The address of the booking is no own address: with that one, mail about them goes to who booked again.
    """
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    if locked.place not in LIVE:
        raise RefusedError(NOT_LIVE)
    email = email.lower()
    old = locked.address
    whose = ""
    if locked.is_verified:
        whose = locked.name
    if email == old:
        raise RefusedError(SAME, "email")
    locked.email = own_email(locked.booking, email)
    locked.verified_at = None
    renew_links(locked)
    locked.save(update_fields=["email", "verified_at", "code", "link_version"])
    note_step(locked, CHANGED, now=now, user=user, reason=reason)
    tell_both(locked, old, [locked], whose=whose)
    return locked


@transaction.atomic
def change_booking_address(
    *,
    booking: Booking,
    email: str,
    now: datetime,
    user: User | None = None,
    reason: str = "",
) -> Booking:
    """The same for who sent the form in, and for everybody on it without an address of their own."""
    event = lock_event(booking.event_id)
    locked = Booking.objects.select_related("event").get(pk=booking.pk)
    check_not_begun(event, now, user)
    email = email.lower()
    old = locked.email
    if email == old:
        raise RefusedError(SAME, "email")
    locked.email = email
    locked.verified_at = None
    locked.link_version += 1
    locked.save(update_fields=["email", "verified_at", "link_version"])
    people = list(
        locked.registrations.filter(email="").select_related("event", "booking")
    )
    for registration in people:
        registration.booking = locked
        renew_links(registration)
        registration.save(update_fields=["code", "link_version"])
        note_step(registration, CHANGED, now=now, user=user, reason=reason)
    tell_both(locked, old, people)
    return locked


def renew_links(registration: Registration) -> None:
    """Other links, and another code for the door: whoever reads mail at the old address has the ones of before."""
    registration.link_version += 1
    registration.code = new_code()


def tell_both(
    addressee: Addressee,
    old: str,
    people: Iterable[Registration],
    *,
    whose: str = "",
) -> None:
    """The new address is asked whether it is right, or gets all at once where that is known; the old one is told."""
    if old:
        mail_address_changed(addressee.event, old, whose=whose)
    if isinstance(addressee, Booking) or addressee.email:
        mail_to_verify(addressee.event, [addressee])
        return
    for registration in people:
        if registration.is_verified:
            mail_about_place(registration)
