"""The form with which people register: for one or more, with guests, sessions and an invoice."""

import pytest
from django.test import Client
from django.utils import timezone

from contact.models import RateLimit
from events.links import booking_of
from events.models import Booking, Place, Registration
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.forms import address, check, confirm, form, person, rows, value_of
from tests.factories import LibraryFactory, MunicipalityFactory, PartnerFactory, ProvinceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def page_of(response):
    return response.content.decode()


def test_the_form_is_there_for_everybody_without_a_cookie(client):
    event = EventFactory()

    response = client.get(address(event))

    assert response.status_code == 200
    assert dict(response.cookies) == {}
    assert value_of(page_of(response), "people") == "1"
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


# --- which organisation ---------------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["Bibliotheek De Boog", "bibliotheek de BOOG ", "boog", "bibliotheek-de-boog"])
def test_a_typed_name_finds_the_organisation_of_the_directory(client, typed):
    province = ProvinceFactory()
    library = LibraryFactory(
        name="Bibliotheek De Boog", short_name="Boog", slug="bibliotheek-de-boog", province=province
    )

    confirm(client, EventFactory(), form(person(organisation=typed)))

    stored = Registration.objects.get()
    assert (stored.organisation_id, stored.organisation_name, stored.province) == (library.pk, "", province)


def test_an_archived_or_former_organisation_is_only_a_name(client):
    today = timezone.localdate()
    LibraryFactory(name="Oude Bieb", archived_on=today)
    MunicipalityFactory(name="Oude Gemeente", valid_until=today)

    confirm(client, EventFactory(), form(person(0, organisation="Oude Bieb"), person(1, organisation="Oude Gemeente")))

    assert list(Registration.objects.order_by("pk").values_list("organisation", "organisation_name")) == [
        (None, "Oude Bieb"),
        (None, "Oude Gemeente"),
    ]


def test_the_province_of_a_free_organisation_is_the_one_that_was_chosen(client):
    province = ProvinceFactory()

    confirm(client, EventFactory(), form(person(province=province.slug)))

    assert Registration.objects.get().province == province


def test_of_two_with_the_same_name_sector_and_province_tell_which_is_meant(client):
    here, there = ProvinceFactory(), ProvinceFactory()
    wanted = MunicipalityFactory(name="Bergen", province=here)
    MunicipalityFactory(name="Bergen", province=there)
    PartnerFactory(name="Bergen", province=here)

    people = person(0, organisation="Bergen", sector="gemeente", province=here.slug), person(1, organisation="Bergen")
    confirm(client, EventFactory(), form(*people))

    told, untold = Registration.objects.order_by("pk")
    assert (told.organisation_id, untold.organisation_id) == (wanted.pk, None)


def test_suggestions_are_at_most_eight_and_only_of_organisations_that_are_there(client):
    for number in range(9):
        LibraryFactory(name=f"Bieb {number}")
    LibraryFactory(name="De bieb van Archief", archived_on=timezone.localdate())
    LibraryFactory(name="Aan de biebstraat")

    page = page_of(client.get("/agenda/organisaties/", {"q": "bieb"}))

    assert page.count('role="option"') == 8
    assert "Aan de biebstraat" not in page
    assert "Archief" not in page


@pytest.mark.parametrize("text", ["", "a", "\x00", "zzz\x00", "%", "x" * 1000])
def test_suggestions_for_nothing_are_none(client, text):
    LibraryFactory()

    response = client.get("/agenda/organisaties/", {"q": text})

    assert (response.status_code, page_of(response).strip()) == (200, "")


# --- more people, fewer people --------------------------------------------------------------------
def test_somebody_more_keeps_what_was_typed_and_complains_of_nothing(client):
    event = EventFactory()
    data = form(person(name="", diet="zonder noten"), email="fout")

    response = client.post(address(event), data | {"stap": "erbij"})

    page = page_of(response)
    assert response.status_code == 200
    assert value_of(page, "people") == "2"
    assert value_of(page, "key") == data["key"]
    assert 'value="zonder noten"' in page
    assert 'value="fout"' in page
    assert "error-summary" not in page
    assert page.count('value="Stichting Zonnebloem"') == 2  # who comes along is often of the same organisation


def test_somebody_is_taken_away_and_the_others_move_up(client):
    people = person(0, name="Anna"), person(1, name="Bea"), person(2, name="Cor")

    response = client.post(address(EventFactory()), form(*people) | {"stap": "weg-1"})

    page = page_of(response)
    assert value_of(page, "people") == "2"
    assert 'name="p0-name" value="Anna"' in page
    assert 'name="p1-name" value="Cor"' in page
    assert "Bea" not in page


def test_the_last_person_cannot_be_taken_away(client):
    response = client.post(address(EventFactory()), form(person(name="Anna")) | {"stap": "weg-0"})

    assert 'name="p0-name" value="Anna"' in page_of(response)


