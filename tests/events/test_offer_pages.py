"""A place that became free: yes or no, in time, once; at an event and in a session."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.links import place_token
from events.models import Place, Registration, SessionChoice
from tests.event_factories import EventFactory, ParallelSessionFactory, RegistrationFactory, SessionChoiceFactory
from tests.events.forms import led_to

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


def page_of(response):
    return response.content.decode()


def offered(hours=1, **values):
    return {"place": Place.OFFERED, "offered_until": timezone.now() + timedelta(hours=hours)} | values


def address(registration, choice=None):
    return f"/agenda/plek/{place_token(registration)}/aanbod/{f'{choice.pk}/' if choice else ''}"


@pytest.fixture(params=["event", "session"])
def offer(request):
    """An offer of each kind: the thing with the place, and the address of its page."""
    if request.param == "event":
        registration = RegistrationFactory(**offered())
        return registration, address(registration)
    choice = SessionChoiceFactory(**offered())
    return choice, address(choice.registration, choice)


def place_of(thing):
    return type(thing).objects.get(pk=thing.pk).place


def lapse(thing):
    type(thing).objects.filter(pk=thing.pk).update(offered_until=timezone.now() - timedelta(minutes=1))


def test_the_page_says_until_when_and_opening_it_decides_nothing(client, offer):
    thing, page = offer

    response = client.get(page)

    until = timezone.localtime(thing.offered_until)
    assert response.status_code == 200
    assert f"{until:%H.%M} uur" in page_of(response)
    assert place_of(thing) == Place.OFFERED


@pytest.mark.parametrize(("answer", "place"), [("ja", Place.CONFIRMED), ("nee", Place.CANCELLED)])
def test_an_answer_counts_once(client, offer, answer, place):
    thing, page = offer

    first = client.post(page, {"antwoord": answer})
    second = client.post(page, {"antwoord": "nee" if answer == "ja" else "ja"})

    assert first.status_code == 302
    assert "Je hebt al geantwoord." in page_of(second)
    assert place_of(thing) == place


def test_another_answer_decides_nothing(client, offer):
    thing, page = offer

    answers = [client.post(page, answer) for answer in ({}, {"antwoord": "misschien"}, {"antwoord": "\x00"})]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert place_of(thing) == Place.OFFERED


def test_an_offer_that_lapsed_is_gone(client, offer):
    thing, page = offer
    lapse(thing)

    responses = [client.get(page), *(client.post(page, {"antwoord": answer}) for answer in ("ja", "nee"))]

    assert [response.status_code for response in responses] == [410] * 3
    assert ["Dit aanbod geldt niet meer" in page_of(response) for response in responses] == [True] * 3
    assert place_of(thing) == Place.OFFERED  # the worker passes it on


def test_who_was_passed_over_reads_so(client, offer):
    thing, page = offer
    type(thing).objects.filter(pk=thing.pk).update(place=Place.LAPSED, offered_until=None)

    assert client.post(page, {"antwoord": "ja"}).status_code == 410
    assert place_of(thing) == Place.LAPSED


def test_who_still_waits_has_nothing_to_take(client, offer):
    thing, page = offer
    type(thing).objects.filter(pk=thing.pk).update(place=Place.WAITING, offered_until=None)

    response = client.post(page, {"antwoord": "ja"})

    assert response.status_code == 410
    assert "Er is nu geen plek die je kunt aannemen." in page_of(response)


def test_the_own_page_leads_to_the_offer(client):
    registration = RegistrationFactory(**offered())
    choice = SessionChoiceFactory(**offered())

    pages = [page_of(client.get(f"/agenda/plek/{place_token(each)}/")) for each in (registration, choice.registration)]

    assert (registration.pk, "aanbod/") in led_to(pages[0])
    assert (choice.registration.pk, f"aanbod/{choice.pk}/") in led_to(pages[1])


def test_a_place_in_a_session_comes_instead_of_the_other_one(client):
    event = EventFactory()
    registration = RegistrationFactory(booking__event=event)
    other = SessionChoiceFactory(registration=registration)
    choice = SessionChoiceFactory(registration=registration, **offered())

    client.post(address(registration, choice), {"antwoord": "ja"})

    assert (place_of(choice), place_of(other)) == (Place.CONFIRMED, Place.CANCELLED)


def test_an_offer_of_somebody_else_is_not_there(client):
    choice = SessionChoiceFactory(**offered())
    stranger = RegistrationFactory(booking__event=choice.registration.event)

    for number in (choice.pk, 0, 10**18, 10**30):
        for send in (client.get, client.post):
            assert send(f"/agenda/plek/{place_token(stranger)}/aanbod/{number}/", {"antwoord": "ja"}).status_code == 404
    assert place_of(choice) == Place.OFFERED


def test_declining_passes_the_place_on(client):
    event = EventFactory(capacity=1)
    registration = RegistrationFactory(booking__event=event, **offered())
    following = RegistrationFactory(booking__event=event, place=Place.WAITING)

    client.post(address(registration), {"antwoord": "nee"})

    assert list(Registration.objects.order_by("pk").values_list("place", flat=True)) == [Place.CANCELLED, Place.OFFERED]
    assert client.get(address(following)).status_code == 200


def test_an_offered_session_is_kept_when_other_sessions_are_chosen(client):
    event = EventFactory()
    registration = RegistrationFactory(booking__event=event)
    session = ParallelSessionFactory(event=event, capacity=1)
    choice = SessionChoiceFactory(registration=registration, session=session, **offered())

    client.post(f"/agenda/plek/{place_token(registration)}/deelsessies/", {"wait_1": [session.pk]})

    assert SessionChoice.objects.get() == choice
    assert place_of(choice) == Place.OFFERED
