"""What somebody answers to a place that is offered, at the event or in a session."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from events.mails import mail_about_place, mail_sessions_changed
from events.models import Place, Registration, SessionChoice

from .places import check_not_begun, end_choice, end_place, lock_registration, pass_on
from .refused import RefusedError
from .sessions import choose_sessions, follow_place
from .steps import note_step

TOO_LATE = "Dit aanbod geldt niet meer: de plek gaat naar de volgende op de wachtlijst."
NOT_OFFERED = "Er is nu geen plek die je kunt aannemen."


@transaction.atomic
def accept_offer(*, registration: Registration, now: datetime) -> Registration:
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
        follow_place(member, Place.OFFERED, now=now)
        note_step(member, "Aangeboden plek aangenomen", now=now)
        mail_about_place(member)
    return locked


def party_of(registration: Registration) -> list[Registration]:
    """Everybody whose answer this is: one person, or all who are offered a place and only come together."""
    if not registration.booking.comes_together:
        return [registration]
    offered = registration.booking.registrations.filter(place=Place.OFFERED)
    return list(offered.select_related("booking", "event").order_by("pk"))


def check_offer(seat: Registration | SessionChoice, now: datetime) -> None:
    """Refuse what is not offered now; ``seat`` is a registration, or a choice of a session."""
    if seat.place == Place.LAPSED:
        raise RefusedError(TOO_LATE)
    if seat.place != Place.OFFERED:
        raise RefusedError(NOT_OFFERED)
    if now >= seat.offered_until:
        raise RefusedError(TOO_LATE)


@transaction.atomic
def decline_offer(*, registration: Registration, now: datetime) -> Registration:
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
def accept_session_offer(*, choice: SessionChoice, now: datetime) -> SessionChoice:
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
def decline_session_offer(*, choice: SessionChoice, now: datetime) -> SessionChoice:
    """Say no to the offered place in a session: it goes to the next."""
    lock_registration(choice.registration)
    choice = SessionChoice.objects.get(pk=choice.pk)
    if choice.place != Place.CANCELLED:
        check_offer(choice, now)
        end_choice(choice, Place.CANCELLED, now)
    return choice