def test_not_more_than_ten_people(client):
    people = [person(number) for number in range(10)]

    response = client.post(address(EventFactory()), form(*people) | {"stap": "erbij"})

    assert response.status_code == 422
    assert "hooguit 10 mensen tegelijk" in page_of(response)
    assert value_of(page_of(response), "people") == "10"


@pytest.mark.parametrize("step", ["weg-", "weg-99", "weg-x", "onzin", "\x00"])
def test_an_unknown_step_shows_the_form(client, step):
    response = client.post(address(EventFactory()), form(person(name="Anna")) | {"stap": step})

    assert (response.status_code, rows()) == (200, (0, 0, 0))
    assert 'value="Anna"' in page_of(response)


# --- guests ---------------------------------------------------------------------------------------
def test_a_library_brings_guests(client):
    province = ProvinceFactory()
    library = LibraryFactory(province=province)
    event = EventFactory(most_guests=1)
    event.guest_provinces.add(province)
    start = form(person(organisation=library.name, sector="bibliotheek"))

    added = page_of(client.post(address(event), start | {"stap": "gast"}))
    confirm(client, event, form(person(organisation=library.name), person(1, is_guest="ja", sector="gemeente")))

    assert 'name="p1-is_guest" value="ja"' in added
    assert "Persoon 2: gast" in added
    host, guest = Registration.objects.order_by("pk")
    assert (host.is_guest, guest.is_guest, guest.host) == (False, True, host)


@pytest.mark.parametrize(
    ("most", "count", "is_library", "is_near", "sentence"),
    [
        (0, 1, True, True, "Je kunt hier geen gasten meenemen."),
        (1, 2, True, True, "Je kunt hooguit 1 gast meenemen."),
        (1, 1, False, True, "Alleen een bibliotheek kan gasten meenemen."),
        (1, 1, True, False, "Alleen bibliotheken uit"),
    ],
)
def test_guests_that_may_not_come_are_refused(client, most, count, is_library, is_near, sentence):
    near, far = ProvinceFactory(), ProvinceFactory()
    event = EventFactory(most_guests=most)
    event.guest_provinces.add(near)
    host = (LibraryFactory if is_library else PartnerFactory)(province=near if is_near else far)
    people = [person(0, organisation=host.name), *(person(n, is_guest="ja") for n in range(1, count + 1))]

    responses = [check(client, event, form(*people)), confirm(client, event, form(*people))]

    assert [response.status_code for response in responses] == [422, 422]
    assert [sentence in page_of(response) for response in responses] == [True, True]
    assert rows() == (0, 0, 0)


# --- sessions -------------------------------------------------------------------------------------
def test_each_session_says_how_many_places_are_left(client):
    event = EventFactory()
    ParallelSessionFactory(event=event, title="Ruim", capacity=12)
    ParallelSessionFactory(event=event, title="Krap", capacity=1)
    ParallelSessionFactory(event=event, title="Onbegrensd")
    full = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    page = page_of(client.get(address(event)))

    assert "<span>Ruim</span><b>12 plekken</b>" in page
    assert "<span>Krap</span><b>1 plek</b>" in page
    assert "<span>Onbegrensd</span><b></b>" in page
    assert f'value="{full.pk}" disabled><span>Druk</span><b>Vol</b>' in page
    assert "Zet mij op de wachtlijst voor ‘Druk’" in page
    assert page.count("Zet mij op de wachtlijst") == 1


def test_a_session_and_a_waiting_list_are_stored(client):
    event = EventFactory()
    free, full = ParallelSessionFactory(event=event), ParallelSessionFactory(event=event, capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    confirm(client, event, form(person(round_1=free.pk, wait_1=[full.pk])))

    stored = Registration.objects.get(name="Persoon 0").session_choices.order_by("session")
    assert list(stored.values_list("session", "place")) == [(free.pk, Place.CONFIRMED), (full.pk, Place.WAITING)]


def test_a_session_that_is_chosen_is_not_waited_for_as_well(client):
    event = EventFactory()
    session = ParallelSessionFactory(event=event)

    confirm(client, event, form(person(round_1=session.pk, wait_1=[session.pk])))

    assert list(Registration.objects.get().session_choices.values_list("place", flat=True)) == [Place.CONFIRMED]


@pytest.mark.parametrize("send", [check, confirm])
def test_a_session_that_is_not_there_is_refused(client, send):
    event, other = EventFactory(), ParallelSessionFactory()
    ParallelSessionFactory(event=event)
    plenary_round = ParallelSessionFactory(event=event, round=2)
    before = rows()

    for value in (other.pk, plenary_round.pk, 10**30, "onzin", "\x00"):
        for field in ("round_1", "wait_1"):
            response = send(client, event, form(person(**{field: value})))
            assert response.status_code == 422
            assert "Deze deelsessie hoort niet bij deze ronde. Kies een andere." in page_of(response)
    assert rows() == before


@pytest.mark.parametrize("send", [check, confirm])
def test_two_sessions_in_one_round_are_refused(client, send):
    event = EventFactory()
    pair = [ParallelSessionFactory(event=event).pk for _ in range(2)]

    response = send(client, event, form(person(round_1=pair)))

    assert response.status_code == 422
    assert "Kies één deelsessie per ronde." in page_of(response)
    assert rows() == (0, 0, 0)


def test_a_full_session_is_refused_at_its_field_and_nothing_is_half_booked(client):
    event = EventFactory()
    full = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)
    before = rows()
    data = form(person(0), person(1, round_1=full.pk))

    responses = [check(client, event, data), confirm(client, event, data)]

    assert [response.status_code for response in responses] == [422, 422]
    for response in responses:
        assert "Persoon 2, Kies een deelsessie: ‘Druk’ is vol." in page_of(response)
    assert rows() == before


