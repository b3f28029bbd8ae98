"""The page of a booking: everybody in it, what it costs, and what is promised to whom."""

import pytest

from events.links import booking_token
from events.models import Place
from tests.event_factories import (
    BookingFactory,
    EventFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.forms import led_to
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def shown(client, booking):
    return client.get(f"/agenda/boeking/{booking_token(booking)}/").content.decode()


def test_a_booking_lists_everybody_with_place_price_and_page(client):
    event = EventFactory()
    tier = PriceTierFactory(event=event, name="Iedereen", amount=85)
    RegistrationFactory.create_batch(2, booking__event=event, place=Place.WAITING)
    booking = BookingFactory(event=event)
    confirmed = RegistrationFactory(booking=booking, name="Anna", tier=tier, amount=85)
    waits = RegistrationFactory(booking=booking, name="Bea", place=Place.WAITING, tier=tier, amount=85)

    page = shown(client, booking)

    for text in (
        "Heeft een plek",
        "Plaats 3 in de rij.",
        "€\u00a085: Iedereen",
        "Samen: <b>€\u00a085</b>. Wie wacht, betaalt pas met een plek",
    ):
        assert text in page
    assert led_to(page) == [(confirmed.pk, ""), (waits.pk, "")]


def test_a_booking_costs_the_same_for_one_person_and_three(client):
    bookings = []
    for count in (1, 3):
        bookings.append(BookingFactory())
        for registration in RegistrationFactory.create_batch(count, booking=bookings[-1], place=Place.WAITING):
            SessionChoiceFactory(registration=registration, place=Place.WAITING)

    counts = [number_of_queries(lambda each=each: shown(client, each)) for each in bookings]

    assert counts[0] == counts[1]


def test_a_booking_promises_the_code_only_to_who_comes_to_the_door(client):
    booking = BookingFactory(verified_at=None)
    RegistrationFactory(booking=booking, place=Place.WAITING)

    words = " ".join(shown(client, booking).split())

    assert "Heb je een plek, dan zit de afspraak voor je agenda erbij." in words
    assert "Kom je naar de locatie, dan krijg je ook de code voor de deur." in words
