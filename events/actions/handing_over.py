"""A place goes to a colleague, who has a mail, link, calendar and code of their own; who had it gives it up."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from events.change_mails import mail_handed_over
from events.mails import mail_about_place, mail_to_verify
from events.models import Place, Registration, SessionChoice
from events.models.booking import new_code

from .people import own_email
from .places import NO_PLACE, check_not_begun, lock_registration
from .refused import RefusedError
from .sessions import live_choices, release
from .steps import note_step

IS_IN = "Deze persoon is al binnen. De plek kan niet meer naar iemand anders."
SHARED = "Bevestig eerst het e-mailadres, met de link in de mail. Daarna kan de plek naar een collega."
GIVEN = "Plek overgedragen"
TAKEN = "Plek overgenomen"
OF_THE_PERSON = {
    "job_title": "",
    "is_on_list": False,
    "has_evaluated": False,
    "note": "",
    "link_version": 0,
}


@transaction.atomic
def hand_over(
    *,
    registration: Registration,
    name: str,
    email: str,
    now: datetime,
    user: User | None = None,
    reason: str = "",
) -> Registration:
    """Give the place, with its price and sessions, to a colleague; no place is free in between.

    The new registration; raises ``RefusedError``.
    """
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    check_can_go(locked)
    person = OF_THE_PERSON | {
        "name": " ".join(name.split()),
        "email": own_email(locked.booking, email),
    }
    new = successor(locked, now=now, **person)
    pass_sessions(locked, new)
    locked.place = Place.CANCELLED
    locked.save(update_fields=["place"])
    Registration.objects.filter(host=locked).update(host=new)
    note_step(locked, GIVEN, now=now, user=user, reason=reason)
    note_step(new, TAKEN, now=now, user=user, reason=reason)
    mail_handed_over(locked)
    tell_new(new)
    return new


def check_can_go(registration: Registration) -> None:
    """Refuse to pass on what is no place, a place that is shared, or one that is in use."""
    if registration.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE)
    if registration.same_as_id:
        raise RefusedError(SHARED)
    if registration.checked_in_at:
        raise RefusedError(IS_IN)


def successor(
    registration: Registration,
    *,
    now: datetime,
    **changes: object,
) -> Registration:
    """A new row with a number, code and links of its own, otherwise like this one; its address is to be verified."""
    new = Registration.objects.select_related("booking", "event").get(
        pk=registration.pk
    )
    new.pk = None
    new._state.adding = True
    new.code = new_code()
    new.verified_at = None
    new.registered_at = now
    for name, value in changes.items():
        setattr(new, name, value)
    new.save()
    return new


def pass_sessions(old: Registration, new: Registration) -> None:
    """Places in sessions are the new one's, and so is who waits; in the calendar of the old one they end."""
    for choice in live_choices(old).values():
        if choice.place == Place.CONFIRMED:
            release(choice)
            SessionChoice.objects.create(
                registration=new,
                session_id=choice.session_id,
                round=choice.round,
                place=Place.CONFIRMED,
            )
        else:
            choice.registration = new  # keeps its number in the queue
            choice.save(update_fields=["registration"])


def tell_new(registration: Registration) -> None:
    """Where the address is known to be right, all at once; else first the question whether it is."""
    if registration.is_verified:
        mail_about_place(registration)
    elif registration.email:
        mail_to_verify(registration.event, [registration])