def test_the_last_place_in_a_session_goes_to_one_of_two_on_the_form(client):
    event = EventFactory()
    session = ParallelSessionFactory(event=event, title="Krap", capacity=1)
    people = person(0, round_1=session.pk), person(1, round_1=session.pk)

    response = confirm(client, event, form(*people))

    assert response.status_code == 422
    assert "‘Krap’ is net vol geraakt." in page_of(response)
    assert rows() == (0, 0, 0)


# --- full, closed, past ---------------------------------------------------------------------------
def test_a_full_event_asks_for_the_waiting_list_and_no_sessions(client):
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event, title="Te kiezen")
    RegistrationFactory(booking__event=event)

    page = page_of(client.get(address(event)))
    response = client.get(confirm(client, event, form(person(round_1=session.pk))).url)

    assert "De bijeenkomst is vol" in page
    assert "Te kiezen" not in page
    assert "Plaats 1 in de rij." in page_of(response)
    assert rows() == (2, 2, 0)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"state": "gesloten"}, "De inschrijving is gesloten."),
        ({"state": "afgelast"}, "Deze bijeenkomst is afgelast."),
        ({"state": "aangekondigd"}, "Je kunt je nog niet inschrijven."),
        ({"starts_on": "2020-06-18", "ends_on": "2020-06-18"}, "Deze bijeenkomst is geweest."),
        ({"opens_at": "2099-01-01T10:00+01:00"}, "Je kunt je nog niet inschrijven."),
        ({"closes_at": "2020-01-01T10:00+01:00"}, "De inschrijving is gesloten."),
        ({"registration_url": "https://elders.example/"}, "Inschrijven doe je op de site van de organisator."),
    ],
)
def test_where_one_cannot_register_every_way_says_why(client, values, sentence):
    event = EventFactory(**values)

    seen, checked, confirmed = (
        client.get(address(event)),
        check(client, event, form()),
        confirm(client, event, form()),
    )

    assert [each.status_code for each in (seen, checked, confirmed)] == [200, 409, 409]
    assert [sentence in page_of(each) for each in (seen, checked, confirmed)] == [True] * 3
    assert rows() == (0, 0, 0)


def test_a_full_event_without_waiting_list_is_closed(client):
    event = EventFactory(capacity=1, has_waiting_list=False)
    RegistrationFactory(booking__event=event)

    response = confirm(client, event, form())

    assert (response.status_code, rows()) == (409, (1, 1, 0))
    assert "De bijeenkomst is vol." in page_of(response)


@pytest.mark.parametrize("values", [{"state": "concept"}, {"archived_on": "2026-01-01"}])
def test_what_is_not_published_is_not_there(client, values):
    event = EventFactory(**values)

    assert [client.get(address(event)).status_code, confirm(client, event, form()).status_code] == [404, 404]
    assert client.get("/agenda/bestaat-niet/inschrijven/").status_code == 404


def test_a_robot_and_a_crowd_are_kept_out(client, settings):
    settings.BOOKINGS_PER_HOUR = 1
    event = EventFactory()

    robot = confirm(client, event, form(website="http://spam.example"))
    statuses = [confirm(client, event, form()).status_code for _ in range(2)]

    assert (robot.url, statuses) == (event.get_absolute_url(), [302, 429])
    assert rows() == (1, 1, 0)
    assert RateLimit.objects.count() == 1


def test_the_form_costs_the_same_for_one_session_and_three(client):
    few, many = EventFactory(), EventFactory()
    for event, count in ((few, 1), (many, 3)):
        for number in range(1, count + 1):
            ParallelSessionFactory(event=event, round=number)
            PriceTierFactory(event=event).provinces.add(ProvinceFactory())

    counts = [number_of_queries(lambda event=event: client.get(address(event))) for event in (few, many)]

    assert counts[0] == counts[1]
