"""Places in sessions: offered, taken in the place of another, and passed on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.answering import accept_session_offer, decline_session_offer
from events.actions.places import (
    cancel,
    change_sessions,
    lapse_offers,
)
from events.actions.refused import RefusedError
from tests.event_factories import EventFactory, ParallelSessionFactory, RegistrationFactory

from .booking import book_one, mail_subjects

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def session(event):
    return ParallelSessionFactory(event=event, capacity=1, title="Vol")


def choices(registration):
    return [(str(each.session), each.place) for each in registration.session_choices.order_by("pk")]


def test_a_freed_place_in_a_session_is_offered(event, session):
    ans, bert = book_one(event, "Ans", sessions=(session,)), book_one(event, "Bert", waits_for=(session,))

    cancel(registration=ans, now=now())

    assert choices(ans) == [("Vol", "geannuleerd")]
    assert choices(bert) == [("Vol", "aangeboden")]
    assert mail_subjects()[-2:] == ["Er is een plek vrij in een deelsessie", "Je bent afgemeld"]


def test_taking_a_place_in_a_session_frees_that_in_another_of_the_round(event, session):
    other = ParallelSessionFactory(event=event, capacity=1, title="Andere")
    ans, bert = book_one(event, "Ans", sessions=(session,)), book_one(event, "Bert", sessions=(other,))
    change_sessions(registration=bert, sessions=[other], waits_for=[session], now=now())
    cor = book_one(event, "Cor", waits_for=(other,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    accept_session_offer(choice=bert.session_choices.get(place="aangeboden"), now=now())

    assert choices(bert) == [("Andere", "geannuleerd"), ("Vol", "bevestigd")]
    assert choices(cor) == [("Andere", "aangeboden")]


def test_who_says_no_to_a_session_passes_it_on(event, session):
    ans = book_one(event, "Ans", sessions=(session,))
    bert, cor = book_one(event, "Bert", waits_for=(session,)), book_one(event, "Cor", waits_for=(session,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    decline_session_offer(choice=bert.session_choices.get(), now=now())

    assert choices(bert) == [("Vol", "geannuleerd")]
    assert choices(cor) == [("Vol", "aangeboden")]


def test_an_offer_of_a_session_that_nobody_takes_passes_on(event, session):
    ans = book_one(event, "Ans", sessions=(session,))
    bert, cor = book_one(event, "Bert", waits_for=(session,)), book_one(event, "Cor", waits_for=(session,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    lapse_offers(now=now() + timedelta(hours=49))

    assert (choices(bert), choices(cor)) == ([("Vol", "vervallen")], [("Vol", "aangeboden")])


def test_changing_to_a_full_session_changes_nothing(event, session):
    other = ParallelSessionFactory(event=event, title="Andere")
    book_one(event, "Ans", sessions=(session,))
    bert = book_one(event, "Bert", sessions=(other,))

    with pytest.raises(RefusedError, match="net vol"):
        change_sessions(registration=bert, sessions=[session], waits_for=[], now=now())

    assert choices(bert) == [("Andere", "bevestigd")]


def test_who_waits_for_the_event_chooses_no_session(event, session):
    bert = RegistrationFactory(booking__event=event, place="wachtlijst")

    with pytest.raises(RefusedError, match="geen plek"):
        change_sessions(registration=bert, sessions=[session], waits_for=[], now=now())
