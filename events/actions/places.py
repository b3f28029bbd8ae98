"""What somebody does with a place: change it, give it up; and what passes on by itself.

Every function locks the event first, and reads the registration after that: what a page showed may be old.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from events.choices import HOLDING
from events.free_places import is_taken, share_of
from events.mails import mail_about_place, mail_sessions_changed
from events.models import (
    Event,
    PersonalNeeds,
    Place,
    Registration,
    Session,
    SessionChoice,
)
from events.registering import begins_at

from .doubles import doubles_of, pass_to_double
from .locking import lock_event
from .offers import offer_places
from .refused import RefusedError
from .sessions import choose_sessions, offer_session_places, release_sessions
from .steps import note_step

BEGUN = "De bijeenkomst is al begonnen. Neem contact op met de organisator."
NO_PLACE = "Je hebt geen plek bij deze bijeenkomst."
ONLINE_FULL = "Online is geen plek meer vrij. Je plek op locatie blijft van jou."
ON_SITE_FULL = "Op locatie is geen plek meer vrij. Je plek online blijft van jou."
NEEDS = ("diet", "access")
CHANGEABLE = ("name", "job_title", "is_on_list", "takes_part_online")


def lock_registration(registration: Registration) -> tuple[Event, Registration]:
    """The locked event, and the registration as it is now."""
    event = lock_event(registration.event_id)
    registrations = Registration.objects.select_related("booking", "event")
    return event, registrations.get(pk=registration.pk)


def check_not_begun(event: Event, now: datetime, user: User | None) -> None:
    """Who comes arranges it before it begins; who organises may later too."""
    if user is None and now >= begins_at(event):
        raise RefusedError(BEGUN)


@transaction.atomic
def cancel(
    *,
    registration: Registration,
    now: datetime,
    user: User | None = None,
) -> Registration:
    """Give up a place or a wait; the place is offered to the next. A second time changes nothing."""
    event, locked = lock_registration(registration)
    if locked.place in (Place.CANCELLED, Place.LAPSED):
        return locked
    check_not_begun(event, now, user)
    end_place(locked, Place.CANCELLED, now=now, user=user)
    mail_about_place(locked)
    pass_on(event, now)
    return locked


def end_place(
    registration: Registration,
    place: Place,
    *,
    now: datetime,
    user: User | None = None,
) -> None:
    """The place and those in sessions are free.

    Who shares it keeps it where the address is not verified, and may be anybody's; else one person stands there twice.
    """
    held = registration.place
    until = registration.offered_until
    registration.place = place
    registration.offered_until = None
    registration.save(update_fields=["place", "offered_until"])
    note_step(
        registration,
        registration.get_place_display(),
        now=now,
        user=user,
    )
    release_sessions(registration, now=now)
    if not registration.is_verified:
        pass_to_double(registration, held, until, now=now)
        return
    for double in doubles_of(registration).select_related("booking", "event"):
        end_place(double, place, now=now, user=user)
        mail_about_place(double)


def pass_on(event: Event, now: datetime) -> None:
    """Offer what is free, counted anew."""
    offer_places(lock_event(event.pk), now=now)


@transaction.atomic
def change_sessions(
    *,
    registration: Registration,
    sessions: Iterable[Session],
    waits_for: Iterable[Session],
    now: datetime,
    user: User | None = None,
) -> Registration:
    """Choose other sessions, all or none; raises ``RefusedError`` when one is full."""
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    if locked.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE)
    choose_sessions(locked, sessions, waits_for, now=now)
    note_step(locked, "Deelsessies veranderd", now=now, user=user)
    mail_sessions_changed(locked)
    return locked


def end_choice(choice: SessionChoice, place: Place, now: datetime) -> None:
    """The place in a session is free for the next."""
    choice.place = place
    choice.offered_until = None
    choice.save(update_fields=["place", "offered_until"])
    offer_session_places([choice.session_id], now=now)


@transaction.atomic
def change_details(
    *,
    registration: Registration,
    values: Mapping[str, str | bool],
    now: datetime,
    user: User | None = None,
) -> Registration:
    """Change what somebody told about themselves; ``values`` by field name, ``diet`` and ``access`` too."""
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    was_online = locked.takes_part_online
    for name in CHANGEABLE:
        if name in values:
            setattr(locked, name, values[name])
    switches = locked.takes_part_online != was_online
    if switches and locked.place in HOLDING:
        check_other_way(event, locked)
    locked.save(update_fields=CHANGEABLE)
    if switches and locked.place == Place.CONFIRMED:
        mail_about_place(locked)
    if switches:
        pass_on(event, now)
    needs = {name: values[name] for name in NEEDS if name in values}
    if any(needs.values()):
        PersonalNeeds.objects.update_or_create(registration=locked, defaults=needs)
    elif needs:
        PersonalNeeds.objects.filter(registration=locked).delete()
    note_step(locked, "Gegevens veranderd", now=now, user=user)
    return locked


def check_other_way(event: Event, registration: Registration) -> None:
    """Refuse to go online, or to come after all, where those places are full or others wait for them."""
    if event.has_own_limits and is_taken(
        share_of(event, is_online=registration.takes_part_online)
    ):
        words = ON_SITE_FULL
        if registration.takes_part_online:
            words = ONLINE_FULL
        raise RefusedError(words, "attendance")


def lapse_offers(*, now: datetime) -> None:
    """Take back offers that nobody answered in time and pass them on; offer what became free otherwise, too."""
    late = Q(registrations__place=Place.OFFERED, registrations__offered_until__lte=now)
    late |= Q(
        sessions__choices__place=Place.OFFERED,
        sessions__choices__offered_until__lte=now,
    )
    waiting = Q(registrations__place=Place.WAITING) | Q(
        sessions__choices__place=Place.WAITING
    )
    due = Event.objects.filter(late | waiting, forgotten_on=None)
    # nobody is late for what was called off
    due = due.exclude(state=Event.State.CANCELLED).distinct().order_by("pk")
    for number in due.values_list("pk", flat=True):
        lapse_offers_of(number, now)


@transaction.atomic
def lapse_offers_of(number: int, now: datetime) -> None:
    """The same for one event."""
    event = lock_event(number)
    registrations = event.registrations.with_lapsed_offer(now)
    for registration in registrations.select_related("booking", "event"):
        end_place(registration, Place.LAPSED, now=now)
        mail_about_place(registration)
    choices = SessionChoice.objects.with_lapsed_offer(now)
    for choice in choices.filter(session__event=number):
        end_choice(choice, Place.LAPSED, now)
    pass_on(event, now)
    sessions = event.sessions.parallel()
    offer_session_places(sessions.values_list("pk", flat=True), now=now)
