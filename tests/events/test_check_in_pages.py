"""At the door, on a phone, with a network that comes and goes."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Place, Registration
from tests.event_factories import ParallelSessionFactory, PriceTierFactory, RegistrationFactory
from tests.events.organisers import attendee_page, organised_event, organiser_of, page
from tests.factories import LibraryFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
NO_PLACE = [Place.WAITING, Place.CANCELLED, Place.LAPSED]


@pytest.fixture
def event(client):
    today = timezone.localdate()
    event = organised_event(title="Jaarcongres", starts_on=today)
    client.force_login(organiser_of(event))
    return event


def code_page(registration):
    return reverse("curator:check_in", args=[registration.code])


def text(response):
    return response.content.decode()


def test_the_code_shows_who_it_is(client, event):
    registration = RegistrationFactory(booking__event=event, name="Anna de Vries", organisation_name="De Bieb")

    shown = text(client.get(code_page(registration)))

    assert ("Anna de Vries" in shown, "De Bieb" in shown, "Binnen<span" in shown) == (True, True, True)
    assert Registration.objects.get().checked_in_at is None


def test_the_button_lets_somebody_in(client, event):
    registration = RegistrationFactory(booking__event=event, name="Anna")

    shown = text(client.post(code_page(registration)))

    assert "Anna is binnen." in shown
    assert Registration.objects.get().checked_in_at is not None


def test_a_second_time_tells_since_when(client, event):
    at = timezone.make_aware(datetime.combine(event.starts_on, datetime.min.time()) + timedelta(hours=10, minutes=2))
    registration = RegistrationFactory(booking__event=event, name="Anna", checked_in_at=at)

    shown = text(client.post(code_page(registration)))

    assert "Anna was al binnen sinds 10.02 uur." in shown
    assert Registration.objects.get().checked_in_at == at


def test_sent_twice_is_one_step(client, event):
    registration = RegistrationFactory(booking__event=event)

    client.post(code_page(registration))
    client.post(code_page(registration))

    assert [step.text for step in registration.steps.all()] == ["Binnen"]


def test_small_letters_are_the_same_code(client, event):
    registration = RegistrationFactory(booking__event=event)

    assert client.get(reverse("curator:check_in", args=[registration.code.lower()])).status_code == 200


def test_an_unknown_code_is_told(client, event):
    for send in (client.get, client.post):
        answer = send(reverse("curator:check_in", args=["BESTAATNIET"]))

        assert (answer.status_code, "Deze code kennen we niet." in text(answer)) == (404, True)


def test_who_has_no_place_stays_out(client, event):
    people = [RegistrationFactory(booking__event=event, place=place) for place in NO_PLACE]

    pages = [text(client.post(code_page(registration))) for registration in people]

    assert ["Deze persoon heeft geen plek" in shown for shown in pages] == [True] * 3
    assert Registration.objects.filter(checked_in_at=None).count() == 3


def test_another_day_is_told(client, event):
    event.starts_on = event.ends_on = timezone.localdate() + timedelta(days=2)
    event.save()
    registration = RegistrationFactory(booking__event=event)

    assert "Let op: ‘Jaarcongres’ is niet vandaag" in text(client.get(code_page(registration)))


def test_searching_by_part_of_a_name_and_by_code(client, event):
    anna = RegistrationFactory(booking__event=event, name="Anna de Vries")
    RegistrationFactory(booking__event=event, name="Bo Bakker")

    by_name = client.get(page(event, "check_in"), {"q": "vries anna"}).context["attendees"]
    by_code = client.get(page(event, "check_in"), {"q": anna.code.lower()}).context["attendees"]

    assert (by_name, by_code) == ([anna], [anna])


def test_a_code_of_another_event_is_told(client, event):
    other = RegistrationFactory(booking__event=organised_event(title="Ander congres"))

    shown = text(client.get(page(event, "check_in"), {"q": other.code}))

    assert "Deze code is van een andere bijeenkomst: Ander congres." in shown
    assert other.name not in shown


def test_anything_can_be_searched(client, event):
    texts = ["a" * 2000, "%", "'; drop table", "=1+1"]

    assert [client.get(page(event, "check_in"), {"q": words}).status_code for words in texts] == [200] * 4


def walk_in(client, event, **more):
    values = {"key": str(uuid4()), "name": "Zomaar Iemand", "organisation_name": "De Krant", "sector": "anders"}
    return client.post(page(event, "check_in"), values | more, follow=True)


def test_who_walks_in_is_in(client, event):
    session = ParallelSessionFactory(event=event)

    shown = text(walk_in(client, event, **{"ronde-1": session.pk}))

    found = Registration.objects.get()
    assert "Zomaar Iemand is binnen." in shown
    assert (found.name, found.is_walk_in, found.checked_in_at is None) == ("Zomaar Iemand", True, False)
    assert found.session_choices.get().session == session


def test_a_walk_in_sent_twice_is_one(client, event):
    key = str(uuid4())

    walk_in(client, event, key=key)
    walk_in(client, event, key=key)

    assert Registration.objects.count() == 1


def test_walking_into_a_full_session_is_refused(client, event):
    session = ParallelSessionFactory(event=event, capacity=1)
    walk_in(client, event, **{"ronde-1": session.pk})

    shown = text(walk_in(client, event, name="Te laat", **{"ronde-1": session.pk}))

    assert "is net vol geraakt" in shown
    assert [each.name for each in Registration.objects.all()] == ["Zomaar Iemand"]


WRONG = [
    {"name": ""},
    {"name": "a" * 121},
    {"name": "\x00"},
    {"sector": "weg"},
    {"key": "geen"},
    {"ronde-1": "9" * 30},
    {"email": "geen adres"},
    {"amount": "-1"},
    {"amount": "veel"},
    {"province": "nergens"},
]


def test_a_wrong_walk_in_is_explained(client, event):
    ParallelSessionFactory(event=event)

    answers = [(wrong, walk_in(client, event, **wrong)) for wrong in WRONG]

    assert [wrong for wrong, answer in answers if 'class="cur-error"' not in text(answer)] == []
    assert {answer.status_code for _, answer in answers} == {200}
    assert Registration.objects.count() == 0


def test_who_walks_in_is_recognised_and_pays_the_price_of_their_province(client, event):
    utrecht = ProvinceFactory(slug="utrecht")
    library = LibraryFactory(name="Bibliotheek Utrecht", province=utrecht)
    PriceTierFactory(event=event, name="Uit Utrecht", amount=0, position=1).provinces.add(utrecht)
    PriceTierFactory(event=event, name="Anderen", amount=145, position=2)

    known = text(walk_in(client, event, name="An", organisation_name="bieb utrecht", email="an@voorbeeld.nl"))
    asked = text(walk_in(client, event, name="Bo"))
    told = text(walk_in(client, event, name="Bo", province="utrecht"))
    agreed = text(walk_in(client, event, name="Cas", amount="12,50"))

    assert ("An is binnen. Prijs: gratis." in known, "Bo is binnen. Prijs: gratis." in told) == (True, True)
    assert "Kies de provincie van de organisatie: daar hangt de prijs van af." in asked
    assert "Cas is binnen. Prijs: €\u00a012,50." in agreed
    an = Registration.objects.get(name="An")
    assert (an.organisation_id, an.address) == (library.pk, "an@voorbeeld.nl")
    assert Registration.objects.count() == 3


def test_the_door_shows_the_prices_and_the_organisations(client, event):
    PriceTierFactory(event=event, name="Aan de deur", amount=85)
    PriceTierFactory(event=event, name="Vroege vogel", valid_until=timezone.localdate() - timedelta(days=1))
    LibraryFactory(name="Bibliotheek Zwolle")

    shown = text(client.get(page(event, "check_in")))

    assert "<li>Aan de deur: €\u00a085</li>" in shown
    assert "Vroege vogel" not in shown
    assert '<option value="Bibliotheek Zwolle">' in shown


def test_the_page_counts_who_is_in(client, event):
    RegistrationFactory(booking__event=event, checked_in_at=timezone.now())
    RegistrationFactory(booking__event=event)
    RegistrationFactory(booking__event=event, checked_in_at=timezone.now(), is_walk_in=True)

    assert "1 van 2 binnen, en 1 zonder aanmelding" in text(client.get(page(event, "check_in")))


def test_somebody_else_was_let_in(client, event):
    registration = RegistrationFactory(booking__event=event, checked_in_at=timezone.now())

    client.post(attendee_page(registration, "undo"))

    assert Registration.objects.get().checked_in_at is None


def test_the_camera_may_read_codes_here_and_on_no_other_page(event, client):
    here = client.get(page(event, "check_in"))
    elsewhere = client.get(page(event, "attendees"))

    assert "camera=(self)" in here.headers["Permissions-Policy"]
    assert "camera=()" in elsewhere.headers["Permissions-Policy"]
