"""The form with which people register: for one or more, with guests, sessions and an invoice."""

import pytest
from django.test import Client

from events.links import booking_of
from events.models import Booking, Place, Registration
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
)
from tests.events.forms import address, check, confirm, form, person, rows, value_of
from tests.factories import ProvinceFactory
from tests.queries import number_of_queries
from visitors.models import RateLimit

pytestmark = pytest.mark.django_db


def page_of(response):
    return response.content.decode()


def test_the_form_is_there_for_everybody_without_a_cookie(client):
    event = EventFactory()

    response = client.get(address(event))

    assert response.status_code == 200
    assert dict(response.cookies) == {}
    assert value_of(page_of(response), "p-TOTAL_FORMS") == "1"
    assert "Nog iemand inschrijven" in page_of(response)
    assert "Gast toevoegen" not in page_of(response)


def test_a_booking_needs_no_cookie_of_ours():
    client = Client(enforce_csrf_checks=True)

    assert confirm(client, EventFactory(), form()).status_code == 302
    assert dict(client.cookies) == {}


def test_a_booking_stores_everybody_and_leads_to_their_page(client):
    event = EventFactory(attendance="hybride")
    people = (
        person(0, email="Een@voorbeeld.nl", diet="vegan", is_on_list="on", attendance="op-locatie"),
        person(1, attendance="online"),
    )

    response = confirm(client, event, form(*people))

    assert response.status_code == 302
    assert response.url.startswith("/agenda/boeking/")
    stored = list(
        Registration.objects.order_by("pk").values_list(
            "name", "email", "organisation_name", "is_on_list", "takes_part_online", "place"
        )
    )
    assert stored == [
        ("Persoon 0", "een@voorbeeld.nl", "Stichting Zonnebloem", True, False, Place.CONFIRMED),
        ("Persoon 1", "", "Stichting Zonnebloem", False, True, Place.CONFIRMED),
    ]
    assert Registration.objects.get(name="Persoon 0").needs.diet == "vegan"
    assert Booking.objects.get().email == "boeker@voorbeeld.nl"


def test_pressing_twice_books_once_also_when_that_filled_the_event(client):
    event = EventFactory(capacity=1, has_waiting_list=False)
    data = form()

    answers = [confirm(client, event, data).url for _ in range(2)]

    assert [booking_of(url.split("/")[3]) for url in answers] == [Booking.objects.get()] * 2
    assert rows() == (1, 1, 0)


def test_a_full_event_asks_for_the_waiting_list_and_keeps_what_is_chosen(client):
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event, title="Te kiezen")
    RegistrationFactory(booking__event=event)

    page = page_of(client.get(address(event)))
    response = client.get(confirm(client, event, form(person(round_1=session.pk))).url)

    assert "De bijeenkomst is vol" in page
    assert "Kies je een deelsessie, dan ga je daarheen als er dan nog plek is." in page
    assert "Plaats 1 in de rij." in page_of(response)
    assert rows() == (2, 2, 1)


CLOSED = [
    ({"state": "gesloten"}, "De inschrijving is gesloten."),
    ({"state": "afgelast"}, "Deze bijeenkomst is afgelast."),
    ({"state": "aangekondigd"}, "Je kunt je nog niet inschrijven."),
    ({"starts_on": "2020-06-18", "ends_on": "2020-06-18"}, "Deze bijeenkomst is geweest."),
    ({"opens_at": "2099-01-01T10:00+01:00"}, "Je kunt je nog niet inschrijven."),
    ({"closes_at": "2020-01-01T10:00+01:00"}, "De inschrijving is gesloten."),
    ({"registration_url": "https://elders.example/"}, "Inschrijven doe je op de site van de organisator."),
]


def test_where_one_cannot_register_every_way_says_why(client):
    wrong = []

    for values, sentence in CLOSED:
        event = EventFactory(**values)
        answers = client.get(address(event)), check(client, event, form()), confirm(client, event, form())
        statuses = [each.status_code for each in answers]
        told = [sentence in page_of(each) for each in answers]
        if (statuses, told) != ([200, 409, 409], [True] * 3):
            wrong.append((values, statuses, told))

    assert wrong == []
    assert rows() == (0, 0, 0)


def test_a_full_event_without_waiting_list_is_closed(client):
    event = EventFactory(capacity=1, has_waiting_list=False)
    RegistrationFactory(booking__event=event)

    response = confirm(client, event, form())

    assert (response.status_code, rows()) == (409, (1, 1, 0))
    assert "De bijeenkomst is vol." in page_of(response)


def test_what_is_not_published_is_not_there(client):
    for event in (EventFactory(state="concept"), EventFactory(archived_on="2026-01-01")):
        assert [client.get(address(event)).status_code, confirm(client, event, form()).status_code] == [404, 404]
    assert client.get("/agenda/bestaat-niet/inschrijven/").status_code == 404


def test_a_robot_and_a_crowd_are_kept_out(client, settings):
    settings.BOOKINGS_PER_HOUR = 1  # address that may be mailed
    event = EventFactory()

    robot = confirm(client, event, form(website="http://spam.example"))
    statuses = [confirm(client, event, form()).status_code for _ in range(2)]

    assert (robot.url, statuses) == (event.get_absolute_url(), [302, 429])
    assert rows() == (1, 1, 0)
    assert RateLimit.objects.count() == 2  # of the visitor, and of the address that is mailed


def test_the_form_costs_the_same_for_one_session_and_three(client):
    few, many = EventFactory(), EventFactory()
    for event, count in ((few, 1), (many, 3)):
        for number in range(1, count + 1):
            ParallelSessionFactory(event=event, round=number)
            PriceTierFactory(event=event).provinces.add(ProvinceFactory())

    counts = [number_of_queries(lambda event=event: client.get(address(event))) for event in (few, many)]

    assert counts[0] == counts[1]
