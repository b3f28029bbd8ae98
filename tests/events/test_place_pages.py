"""The page of a booking and of each person: how they stand, what they change, and giving up."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from django.utils.formats import date_format

from events.links import booking_token, evaluation_token, place_token
from events.models import Place
from tests.event_factories import (
    BookingFactory,
    EventDayFactory,
    EventFactory,
    ParallelSessionFactory,
    RegistrationFactory,
    SessionChoiceFactory,
    SessionFactory,
)
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)
PAGES = [
    "",
    "wijzigen/",
    "deelsessies/",
    "afmelden/",
    "aanbod/",
    "aanbod/1/",
    "programma.ics",
    "code.svg",
    "deelnemers/",
]


def address(registration, page=""):
    return f"/agenda/plek/{place_token(registration)}/{page}"


def page_of(response):
    return response.content.decode()


def waiting(event, count):
    return [RegistrationFactory(booking__event=event, place=Place.WAITING) for _ in range(count)]


def test_pages_with_a_link_are_kept_by_nobody(client):
    registration = RegistrationFactory()
    expected = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}

    answers = {page: client.get(address(registration, page)) for page in PAGES}

    headers = {page: {name: answer.get(name) for name in expected} for page, answer in answers.items()}
    assert headers == dict.fromkeys(PAGES, expected)


def test_pages_with_a_link_do_not_send_it_along_in_a_form_for_the_editors(client):
    registration = RegistrationFactory()

    for name in ("", "wijzigen/", "afmelden/"):
        page = page_of(client.get(address(registration, name)))

        assert ("/klopt-er-iets-niet/?pagina" in page, 'name="page"' in page) == (False, False)


def test_a_link_that_was_changed_or_made_for_something_else_is_refused_in_dutch(client):
    registration = RegistrationFactory()
    token = place_token(registration)
    others = [token[:-1] + ("a" if token[-1] != "a" else "b"), "onzin", "x" * 2000, booking_token(registration.booking)]
    others += [evaluation_token(registration), signing.dumps("1", salt="elders"), signing.dumps(1)]
    addresses = [f"/agenda/plek/{other}/{page}" for other in others for page in PAGES]
    accepted = []

    for send in (client.get, client.post):
        for each in addresses:
            response = send(each)
            is_told = "Deze link klopt niet. Kopieer hem nog eens uit de mail." in page_of(response)
            if response.status_code != 405 and (response.status_code, is_told) != (410, True):
                accepted.append((send.__name__, each))

    assert accepted == []


def test_a_link_with_a_null_byte_is_refused(client):
    pages = [client.get(f"/agenda/{path}/a%00b/") for path in ("boeking", "plek", "evaluatie")]

    assert [page.status_code for page in pages] == [410] * 3


def test_a_link_to_what_is_forgotten_says_so(client):
    registration = RegistrationFactory(forgotten_on=YESTERDAY, name="")
    booking = BookingFactory(email="")

    responses = [client.get(address(registration)), client.get(f"/agenda/boeking/{booking_token(booking)}/")]

    assert [response.status_code for response in responses] == [410, 410]
    assert ["zijn verwijderd, zoals we van tevoren zeiden." in page_of(each) for each in responses] == [True, True]


def test_who_has_a_place_sees_programme_and_link_or_code(client):
    event = EventFactory(attendance="hybride", online_address="https://online.example/kamer")
    SessionFactory(event=event, title="Opening")
    registration = RegistrationFactory(booking__event=event, takes_part_online=True)
    SessionChoiceFactory(registration=registration, session__title="Gekozen")
    ParallelSessionFactory(event=event, title="Niet gekozen")

    on_site = RegistrationFactory(booking__event=event)

    online_page = page_of(client.get(address(registration)))
    on_site_page = page_of(client.get(address(on_site)))

    for text in ("Je hebt een plek", "Opening", "Gekozen", "https://online.example/kamer"):
        assert text in online_page
    assert [text for text in ("Niet gekozen", registration.code, "QR-code") if text in online_page] == []
    assert [text in on_site_page for text in (on_site.code, "QR-code", "https://online.example/kamer")] == [
        True,
        True,
        False,
    ]


def test_the_own_programme_of_several_days_says_on_which_day_each_part_is(client):
    first = timezone.localdate() + timedelta(days=40)
    days = [first, first + timedelta(days=1)]
    shown = {}

    for last in days:
        event = EventFactory(starts_on=first, ends_on=last)
        SessionFactory(event=event, title="Welkom", date=last)
        page = page_of(client.get(address(RegistrationFactory(booking__event=event))))
        programme = page.partition('<ol class="programme')[2].partition("</ol>")[0]
        shown[last] = date_format(last, "l j F").capitalize() in programme

    assert shown == {days[0]: False, days[1]: True}


def test_who_has_no_place_sees_no_link_and_no_code(client):
    event = EventFactory(attendance="online", online_address="https://online.example/kamer")
    leaks = []

    for place in (Place.WAITING, Place.OFFERED, Place.LAPSED, Place.CANCELLED):
        until = timezone.now() + timedelta(hours=1) if place == Place.OFFERED else None
        registration = RegistrationFactory(booking__event=event, place=place, offered_until=until)
        page = page_of(client.get(address(registration)))
        calendar = page_of(client.get(address(registration, "programma.ics")))
        leaks += [(place, text) for text in ("online.example", registration.code) if text in page + calendar]
        leaks += [(place, "code.svg")] if client.get(address(registration, "code.svg")).status_code != 404 else []

    assert leaks == []


def test_who_waits_sees_their_number_in_both_queues(client):
    event = EventFactory()
    last = waiting(event, 3)[-1]
    session = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    for _ in range(2):
        choice = SessionChoiceFactory(registration__booking__event=event, session=session, place=Place.WAITING)

    assert "Je komt op plaats 3 van de wachtlijst." in page_of(client.get(address(last)))
    assert "plaats 2 van de wachtlijst voor ‘Druk’" in page_of(client.get(address(choice.registration)))


def test_the_code_as_a_picture(client):
    response = client.get(address(RegistrationFactory(), "code.svg"))

    assert response["Content-Type"] == "image/svg+xml"
    assert page_of(response).startswith('<svg xmlns="http://www.w3.org/2000/svg"')


def test_the_own_programme_as_a_calendar(client):
    registration = RegistrationFactory(booking__event__title="Titel\r\nATTENDEE:x")

    response = client.get(address(registration, "programma.ics"))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "\r\nATTENDEE" not in page_of(response)


def test_an_event_that_is_called_off_says_so(client):
    event = EventFactory(state="afgelast", state_note="Te weinig aanmeldingen.")

    page = page_of(client.get(address(RegistrationFactory(booking__event=event))))

    assert "Deze bijeenkomst is afgelast. Te weinig aanmeldingen." in page


def test_a_programme_of_three_sessions_costs_as_much_as_of_one(client):
    registrations = []
    for count in (1, 3):
        registrations.append(RegistrationFactory())
        EventDayFactory(event=registrations[-1].event)
        for number in range(1, count + 1):
            choice = {"registration": registrations[-1], "session__round": number}
            SessionChoiceFactory(**choice)
            SessionChoiceFactory(**choice, place=Place.WAITING)

    counts = [number_of_queries(lambda each=each: client.get(address(each))) for each in registrations]

    assert counts[0] == counts[1]


def test_who_has_a_place_sees_who_wants_to_be_on_the_list(client):
    event = EventFactory()
    ans = RegistrationFactory(booking__event=event, name="Ans de Vries", is_on_list=True, organisation_name="De Bieb")
    RegistrationFactory(booking__event=event, name="Niet op de lijst")
    RegistrationFactory(booking__event=event, name="Wacht nog", is_on_list=True, place=Place.WAITING)
    RegistrationFactory(booking__event=event, name="Onbevestigd", is_on_list=True, email="x@y.nl", verified_at=None)
    RegistrationFactory(name="Van elders", is_on_list=True)
    waiting = event.registrations.get(name="Wacht nog")

    page = page_of(client.get(address(ans, "deelnemers/")))

    assert "Ans de Vries, De Bieb" in page
    assert [name for name in ("Niet op de lijst", "Wacht nog", "Onbevestigd", "Van elders") if name in page] == []
    assert client.get(address(waiting, "deelnemers/")).status_code == 404
