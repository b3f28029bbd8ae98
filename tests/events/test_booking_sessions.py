"""Sessions are chosen with the place, and a full one refuses the form."""

import pytest
from django.utils import timezone

from events.actions.answering import accept_offer
from events.actions.places import cancel, change_sessions
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    SessionFactory,
)

from .booking import book_one, person, refusal

pytestmark = pytest.mark.django_db


def standing(registration):
    """{session: how somebody stands in it} of what still counts."""
    return {choice.session: choice.place for choice in registration.session_choices.live()}


def test_a_session_is_chosen_with_the_place():
    event = EventFactory()
    session = ParallelSessionFactory(event=event, capacity=1)

    found = book_one(event, sessions=(session,))

    assert [(each.session, each.place) for each in found.session_choices.all()] == [(session, "bevestigd")]


def test_a_full_session_refuses_the_form():
    event = EventFactory()
    session = ParallelSessionFactory(event=event, capacity=1, title="Eenzaamheid")
    book_one(event, sessions=(session,))

    sentence = refusal(event, person("Bert", sessions=(session,)))

    assert sentence == "‘Eenzaamheid’ is net vol geraakt. Kies een andere, of ga op de wachtlijst."


def test_one_can_wait_for_a_full_session_and_go_to_another():
    event = EventFactory()
    full, other = ParallelSessionFactory(event=event, capacity=1), ParallelSessionFactory(event=event)
    book_one(event, sessions=(full,))

    found = book_one(event, "Bert", sessions=(other,), waits_for=(full,))

    assert {each.session: each.place for each in found.session_choices.all()} == {
        full: "wachtlijst",
        other: "bevestigd",
    }


def test_two_sessions_of_one_round_are_refused():
    event = EventFactory()
    one, other = ParallelSessionFactory.create_batch(2, event=event)

    assert refusal(event, person(sessions=(one, other))) == "Je kunt per ronde naar één deelsessie."


@pytest.mark.parametrize("of_this_event", [True, False])
def test_only_parallel_sessions_of_this_event_can_be_chosen(of_this_event):
    event = EventFactory()
    session = SessionFactory(event=event) if of_this_event else ParallelSessionFactory()

    assert refusal(event, person(sessions=(session,))) == "Deze deelsessie hoort niet bij deze bijeenkomst."


def test_who_waits_for_the_event_keeps_their_choice_and_takes_no_place_in_a_session():
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event, capacity=1)
    ans = book_one(event, "Ans")

    bert = book_one(event, "Bert", sessions=(session,))

    assert [(each.session, each.place) for each in bert.session_choices.all()] == [(session, "wachtlijst")]
    change_sessions(registration=ans, sessions=[session], waits_for=[], now=timezone.now())  # nobody is before her


def test_with_the_place_come_the_sessions_that_are_free_by_then():
    """Of what is full by then somebody is on the waiting list, behind who had a place already."""
    event = EventFactory(capacity=2)
    free = ParallelSessionFactory(event=event, capacity=1)
    full = ParallelSessionFactory(event=event, capacity=1, round=2)
    ans, cor = book_one(event, "Ans", sessions=(full,)), book_one(event, "Cor")
    bert = book_one(event, "Bert", sessions=(free, full))
    change_sessions(registration=cor, sessions=[], waits_for=[full], now=timezone.now())
    cancel(registration=cor, now=timezone.now())
    dirk = book_one(event, "Dirk", sessions=(free,))

    accept_offer(registration=bert, now=timezone.now())

    assert standing(bert) == {free: "bevestigd", full: "wachtlijst"}
    cancel(registration=ans, now=timezone.now())
    assert standing(bert) == {free: "bevestigd", full: "aangeboden"}
    accept_offer(registration=dirk, now=timezone.now())
    assert standing(dirk) == {free: "wachtlijst"}
