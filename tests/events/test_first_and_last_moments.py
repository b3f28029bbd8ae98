"""What changes at a moment: just before it, at it and just after it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from events.actions.evaluating import why_not
from events.actions.places import cancel, lapse_offers
from events.actions.refused import RefusedError
from events.models import Event, Place
from events.organiser.check_in import day_remark
from events.registering import state_at
from tests.event_factories import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 6, 18, 0, 0, tzinfo=timezone.get_default_timezone())
BEFORE, AFTER = MOMENT - timedelta(seconds=1), MOMENT + timedelta(seconds=1)
DAY = date(2026, 6, 18)


def states(event):
    """How an event of which the places are counted stands just before, at and just after the moment."""
    counted = Event.objects.with_places_taken().get(pk=event.pk)
    return [state_at(counted, moment) for moment in (BEFORE, MOMENT, AFTER)]


def test_registering_opens_at_its_moment():
    assert states(EventFactory(starts_on="2026-07-01", opens_at=MOMENT)) == ["aangekondigd", "open", "open"]


def test_registering_closes_at_its_moment():
    assert states(EventFactory(starts_on="2026-07-01", closes_at=MOMENT)) == ["open", "gesloten", "gesloten"]


def test_without_such_a_moment_registering_closes_when_it_begins():
    assert states(EventFactory(starts_on=DAY)) == ["open", "gesloten", "gesloten"]


def test_the_evaluation_opens_when_the_meeting_begins():
    registration = RegistrationFactory(booking__event__starts_on=DAY)

    assert [bool(why_not(registration, moment)) for moment in (BEFORE, MOMENT, AFTER)] == [True, False, False]


def test_a_place_can_be_given_up_until_it_begins():
    event, refused = EventFactory(starts_on=DAY), []

    for moment in (BEFORE, MOMENT, AFTER):
        try:
            cancel(registration=RegistrationFactory(booking__event=event), now=moment)
        except RefusedError:
            refused.append(moment)

    assert refused == [MOMENT, AFTER]


def test_an_offer_lapses_at_its_moment():
    registration = RegistrationFactory(
        booking__event__starts_on="2026-07-01", place=Place.OFFERED, offered_until=MOMENT
    )
    found = []

    for moment in (BEFORE, MOMENT):
        lapse_offers(now=moment)
        registration.refresh_from_db()
        found.append(registration.place)

    assert found == [Place.OFFERED, Place.LAPSED]


def test_checking_in_is_for_the_first_day_the_last_and_between():
    event = EventFactory(starts_on=DAY, ends_on=DAY + timedelta(days=2))

    days = [day for day in range(-1, 4) if day_remark(event, DAY + timedelta(days=day)) == ""]

    assert days == [0, 1, 2]
