"""Undoing a cancellation: the place where one is free, and the sessions that went with it."""

import pytest
from django.utils import timezone

from events.actions.by_hand import bring_back
from events.actions.places import cancel, change_sessions
from events.actions.refused import RefusedError
from events.models import Place
from mail.models import OutgoingMail
from tests.event_factories import EventFactory, ParallelSessionFactory, RegistrationFactory, SessionChoiceFactory
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


def by_hand(**more):
    return {"reason": "Belde op 3 juni", "now": now(), "user": UserFactory()} | more


def test_a_cancellation_is_undone_where_a_place_is_free_and_else_goes_behind_all_who_wait():
    event = EventFactory(capacity=2)
    ans = RegistrationFactory(booking__event=event, name="Ans")
    bo = RegistrationFactory(booking__event=event, name="Bo")
    cancel(registration=ans, now=now())
    assert bring_back(registration=ans, **by_hand()).place == Place.CONFIRMED

    cancel(registration=bo, now=now())
    RegistrationFactory(booking__event=event, name="Cas")
    RegistrationFactory(booking__event=event, name="Daan", place=Place.WAITING)
    with pytest.raises(RefusedError, match="achteraan op de wachtlijst"):
        bring_back(registration=bo, **by_hand())
    bring_back(registration=bo, may_wait=True, **by_hand())

    assert [each.name for each in event.registrations.waiting()] == ["Daan", "Bo"]
    assert event.registrations.holding().count() == 2


def test_who_is_brought_back_has_the_sessions_that_are_free_and_waits_for_the_full_ones():
    event = EventFactory()
    ans = RegistrationFactory(booking__event=event, name="Ans")
    free, full = (ParallelSessionFactory(event=event, round=number, capacity=1) for number in (1, 2))
    waited, dropped = (ParallelSessionFactory(event=event, round=number) for number in (2, 3))
    for session, place in ((free, "bevestigd"), (full, "bevestigd"), (waited, "wachtlijst"), (dropped, "geannuleerd")):
        SessionChoiceFactory(registration=ans, session=session, place=place)
    cancel(registration=ans, now=now())
    SessionChoiceFactory(registration__booking__event=event, session=full)

    bring_back(registration=ans, **by_hand())

    stands = dict(ans.session_choices.live().values_list("session", "place"))
    assert stands == {free.pk: "bevestigd", full.pk: "wachtlijst", waited.pk: "bevestigd"}
    mail = OutgoingMail.objects.latest("pk").body
    assert (f"{full.title} (wachtlijst)" in mail, f"{free.title} (wachtlijst)" in mail) == (True, False)
    cancel(registration=ans, now=now())
    bring_back(registration=ans, **by_hand())  # a second time the same, and each of them once
    assert dict(ans.session_choices.live().values_list("session", "place")) == stands
    assert ans.session_choices.live().count() == 3


def test_who_is_brought_back_twice_has_the_sessions_of_the_last_time():
    ans = RegistrationFactory()
    first, second = (ParallelSessionFactory(event=ans.event) for _ in range(2))
    SessionChoiceFactory(registration=ans, session=first)
    cancel(registration=ans, now=now())
    bring_back(registration=ans, **by_hand())
    change_sessions(registration=ans, sessions=[second], waits_for=[], now=now())

    cancel(registration=ans, now=now())
    bring_back(registration=ans, **by_hand())

    assert list(ans.session_choices.live().values_list("session", "place")) == [(second.pk, "bevestigd")]


def test_who_is_brought_back_to_the_waiting_list_keeps_the_sessions_as_a_wish():
    event = EventFactory(capacity=1)
    ans = RegistrationFactory(booking__event=event)
    chosen = SessionChoiceFactory(registration=ans)
    cancel(registration=ans, now=now())
    RegistrationFactory(booking__event=event)

    back = bring_back(registration=ans, may_wait=True, **by_hand())

    assert list(back.session_choices.values_list("session", "place")) == [(chosen.session_id, "wachtlijst")]


def test_who_is_on_the_list_again_is_not_brought_back_too():
    gone = RegistrationFactory(email="ans@voorbeeld.nl", place=Place.CANCELLED)
    RegistrationFactory(booking__event=gone.event, email="ans@voorbeeld.nl")

    with pytest.raises(RefusedError, match="iemand anders op de lijst"):
        bring_back(registration=gone, **by_hand())
