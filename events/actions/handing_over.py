"""A place goes to a colleague, who has a mail, link, calendar and code of their own; who had it gives it up."""

from django.db import transaction

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
def hand_over(*, registration, name, email, now, user=None, reason=""):
    """Give the place, with its price and sessions, to a colleague; no place is free in between.

    The new registration; raises ``RefusedError``.
    """
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    if locked.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE)
    if locked.same_as_id:
        raise RefusedError(SHARED)
    if locked.checked_in_at:
        raise RefusedError(IS_IN)
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


def successor(registration, *, now, **changes):
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


def pass_sessions(old, new):
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


def tell_new(registration):
    """Where the address is known to be right, all at once; else first the question whether it is."""
    if registration.is_verified:
        mail_about_place(registration)
    elif registration.email:
        mail_to_verify(registration)
