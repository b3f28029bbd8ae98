"""Places in sessions; whoever calls these holds the lock of the event."""

from django.utils import timezone

from events.choices import LIVE
from events.mails import mail_session_offer
from events.models import Place, Session, SessionChoice

from .offers import offer_deadline
from .refused import RefusedError
from .steps import note_step

OTHER_EVENT = "Deze deelsessie hoort niet bij deze bijeenkomst."
ONE_EACH_ROUND = "Je kunt per ronde naar één deelsessie."


def choose_sessions(registration, sessions, waits_for, *, now):
    """Make these the sessions of somebody with a place; what they had and do not want any more is passed on.

    Raises ``RefusedError`` when a session that they had not yet is full.
    """
    wanted, waited = _checked(registration, sessions), _checked(registration, waits_for, may_share_round=True)
    waited = {key: session for key, session in waited.items() if key not in wanted}
    there = {each.session_id: each for each in registration.session_choices.all() if each.place in LIVE}
    freed = [_release(each) for key, each in there.items() if key not in wanted and key not in waited]
    for session in wanted.values():
        _take(registration, session, there.get(session.pk))
    for session in waited.values():
        _wait(registration, session, there.get(session.pk))
    offer_session_places({*freed, *waited}, now=now)


def _checked(registration, sessions, *, may_share_round=False):
    """{number: session} of sessions that one chooses between, of this event; with places taken."""
    numbers = {each.pk for each in sessions}
    if not numbers:
        return {}
    found = {
        each.pk: each
        for each in Session.objects.parallel().filter(event=registration.event_id, pk__in=numbers).with_places_taken()
    }
    if len(found) != len(numbers):
        raise RefusedError(OTHER_EVENT)
    rounds = [each.round for each in found.values()]
    if not may_share_round and len(set(rounds)) != len(rounds):
        raise RefusedError(ONE_EACH_ROUND)
    return found


def _release(choice):
    """Give up a place or a wait; the number of the session that may have a place now."""
    choice.place, choice.offered_until = Place.CANCELLED, None
    choice.save(update_fields=["place", "offered_until"])
    return choice.session_id


def _take(registration, session, choice):
    """A place in a session: kept, accepted, or new as long as there is one and nobody waits for it."""
    if choice and choice.place == Place.CONFIRMED:
        return
    is_held = choice is not None and choice.place == Place.OFFERED
    if not is_held and session.capacity is not None and (session.taken >= session.capacity or session.waiting):
        raise RefusedError(f"‘{session}’ is net vol geraakt. Kies een andere, of ga op de wachtlijst.", "sessions")
    _store(registration, session, choice, Place.CONFIRMED)


def _wait(registration, session, choice):
    """A place in the queue; one that is there already keeps its number."""
    if choice is None:
        _store(registration, session, None, Place.WAITING)


def _store(registration, session, choice, place):
    choice = choice or SessionChoice(registration=registration, session=session, round=session.round)
    choice.place, choice.offered_until = place, None
    choice.save()


def release_sessions(registration, *, now):
    """Give up everything of somebody who does not come."""
    live = [each for each in registration.session_choices.all() if each.place in LIVE]
    offer_session_places({_release(each) for each in live}, now=now)


def offer_session_places(numbers, *, now):
    """Offer what is free in these sessions to who waits longest and has a place at the event."""
    if not numbers:
        return
    limited = Session.objects.filter(pk__in=numbers, capacity__isnull=False).select_related("event")
    for session in limited.with_places_taken():
        deadline = offer_deadline(session.event, now)
        free = session.capacity - session.taken
        if deadline and free > 0:
            waiting = session.choices.waiting().filter(registration__place=Place.CONFIRMED)
            for choice in waiting.select_related("registration__booking", "session__event")[:free]:
                _offer(choice, deadline, now)


def _offer(choice, deadline, now):
    choice.place, choice.offered_until = Place.OFFERED, deadline
    choice.save(update_fields=["place", "offered_until"])
    until = timezone.localtime(deadline)
    note_step(choice.registration, f"Plek in deelsessie aangeboden tot {until:%d-%m %H.%M} uur", now=now)
    mail_session_offer(choice)
