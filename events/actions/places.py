"""What somebody does with a place: take it, change it, give it up; and what passes on by itself.

Every function locks the event first, and reads the registration after that: what a page showed may be old.
"""

from django.db import transaction
from django.db.models import Q

from events.choices import HOLDING
from events.free_places import is_taken, share_of
from events.mails import mail_about_place, mail_sessions_changed
from events.models import Event, PersonalNeeds, Place, Registration, SessionChoice
from events.registering import begins_at

from .doubles import pass_to_double
from .locking import lock_event
from .offers import offer_places
from .refused import RefusedError
from .sessions import choose_sessions, offer_session_places, release_sessions
from .steps import note_step

BEGUN = "De bijeenkomst is al begonnen. Neem contact op met de organisator."
NO_PLACE = "Je hebt geen plek bij deze bijeenkomst."
TOO_LATE = "Dit aanbod geldt niet meer: de plek gaat naar de volgende op de wachtlijst."
NOT_OFFERED = "Er is nu geen plek die je kunt aannemen."
ONLINE_FULL = "Online is geen plek meer vrij. Je plek op locatie blijft van jou."
ON_SITE_FULL = "Op locatie is geen plek meer vrij. Je plek online blijft van jou."
NEEDS = ("diet", "access")
CHANGEABLE = ("name", "job_title", "is_on_list", "takes_part_online")


def lock_registration(registration):
    """The locked event, and the registration as it is now."""
    event = lock_event(registration.event_id)
    registrations = Registration.objects.select_related("booking", "event")
    return event, registrations.get(pk=registration.pk)


def check_not_begun(event, now, user):
    """Who comes arranges it before it begins; who organises may later too."""
    if user is None and now >= begins_at(event):
        raise RefusedError(BEGUN)


@transaction.atomic
def cancel(*, registration, now, user=None):
    """Give up a place or a wait; the place is offered to the next. A second time changes nothing."""
    event, locked = lock_registration(registration)
    if locked.place in (Place.CANCELLED, Place.LAPSED):
        return locked
    check_not_begun(event, now, user)
    end_place(locked, Place.CANCELLED, now=now, user=user)
    mail_about_place(locked)
    pass_on(event, now)
    return locked


def end_place(registration, place, *, now, user=None):
    """The place and those in sessions are free; who shares it keeps it."""
    pass_to_double(registration, registration.place, registration.offered_until)
    registration.place = place
    registration.offered_until = None
    registration.save(update_fields=["place", "offered_until"])
    note_step(registration, registration.get_place_display(), now=now, user=user)
    release_sessions(registration, now=now)


def pass_on(event, now):
    """Offer what is free, counted anew."""
    offer_places(lock_event(event.pk), now=now)


@transaction.atomic
def accept_offer(*, registration, now):
    """Take the offered place; a second time changes nothing. Raises ``RefusedError`` when the offer is over.

    Who only comes together takes the places of all.
    """
    _, locked = lock_registration(registration)
    if locked.place == Place.CONFIRMED:
        return locked
    check_offer(locked, now)
    for member in party_of(locked):
        member.place = Place.CONFIRMED
        member.offered_until = None
        member.save(update_fields=["place", "offered_until"])
        note_step(member, "Aangeboden plek aangenomen", now=now)
        mail_about_place(member)
    return locked


def party_of(registration):
    """Everybody whose answer this is: one person, or all who are offered a place and only come together."""
    if not registration.booking.comes_together:
        return [registration]
    offered = registration.booking.registrations.filter(place=Place.OFFERED)
    return list(offered.select_related("booking", "event").order_by("pk"))


def check_offer(seat, now):
    """Refuse what is not offered now; ``seat`` is a registration, or a choice of a session."""
    if seat.place == Place.LAPSED:
        raise RefusedError(TOO_LATE)
    if seat.place != Place.OFFERED:
        raise RefusedError(NOT_OFFERED)
    if now >= seat.offered_until:
        raise RefusedError(TOO_LATE)


@transaction.atomic
def decline_offer(*, registration, now):
    """Say no to the offered place: it goes to the next; so do those of who only comes together."""
    event, locked = lock_registration(registration)
    if locked.place == Place.CANCELLED:
        return locked
    check_offer(locked, now)
    for member in party_of(locked):
        end_place(member, Place.CANCELLED, now=now)
        mail_about_place(member)
    pass_on(event, now)
    return locked


@transaction.atomic
def change_sessions(*, registration, sessions, waits_for, now, user=None):
    """Choose other sessions, all or none; raises ``RefusedError`` when one is full."""
    event, locked = lock_registration(registration)
    check_not_begun(event, now, user)
    if locked.place != Place.CONFIRMED:
        raise RefusedError(NO_PLACE)
    choose_sessions(locked, sessions, waits_for, now=now)
    note_step(locked, "Deelsessies veranderd", now=now, user=user)
    mail_sessions_changed(locked)
    return locked


@transaction.atomic
def accept_session_offer(*, choice, now):
    """Take the offered place in a session, in the place of another one in the same round."""
    event, locked = lock_registration(choice.registration)
    check_not_begun(event, now, None)
    choice = SessionChoice.objects.select_related("session").get(pk=choice.pk)
    if choice.place == Place.CONFIRMED:
        return choice
    check_offer(choice, now)
    live = locked.session_choices.live()
    confirmed = Q(place=Place.CONFIRMED)
    kept = live.filter(confirmed).exclude(round=choice.round)
    others = live.exclude(confirmed).exclude(pk=choice.pk)
    sessions = [kept_choice.session for kept_choice in kept]
    waits_for = [other.session for other in others]
    choose_sessions(locked, [*sessions, choice.session], waits_for, now=now)
    note_step(locked, "Aangeboden plek in deelsessie aangenomen", now=now)
    mail_sessions_changed(locked)
    return choice


@transaction.atomic
def decline_session_offer(*, choice, now):
    """Say no to the offered place in a session: it goes to the next."""
    lock_registration(choice.registration)
    choice = SessionChoice.objects.get(pk=choice.pk)
    if choice.place != Place.CANCELLED:
        check_offer(choice, now)
        end_choice(choice, Place.CANCELLED, now)
    return choice


def end_choice(choice, place, now):
    """The place in a session is free for the next."""
    choice.place = place
    choice.offered_until = None
    choice.save(update_fields=["place", "offered_until"])
    offer_session_places([choice.session_id], now=now)


@transaction.atomic
def change_details(*, registration, values, now, user=None):
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


def check_other_way(event, registration):
    """Refuse to go online, or to come after all, where those places are full or others wait for them."""
    if event.has_own_limits and is_taken(
        share_of(event, is_online=registration.takes_part_online)
    ):
        words = ON_SITE_FULL
        if registration.takes_part_online:
            words = ONLINE_FULL
        raise RefusedError(words, "attendance")


def lapse_offers(*, now):
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
def lapse_offers_of(number, now):
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
