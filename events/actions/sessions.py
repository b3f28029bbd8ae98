"""Places in sessions; whoever calls these holds the lock of the event."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from events.choices import HOLDING, LIVE
from events.free_places import is_full
from events.mails import mail_session_offer
from events.models import Place, Registration, Session, SessionChoice

from .offers import offer_deadline
from .refused import RefusedError
from .steps import note_step

OTHER_EVENT = "Deze deelsessie hoort niet bij deze bijeenkomst."
FULL = "‘{}’ is net vol geraakt. Kies een andere, of ga op de wachtlijst."
ONE_EACH_ROUND = "Je kunt per ronde naar één deelsessie."


def choose_sessions(
    registration: Registration,
    sessions: Iterable[Session],
    waits_for: Iterable[Session],
    *,
    now: datetime,
) -> None:
    """Make these the sessions of somebody with a place; what they had and do not want any more is passed on.

    Raises ``RefusedError`` when a session that they had not yet is full.
    """
    wanted = sessions_by_number(registration, sessions)
    waited = sessions_by_number(registration, waits_for)
    check_one_each_round(wanted.values())
    choices = live_choices(registration)
    given_up = choices.keys() - wanted.keys() - waited.keys()
    for number in given_up:
        release(choices[number])
    for number, session in wanted.items():
        take(registration, session, choices.get(number))
    waiting_only = waited.keys() - wanted.keys()
    for number in sorted(waiting_only - choices.keys()):
        # who waits already keeps their number
        store(registration, waited[number], None, Place.WAITING)
    offer_session_places(given_up | waiting_only, now=now)


def keep_wishes(
    registration: Registration,
    sessions: Iterable[Session],
    waits_for: Iterable[Session],
) -> None:
    """What somebody chose who waits for the meeting is kept and holds no place; what they ticked comes first."""
    wanted = sessions_by_number(registration, sessions)
    waited = sessions_by_number(registration, waits_for)
    check_one_each_round(wanted.values())
    for session in (wanted | waited).values():
        store(registration, session, None, Place.WAITING)


def follow_place(registration: Registration, before: str, *, now: datetime) -> None:
    """Sessions go with the place at the meeting; ``before`` is how somebody stood until now."""
    has_place = registration.place == Place.CONFIRMED
    had_place = before == Place.CONFIRMED
    if has_place and not had_place:
        take_wishes(registration, now=now)
    if had_place and not has_place:
        become_wishes(registration, now=now)


def take_wishes(registration: Registration, *, now: datetime) -> None:
    """Go to what somebody chose while they waited, as far as it is free; for the rest they wait from now on."""
    wishes = registration.session_choices.waiting().select_related("session")
    wished = [wish.session for wish in wishes]
    # who waits for a session and had a place at the meeting is before them
    wishes.delete()
    counted = sessions_by_number(registration, wished)
    free: dict[int, Session] = {}
    for session in wished:
        if not is_full(counted[session.pk]):
            free.setdefault(session.round, session)
    full = [session for session in wished if session not in free.values()]
    choose_sessions(registration, free.values(), full, now=now)


def become_wishes(registration: Registration, *, now: datetime) -> None:
    """Who waits for the meeting after all holds no place in a session, and keeps what they chose."""
    held = registration.session_choices.holding()
    numbers = set(held.values_list("session", flat=True))
    held.update(place=Place.WAITING, offered_until=None)
    offer_session_places(numbers, now=now)


def sessions_by_number(
    registration: Registration,
    sessions: Iterable[Session],
) -> dict[int, Session]:
    """{number: session} of sessions that one chooses between, of this event; with places taken."""
    numbers = {session.pk for session in sessions}
    if not numbers:
        return {}
    parallel = Session.objects.parallel().filter(event=registration.event_id)
    by_number = parallel.with_places_taken().in_bulk(numbers)
    if len(by_number) != len(numbers):
        raise RefusedError(OTHER_EVENT)
    return by_number


def check_one_each_round(sessions: Iterable[Session]) -> None:
    """Refuse two sessions at the same time."""
    rounds = [session.round for session in sessions]
    if len(set(rounds)) != len(rounds):
        raise RefusedError(ONE_EACH_ROUND)


def live_choices(registration: Registration) -> dict[int, SessionChoice]:
    """{number of the session: choice} of what somebody has, may take or waits for."""
    choices = registration.session_choices.all()
    return {choice.session_id: choice for choice in choices if choice.place in LIVE}


def release(choice: SessionChoice) -> None:
    """Give up a place or a wait."""
    choice.place = Place.CANCELLED
    choice.offered_until = None
    choice.save(update_fields=["place", "offered_until", "place_before"])


def take(
    registration: Registration,
    session: Session,
    choice: SessionChoice | None,
) -> None:
    """A place in a session: kept, accepted, or new as long as there is one and nobody waits for it."""
    if choice and choice.place == Place.CONFIRMED:
        return
    is_held = choice is not None and choice.place == Place.OFFERED
    if not is_held and is_full(session):
        raise RefusedError(FULL.format(session.label), "sessions")
    store(registration, session, choice, Place.CONFIRMED)


def store(
    registration: Registration,
    session: Session,
    choice: SessionChoice | None,
    place: Place,
) -> None:
    """Write down how somebody stands in a session; ``choice`` is the row that is there, if there is one."""
    if choice is None:
        choice = SessionChoice(
            registration=registration,
            session=session,
            round=session.round,
        )
    choice.place = place
    choice.offered_until = None
    choice.save()


def release_sessions(registration: Registration, *, now: datetime) -> None:
    """Give up everything of somebody who does not come; what it was is kept, in case they come after all."""
    choices = live_choices(registration)
    for choice in choices.values():
        choice.place_before = choice.place
        release(choice)
    offer_session_places(choices.keys(), now=now)


def bring_back_sessions(
    given_up: Iterable[SessionChoice],
    registration: Registration,
    *,
    now: datetime,
) -> None:
    """What somebody gave up with their place is theirs again as far as it is free; for the rest they wait.

    ``given_up`` are choices that are still one of several, and ``registration`` is who has or waits for a place now.
    """
    had: dict[int, Session] = {}
    for choice in given_up:
        if choice.place_before in HOLDING:
            had.setdefault(choice.session.round, choice.session)
    keep_wishes(registration, had.values(), [choice.session for choice in given_up])
    follow_place(registration, Place.WAITING, now=now)


def offer_session_places(numbers: Iterable[int], *, now: datetime) -> None:
    """Offer what is free in these sessions to who waits longest and has a place at the event."""
    if not numbers:
        return
    limited = Session.objects.filter(
        pk__in=numbers,
        capacity__isnull=False,
    ).select_related("event")
    for session in limited.with_places_taken():
        deadline = offer_deadline(session.event, now)
        free = session.capacity - session.taken
        if deadline and free > 0:
            waiting = session.choices.waiting().select_related(
                "registration__booking", "session__event"
            )
            for choice in waiting[:free]:
                offer(choice, deadline, now)


def offer(choice: SessionChoice, deadline: datetime, now: datetime) -> None:
    """Offer a place in a session to who waits for it, until the deadline."""
    choice.place = Place.OFFERED
    choice.offered_until = deadline
    choice.save(update_fields=["place", "offered_until"])
    until = timezone.localtime(deadline)
    note_step(
        choice.registration,
        f"Plek in deelsessie aangeboden tot {until:%d-%m %H.%M} uur",
        now=now,
    )
    mail_session_offer(choice)
