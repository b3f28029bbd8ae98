"""Places that are given up, offered, taken, refused and passed on, in order."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from events.actions.answering import accept_offer, decline_offer
from events.actions.cancelling import cancel_event, revive_event
from events.actions.places import (
    cancel,
    lapse_offers,
)
from events.actions.refused import RefusedError
from events.models import Event, Place
from mail.models import OutgoingMail
from tests.event_factories import EventDayFactory, EventFactory

from .booking import book_one, mail_subjects, places

pytestmark = pytest.mark.django_db


def full_event(*names, capacity=1, **fields):
    """An event with so many places, and these people in order."""
    event = EventFactory(capacity=capacity, **fields)
    return event, [book_one(event, name) for name in names]


def now():
    return timezone.now()


def states(event):
    return [place for _, place in places(event)]


def test_a_freed_place_is_offered_to_who_waits_longest():
    event, [ans, *_] = full_event("Ans", "Bert", "Cor")

    cancel(registration=ans, now=now())

    assert places(event) == [("Ans", "geannuleerd"), ("Bert", "aangeboden"), ("Cor", "wachtlijst")]
    assert mail_subjects()[3:] == ["Je bent afgemeld", "Er is een plek voor je vrij"]


def test_an_offer_stands_for_the_hours_of_the_event():
    event, [ans, bert] = full_event("Ans", "Bert", offer_hours=24)
    moment = now()

    cancel(registration=ans, now=moment)

    bert.refresh_from_db()
    assert bert.offered_until == moment + timedelta(hours=24)


def test_an_offer_never_stands_longer_than_until_the_begin():
    tomorrow = timezone.localdate() + timedelta(days=1)
    event, [ans, bert] = full_event("Ans", "Bert", starts_on=tomorrow)
    day = EventDayFactory(event=event, date=tomorrow, begins=time(9))

    cancel(registration=ans, now=now())

    bert.refresh_from_db()
    assert bert.offered_until <= day.begins_at


def test_an_offer_is_taken_once_and_twice():
    event, [ans, bert] = full_event("Ans", "Bert")
    cancel(registration=ans, now=now())

    for _ in range(2):
        accept_offer(registration=bert, now=now())

    assert states(event) == ["geannuleerd", "bevestigd"]
    assert mail_subjects().count("Je hebt een plek") == 1  # of Bert


def test_who_says_no_passes_the_place_on():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    decline_offer(registration=bert, now=now())

    assert states(event) == ["geannuleerd", "geannuleerd", "aangeboden"]


def test_an_offer_that_nobody_takes_passes_on():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    lapse_offers(now=now() + timedelta(hours=49))

    assert states(event) == ["geannuleerd", "vervallen", "aangeboden"]
    assert mail_subjects()[-2:] == ["Je aanbod is verlopen", "Er is een plek voor je vrij"]


def test_an_offer_is_left_alone_until_its_end():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    lapse_offers(now=now() + timedelta(hours=47))

    assert states(event) == ["geannuleerd", "aangeboden", "wachtlijst"]


def test_a_late_yes_is_refused():
    event, [ans, bert] = full_event("Ans", "Bert")
    cancel(registration=ans, now=now())

    with pytest.raises(RefusedError, match="geldt niet meer"):
        accept_offer(registration=bert, now=now() + timedelta(hours=49))

    assert states(event) == ["geannuleerd", "aangeboden"]


def test_who_was_offered_nothing_can_take_nothing():
    event, [_, bert] = full_event("Ans", "Bert")

    with pytest.raises(RefusedError, match="geen plek die je kunt aannemen"):
        accept_offer(registration=bert, now=now())


def test_the_order_survives_cancellations_while_places_are_offered():
    event, people = full_event("A", "B", "C", "D", "E", "F", capacity=2)
    a, b, c, d, *_ = people

    cancel(registration=a, now=now())  # C is offered a place
    cancel(registration=d, now=now())  # leaves the queue
    cancel(registration=b, now=now())  # E is offered one: D is gone
    decline_offer(registration=c, now=now())  # F is next

    assert places(event) == [
        ("A", "geannuleerd"), ("B", "geannuleerd"), ("C", "geannuleerd"), ("D", "geannuleerd"),
        ("E", "aangeboden"), ("F", "aangeboden"),
    ]  # fmt: skip


def test_cancelling_twice_frees_one_place():
    event, [ans, *_] = full_event("Ans", "Bert", "Cor")

    for _ in range(2):
        cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "aangeboden", "wachtlijst"]


def test_after_the_begin_only_the_organiser_cancels():
    event, [ans] = full_event("Ans")
    later = timezone.now() + timedelta(days=900)

    with pytest.raises(RefusedError, match="al begonnen"):
        cancel(registration=ans, now=later)
    assert states(event) == ["bevestigd"]


def test_more_places_are_offered_to_who_waits():
    event, _ = full_event("Ans", "Bert", "Cor")
    Event.objects.filter(pk=event.pk).update(capacity=2)

    lapse_offers(now=now())

    assert states(event) == ["bevestigd", "aangeboden", "wachtlijst"]


def test_fewer_places_take_nothing_from_anybody():
    event, _ = full_event("Ans", "Bert", capacity=2)
    Event.objects.filter(pk=event.pk).update(capacity=1)

    lapse_offers(now=now())

    assert states(event) == ["bevestigd", "bevestigd"]


def test_nothing_is_offered_for_what_does_not_go_on():
    event, [ans, bert] = full_event("Ans", "Bert")
    Event.objects.filter(pk=event.pk).update(state="afgelast")

    cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "wachtlijst"]


@pytest.fixture
def event():
    return EventFactory()


def test_the_clock_may_change_in_the_night_before():
    day = date(2090, 3, 26)
    event, [ans, bert] = full_event("Ans", "Bert", starts_on=day)
    EventDayFactory(event=event, date=day, begins=time(9), ends=time(17))

    cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "aangeboden"]
    assert OutgoingMail.objects.count() == 4


def test_no_offer_ends_while_a_meeting_is_called_off_and_it_stands_anew_when_it_goes_on():
    event, [ans, bert] = full_event("Ans", "Bert", starts_on=date(2090, 1, 1), ends_on=date(2090, 1, 1))
    cancel(registration=ans, now=now())
    cancel_event(event=event, reason="De zaal is dicht.")
    event.registrations.filter(pk=bert.pk).update(offered_until=now() - timedelta(hours=1))

    lapse_offers(now=now())
    while_called_off = states(event)
    revive_event(event=event, reason="Er is een andere zaal.")
    lapse_offers(now=now())

    assert while_called_off == states(event) == [Place.CANCELLED, Place.OFFERED]
    bert.refresh_from_db()
    assert bert.offered_until > now() + timedelta(hours=event.offer_hours - 1)
