"""Sessions are chosen with the place, and a full one refuses the form."""

import pytest

from events.models import SessionChoice
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    SessionFactory,
)

from .booking import book_one, person, refusal

pytestmark = pytest.mark.django_db


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


def test_who_waits_for_the_event_takes_no_place_in_a_session():
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event, capacity=1)
    book_one(event, "Ans")

    book_one(event, "Bert", sessions=(session,))

    assert SessionChoice.objects.count() == 0
