"""On the day: who comes in, and who comes in without having registered."""

import uuid

from django.db import transaction
from django.utils import timezone

from events.models import Booking, Place, Registration
from events.prices import tier_for

from .locking import lock_event
from .refused import RefusedError
from .sessions import choose_sessions
from .steps import note_step

NO_PLACE = "Deze persoon heeft geen plek: {}."


@transaction.atomic
def check_in(*, registration, now, user):
    """Note that somebody is in; ``False`` when they were already, so that sending it again does no harm."""
    found = Registration.objects.select_for_update(of=["self"], no_key=True).get(pk=registration.pk)
    if found.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE.format(found.get_place_display().lower()))
    if found.checked_in_at:
        return False
    found.checked_in_at = now
    found.save(update_fields=["checked_in_at"])
    note_step(found, "Binnen", now=now, user=user)
    return True


@transaction.atomic
def undo_check_in(*, registration, now, user):
    """It was somebody else."""
    is_in = Registration.objects.filter(pk=registration.pk, checked_in_at__isnull=False)
    if is_in.update(checked_in_at=None):
        note_step(registration, "Toch niet binnen", now=now, user=user)


@transaction.atomic
def walk_in(*, event, name, organisation_name, sector, sessions, now, user, key=None):
    """Let somebody in who did not register; whether there is room is decided at the door, so no place is counted.

    ``key`` is that of the form: sent again, the person who is in comes back.
    """
    event = lock_event(event.pk)
    key = key or uuid.uuid4()
    known = Registration.objects.filter(booking__key=key).first()
    if known:
        return known
    tiers = event.price_tiers.prefetch_related("provinces")
    today = timezone.localdate(now)
    tier = tier_for(tiers, province_id=None, sector=sector, is_guest=False, today=today)
    amount = tier.amount if tier else None
    registration = Registration.objects.create(
        event=event,
        booking=Booking.objects.create(event=event, key=key, made_at=now),
        name=" ".join(name.split()),
        organisation_name=organisation_name,
        sector=sector,
        place=Place.CONFIRMED,
        tier=tier,
        amount=amount,
        is_walk_in=True,
        checked_in_at=now,
        registered_at=now,
    )
    choose_sessions(registration, sessions, (), now=now)
    note_step(registration, "Kwam zonder aanmelding", now=now, user=user)
    return registration
