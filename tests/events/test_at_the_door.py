"""Who comes in, once, and who comes in unannounced."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.at_the_door import check_in, undo_check_in, walk_in
from events.actions.people import Person
from events.actions.refused import RefusedError
from events.models import Registration
from tests.event_factories import EventFactory, ParallelSessionFactory, PriceTierFactory, RegistrationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_checking_in_twice_keeps_the_first_moment():
    registration, moment = RegistrationFactory(), timezone.now()

    first = check_in(registration=registration, now=moment, user=None)
    again = check_in(registration=registration, now=moment + timedelta(minutes=5), user=None)

    registration.refresh_from_db()
    assert (first, again, registration.checked_in_at) == (True, False, moment)


def test_who_has_no_place_does_not_come_in():
    for place in ("wachtlijst", "geannuleerd", "vervallen"):
        registration = RegistrationFactory(place=place)

        with pytest.raises(RefusedError, match="geen plek"):
            check_in(registration=registration, now=timezone.now(), user=None)


def test_a_mistake_is_undone():
    registration = RegistrationFactory(checked_in_at=timezone.now())

    undo_check_in(registration=registration, now=timezone.now(), user=None)

    registration.refresh_from_db()
    assert registration.checked_in_at is None


def come_in(event, **more):
    name = more.pop("name", "Onverwacht")
    person = Person(name=name, sector="anders", sessions=more.pop("sessions", ()))
    return walk_in(event=event, person=person, now=timezone.now(), user=None, **more)


def test_who_walks_in_is_in_and_takes_nobody_s_place():
    event = EventFactory(capacity=1)
    RegistrationFactory(booking__event=event)
    PriceTierFactory(event=event, amount=145)

    found = come_in(event)

    assert (found.place, found.is_walk_in, found.amount) == ("bevestigd", True, 145)
    assert found.checked_in_at is not None
    assert Registration.objects.holding().count() == 1


def test_the_same_form_lets_one_person_in():
    event, key = EventFactory(), uuid.uuid4()

    assert come_in(event, key=key) == come_in(event, key=key)


def test_who_walks_in_gets_no_place_in_a_full_session():
    event = EventFactory()
    session = ParallelSessionFactory(event=event, capacity=1)
    come_in(event, sessions=(session,))

    with pytest.raises(RefusedError, match="net vol"):
        come_in(event, name="Ook onverwacht", sessions=(session,))
    assert Registration.objects.count() == 1


def test_who_is_on_the_list_already_is_asked_about_at_the_door():
    event = EventFactory()
    RegistrationFactory(booking__event=event, name="Zoë Smit", place="wachtlijst")

    with pytest.raises(RefusedError, match="Zoë Smit van deze organisatie staat al op de lijst"):
        come_in(event, name="zoe smit")

    assert come_in(event, name="zoe smit", is_other=True).is_walk_in
