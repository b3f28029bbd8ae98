"""On the day: who comes in, and who comes in without having registered."""

import uuid
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from events.models import Event, Place, Registration

from .booking import book_one, store_person
from .locking import lock_event
from .people import Person, quote_one
from .refused import RefusedError
from .sessions import choose_sessions
from .steps import note_step
from .verifying import check_not_known

NO_PLACE = "Deze persoon heeft geen plek: {}."


@transaction.atomic
def check_in(
    *,
    registration: Registration,
    now: datetime,
    user: User | None,
) -> bool:
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
def undo_check_in(
    *,
    registration: Registration,
    now: datetime,
    user: User,
) -> None:
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
def walk_in(
    *,
    event: Event,
    person: Person,
    now: datetime,
    user: User,
    key: uuid.UUID | None = None,
    amount: Decimal | None = None,
    is_other: bool = False,
) -> Registration:
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
    quoted = quote_one(event, person, amount, today=timezone.localdate(now))
    booking = book_one(event, key, person, now)
    standing = {"place": Place.CONFIRMED, "is_walk_in": True, "checked_in_at": now}
    registration = store_person(event, booking, quoted, now, **standing)
    choose_sessions(registration, person.sessions, (), now=now)
    note_step(registration, "Kwam zonder aanmelding", now=now, user=user)
    return registration
