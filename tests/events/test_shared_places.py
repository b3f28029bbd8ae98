"""Who sends the form in twice shares one place, until they say at the link in a mail who is who."""

import pytest
from django.utils import timezone

from events.actions.by_hand import bring_back
from events.actions.handing_over import hand_over
from events.actions.places import cancel, lapse_offers
from events.actions.refused import RefusedError
from events.actions.verifying import verify
from events.models import Event, Place
from events.queues import numbers_in_queue
from tests.event_factories import EventFactory, ParallelSessionFactory
from tests.events.booking import book_one, book_people, mail_subjects, person, places, verified

pytestmark = pytest.mark.django_db
NOOR, AGAIN = "Noor de Vries", "noor  de vries"


def now():
    return timezone.now()


def counted(event):
    loaded = Event.objects.with_places_taken().get(pk=event.pk)
    return loaded.taken, loaded.waiting


def twice(capacity=2):
    """An event with one person who sent the form in twice; both as the form shows them."""
    event = EventFactory(capacity=capacity)
    return event, book_one(event, NOOR), book_one(event, AGAIN)


def test_the_second_form_seems_to_have_a_place_and_takes_none():
    event, first, second = twice()
    book_one(event, "Ans")
    book_one(event, "Bo")

    assert [place for _, place in places(event)] == [Place.CONFIRMED] * 3 + [Place.WAITING]
    assert (counted(event), second.same_as) == ((2, 1), first)


def test_another_name_or_address_has_a_place_of_its_own():
    event = EventFactory()
    book_one(event, NOOR)
    book_one(event, "Noor Jansen")
    book_people(event, person(NOOR), email="ander@voorbeeld.nl")
    book_people(event, person(NOOR, email="Boeker@voorbeeld.nl"), email="derde@voorbeeld.nl")

    assert counted(event) == (3, 0)


def test_the_one_of_which_the_address_is_verified_has_the_place():
    event, first, second = twice(capacity=1)
    session = ParallelSessionFactory(event=event)
    first.session_choices.create(session=session, round=1, place=Place.CONFIRMED)

    verified(second.booking)
    first.refresh_from_db()
    second.refresh_from_db()
    with pytest.raises(RefusedError) as asked:
        verify(addressee=first.booking, now=now())

    assert (second.same_as, second.place, first.same_as) == (None, Place.CONFIRMED, second)
    assert (first.session_choices.get().place, asked.value.field) == (Place.CANCELLED, "name")
    assert counted(event) == (1, 0)


def test_somebody_else_after_all_gets_a_place_or_waits():
    expected = {1: (1, 1), 2: (2, 0)}
    for capacity, counts in expected.items():
        event, first, second = twice(capacity)
        verified(first.booking)

        verify(addressee=second.booking, now=now(), is_other=True)

        assert counted(event) == counts


def test_who_gives_the_place_up_leaves_it_to_the_other_and_nobody_is_offered_it():
    event, first, second = twice(capacity=1)
    book_one(event, "Wil Wacht")

    cancel(registration=first, now=now())
    lapse_offers(now=now())

    assert [place for _, place in places(event)] == [Place.CANCELLED, Place.CONFIRMED, Place.WAITING]
    assert counted(event) == (1, 1)


def test_who_said_that_the_address_is_right_cancels_once_for_both():
    event, first, second = twice(capacity=1)
    verified(first.booking)
    book_one(event, "Wil Wacht")

    cancel(registration=first, now=now())

    assert [place for _, place in places(event)] == [Place.CANCELLED, Place.CANCELLED, Place.OFFERED]
    assert mail_subjects()[-3:] == ["Je bent afgemeld", "Je bent afgemeld", "Er is een plek voor je vrij"]


def test_who_shares_a_place_gives_none_away_and_comes_back_with_one_of_their_own():
    event, first, second = twice(capacity=2)
    with pytest.raises(RefusedError):
        hand_over(registration=second, name="Ans", email="ans@voorbeeld.nl", now=now())
    cancel(registration=second, now=now())
    freed = counted(event)

    bring_back(registration=second, reason="Belde", now=now(), user=None)

    assert (freed, counted(event)) == ((1, 0), (2, 0))


def test_who_waits_twice_is_offered_one_place():
    event = EventFactory(capacity=1)
    other = book_one(event, "Ans")
    book_one(event, NOOR)
    book_one(event, AGAIN)

    last = book_one(event, "Bo")
    numbers = numbers_in_queue(event.registrations.all(), "event")

    cancel(registration=other, now=now())

    assert [place for _, place in places(event)][1:] == [Place.OFFERED, Place.WAITING, Place.WAITING]
    assert (counted(event), numbers[last.pk]) == ((1, 1), 2)
