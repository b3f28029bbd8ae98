"""One person has one place: whoever seems to be on the list twice is asked about, by who reads mail at the address."""

import pytest
from django.utils import timezone

from events.actions.refused import RefusedError
from events.actions.verifying import verify
from events.links import verification_token
from events.models import Booking, Place
from tests.event_factories import EventFactory
from tests.events.booking import book_one, book_people, verified
from tests.events.booking import person as somebody
from tests.events.forms import check, form, person
from tests.events.organisers import organised_event, organiser_of, page
from tests.factories import LibraryFactory, MunicipalityFactory
from tests.markup import squeezed

pytestmark = pytest.mark.django_db


def link(addressee):
    return f"/agenda/boeking/{verification_token(addressee)}/bevestigen/"


def is_asked(booking):
    """Whether verifying the address of a form asks who it is; nothing is stored then."""
    try:
        verify(addressee=booking, now=timezone.now())
    except RefusedError as error:
        return error.field == "name"
    return False


def test_who_sends_the_form_in_twice_is_asked_at_the_second_link(client):
    event = EventFactory()
    verified(book_one(event, "Noor de Vries").booking)
    again = book_one(event, "noor de vries")

    answer = client.post(link(again.booking))

    shown = squeezed(answer)
    assert answer.status_code == 409
    assert "noor de vries staat al op de lijst, met dit e-mailadres of van dezelfde organisatie." in shown
    assert f"Klopt niet: meld {again} af" in shown
    assert Booking.objects.get(pk=again.booking_id).verified_at is None


def test_the_list_of_the_organiser_says_who_stands_there_twice(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    booking = book_one(event).booking
    unconfirmed = squeezed(client.get(page(event, "attendees")))
    verified(booking)
    once = squeezed(client.get(page(event, "attendees")))
    book_one(event)

    twice = squeezed(client.get(page(event, "attendees")))

    assert [shown.count("telt niet mee") for shown in (once, twice)] == [0, 1]
    assert [shown.count(">e-mailadres nog niet bevestigd<") for shown in (unconfirmed, once)] == [1, 0]


def test_who_says_that_it_is_somebody_else_is_believed(client):
    event = EventFactory()
    verified(book_one(event).booking)
    again = book_one(event)

    answer = client.post(link(again.booking), {"anders": "ja"})

    assert answer.status_code == 302
    assert Booking.objects.get(pk=again.booking_id).verified_at is not None


def test_whose_name_is_the_same_at_one_address_or_of_one_organisation_is_asked_about():
    event = EventFactory()
    library = LibraryFactory(name="Bibliotheek De Boog")
    first = somebody("Zoë Smit", organisation=library)
    verified(book_people(event, first, email="zoe@voorbeeld.nl"))
    forms = {
        "zelfde adres": (somebody("Zoe Smit"), "zoe@voorbeeld.nl"),
        "zelfde organisatie": (somebody("ZOË SMIT", organisation=library), "ander@voorbeeld.nl"),
        "getypte organisatie": (somebody("Zoë Smit", organisation_name="bibliotheek de boog"), "ander@voorbeeld.nl"),
        "andere naam": (somebody("Zus Smit"), "zoe@voorbeeld.nl"),
        "andere organisatie": (somebody("Zoë Smit", organisation_name="De Krant"), "nog@voorbeeld.nl"),
    }

    asked = {}
    for name, (who, address) in forms.items():
        asked[name] = is_asked(book_people(event, who, email=address))

    assert asked == {
        "zelfde adres": True,
        "zelfde organisatie": True,
        "getypte organisatie": True,
        "andere naam": False,
        "andere organisatie": False,
    }


def test_who_cancelled_before_comes_again_without_a_question():
    event = EventFactory()
    first = book_one(event)
    verified(first.booking)
    event.registrations.filter(pk=first.pk).update(place=Place.CANCELLED)

    assert is_asked(book_one(event).booking) is False


def test_a_form_with_the_same_person_twice_asks_who_is_who(client):
    event = EventFactory()
    people = person(0, name="Jan Smit"), person(1, name="jan smit")

    asked = check(client, event, form(*people))
    told = check(client, event, form(*people, has_namesakes="on"))

    shown = squeezed(asked)
    assert (asked.status_code, told.status_code) == (422, 200)
    assert ">jan smit staat er twee keer, van dezelfde organisatie." in shown
    assert "dezelfde naam.:" not in shown
    assert 'name="has_namesakes"' in shown


def test_on_a_form_an_organisation_is_the_same_however_it_is_spelled(client):
    event = EventFactory()
    MunicipalityFactory(name="Den Bosch")
    people = [person(0, name="Jan Smit", organisation="Den Bosch"), person(1, name="Jan Smit")]
    spelled = [people[0], people[1] | person(1, name="Jan Smit", organisation="Gemeente Den Bosch")]

    answers = [check(client, event, form(*each)) for each in (spelled, people)]

    assert [answer.status_code for answer in answers] == [422, 200]
