"""On the day: who comes in, and who comes in without having registered."""

import uuid

from django.db import transaction
from django.utils import timezone

from events.models import Booking, Place, Registration

from .booking import store_person
from .locking import lock_event
from .people import Quoted, quote
from .refused import RefusedError
from .sessions import choose_sessions
from .steps import note_step
from .verifying import check_not_known

NO_PLACE = "Deze persoon heeft geen plek: {}."


@transaction.atomic
def check_in(*, registration, now, user):
    """Note that somebody is in; ``False`` when they were already, so that sending it again does no harm."""
    locked = Registration.objects.select_for_update(
        of=["self"],
        no_key=True,
    ).get(pk=registration.pk)
    if locked.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE.format(locked.get_place_display().lower()))
    if locked.checked_in_at:
        return False
    locked.checked_in_at = now
    locked.save(update_fields=["checked_in_at"])
    note_step(locked, "Binnen", now=now, user=user)
    return True


@transaction.atomic
def undo_check_in(*, registration, now, user):
    """It was somebody else."""
    is_in = Registration.objects.filter(
        pk=registration.pk,
        checked_in_at__isnull=False,
    )
    if is_in.update(checked_in_at=None):
        note_step(
            registration,
            "Toch niet binnen",
            now=now,
            user=user,
        )


@transaction.atomic
def walk_in(*, event, person, now, user, key=None, amount=None, is_other=False):
    """Let a ``Person`` in who did not register; whether there is room is decided at the door, so no place is counted.

    ``key`` is that of the form: sent again, the person who is in comes back. ``amount`` (euro) is what the organiser
    asks; without it, it is the price that fits. Raises ``RefusedError``, also for who seems to be on the list already,
    unless ``is_other``.
    """
    event = lock_event(event.pk)
    key = key or uuid.uuid4()
    known = Registration.objects.filter(booking__key=key).first()
    if known:
        return known
    if not is_other:
        check_not_known(event, person)
    quoted = Quoted(person, None, amount)
    if amount is None:
        [quoted] = quote(event, [person], today=timezone.localdate(now))
    booking = Booking.objects.create(
        event=event, key=key, email=person.email.lower(), made_at=now
    )
    standing = {"place": Place.CONFIRMED, "is_walk_in": True, "checked_in_at": now}
    registration = store_person(event, booking, quoted, now, **standing)
    choose_sessions(registration, person.sessions, (), now=now)
    note_step(registration, "Kwam zonder aanmelding", now=now, user=user)
    return registration
