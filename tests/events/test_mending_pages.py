"""The pages on which somebody, or who organises, mends an address, hands over a place and the rest."""

import uuid

import pytest

from events.links import booking_token, place_token
from events.models import Place, Registration
from mail.models import OutgoingMail
from tests.event_factories import ParallelSessionFactory, RegistrationFactory, SessionChoiceFactory
from tests.events.forms import led_to
from tests.events.organisers import attendee_page, organised_event, organiser_of, page

pytestmark = pytest.mark.django_db
WHY = {"reason": "Belde op 3 juni"}


def text(response):
    return response.content.decode()


def test_with_the_link_somebody_changes_the_address_and_hands_over_the_place(client):
    registration = RegistrationFactory(name="Ans", email="fout@voorbeeld.nl")
    old = f"/agenda/plek/{place_token(registration)}/"

    refused = client.post(f"{old}adres/", {"email": "geen adres"})
    changed = client.post(f"{old}adres/", {"email": "goed@voorbeeld.nl"})
    dead = client.get(f"{old}overdragen/")
    given = client.post(f"{changed.url}overdragen/", {"name": "Bo", "email": "bo@voorbeeld.nl"})

    assert (refused.status_code, "zoals naam@voorbeeld.nl" in text(refused)) == (422, True)
    assert (led_to(changed.url), dead.status_code) == ([(registration.pk, "")], 410)
    assert "Je plek is nu van een collega" in text(client.get(given.url))
    assert list(Registration.objects.order_by("pk").values_list("name", "place")) == [
        ("Ans", Place.CANCELLED),
        ("Bo", Place.CONFIRMED),
    ]


def test_with_the_link_of_the_booking_its_address_is_changed(client):
    booking = RegistrationFactory().booking

    changed = client.post(f"/agenda/boeking/{booking_token(booking)}/adres/", {"email": "nieuw@voorbeeld.nl"})

    assert "nieuw@voorbeeld.nl" in text(client.get(changed.url))
    assert client.get(f"/agenda/boeking/{booking_token(booking)}/").status_code == 410


def test_an_address_is_not_mailed_without_end(client):
    registration = RegistrationFactory(email="een@voorbeeld.nl")
    answers = []

    for number in range(25):
        address = f"/agenda/plek/{place_token(Registration.objects.get(pk=registration.pk))}/adres/"
        other = ["twee@voorbeeld.nl", "een@voorbeeld.nl"][number % 2]
        answers.append(client.post(address, {"email": other}))

    assert "al veel mail over inschrijvingen" in text(answers[-1])
    assert OutgoingMail.objects.count() <= 2 * 20


@pytest.fixture
def event(client):
    event = organised_event(capacity=1)
    client.force_login(organiser_of(event))
    return event


def test_an_organiser_mends_with_a_reason_that_stands_in_the_steps(client, event):
    registration = RegistrationFactory(booking__event=event, email="ans@voorbeeld.nl", amount=145)
    sent = {
        "adres": {"email": "nieuw@voorbeeld.nl"},
        "met-de-hand": {},
        "prijs": {"amount": "85,50", "note": "Vroege prijs beloofd"},
        "overdragen": {"name": "Bo", "email": "bo@voorbeeld.nl"},
    }

    with_fields = {name: values for name, values in sent.items() if values}
    without = [client.post(attendee_page(registration, name), values) for name, values in with_fields.items()]
    for name, values in sent.items():
        client.post(attendee_page(registration, name), values | WHY)

    assert ["Schrijf kort waarom." in text(each) for each in without] == [True] * 3
    shown = text(client.get(attendee_page(registration)))
    assert (shown.count("Waarom: Belde op 3 juni"), "€&nbsp;85,50" in shown) == (4, True)
    assert event.registrations.confirmed().get().name == "Bo"


def test_where_no_place_is_free_the_organiser_is_asked_about_the_waiting_list(client, event):
    gone = RegistrationFactory(booking__event=event, place=Place.CANCELLED)
    RegistrationFactory(booking__event=event)
    address = attendee_page(gone, "terugzetten")

    opened, asked = text(client.get(address)), text(client.post(address, WHY))
    client.post(address, WHY | {"may_wait": "on"})

    assert ('type="checkbox"' in opened, 'type="checkbox"' in asked) == (False, True)
    assert event.registrations.waiting().count() == 1


def test_the_organiser_reads_which_sessions_are_full_by_now(client, event):
    gone = RegistrationFactory(booking__event=event, name="Ans", place=Place.CANCELLED)
    session = ParallelSessionFactory(event=event, title="Schulden", capacity=1)
    SessionChoiceFactory(session=session)
    SessionChoiceFactory(registration=gone, session=session, place="geannuleerd", place_before="bevestigd")

    shown = text(client.post(attendee_page(gone, "terugzetten"), WHY, follow=True))

    assert "Niet vrij: ‘Schulden’. Daarvoor staat Ans op de wachtlijst." in shown


def test_what_cannot_be_arranged_says_so(client, event):
    gone = RegistrationFactory(booking__event=event, place=Place.CANCELLED)

    shown = text(client.post(attendee_page(gone, "overdragen"), WHY | {"name": "Bo", "email": "bo@voorbeeld.nl"}))

    assert "Dit kan nu niet" in shown


def test_somebody_who_phones_is_added(client, event):
    values = {"key": uuid.uuid4(), "name": "Ans", "sector": "anders", "email": "ans@voorbeeld.nl"} | WHY

    refused = text(client.post(page(event, "attendee_add"), values | {"amount": "veel"}))
    added = client.post(page(event, "attendee_add"), values, follow=True)

    assert "cur-error" in refused
    assert "Ans is toegevoegd: heeft een plek." in text(added)
    assert OutgoingMail.objects.get().to == "ans@voorbeeld.nl"
