"""More people and guests on one form."""

import re

import pytest

from events.models import Registration
from tests.event_factories import EventFactory, RegistrationFactory
from tests.events.forms import address, check, confirm, form, person, rows, value_of
from tests.events.organisers import organised_event, organiser_of
from tests.events.organisers import page as organiser_page
from tests.factories import LibraryFactory, PartnerFactory, ProvinceFactory

pytestmark = pytest.mark.django_db


def page_of(response):
    return response.content.decode()


def test_somebody_more_keeps_what_was_typed_and_complains_of_nothing(client):
    event = EventFactory()
    data = form(person(name="", diet="zonder noten"), email="fout")

    response = client.post(address(event), data | {"stap": "erbij"})

    page = page_of(response)
    assert response.status_code == 200
    assert value_of(page, "p-TOTAL_FORMS") == "2"
    assert value_of(page, "key") == data["key"]
    assert 'value="zonder noten"' in page
    assert 'value="fout"' in page
    assert "error-summary" not in page
    assert page.count('value="Stichting Zonnebloem"') == 2  # who comes along is often of the same organisation


def test_somebody_is_taken_away_and_the_others_move_up(client):
    people = person(0, name="Anna"), person(1, name="Bea"), person(2, name="Cor")

    response = client.post(address(EventFactory()), form(*people) | {"stap": "weg-1"})

    page = page_of(response)
    assert value_of(page, "p-TOTAL_FORMS") == "2"
    assert 'name="p0-name" value="Anna"' in page
    assert 'name="p1-name" value="Cor"' in page
    assert 'value="Bea"' not in page


def test_the_last_person_cannot_be_taken_away(client):
    response = client.post(address(EventFactory()), form(person(name="Anna")) | {"stap": "weg-0"})

    assert 'name="p0-name" value="Anna"' in page_of(response)


def test_not_more_than_ten_people(client):
    people = [person(number) for number in range(10)]

    response = client.post(address(EventFactory()), form(*people) | {"stap": "erbij"})

    assert response.status_code == 422
    assert "hooguit 10 mensen tegelijk" in page_of(response)
    assert value_of(page_of(response), "p-TOTAL_FORMS") == "10"


def test_an_unknown_step_shows_the_form(client):
    event = EventFactory()
    steps = ["weg-", "weg-99", "weg-x", "onzin", "\x00"]

    answers = [client.post(address(event), form(person(name="Anna")) | {"stap": step}) for step in steps]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert ['value="Anna"' in page_of(answer) for answer in answers] == [True] * 5
    assert rows() == (0, 0, 0)


def test_a_library_brings_guests(client):
    province = ProvinceFactory()
    library = LibraryFactory(province=province)
    event = EventFactory(most_guests=1)
    event.guest_provinces.add(province)
    start = form(person(organisation=library.name, sector="bibliotheek"))

    added = page_of(client.post(address(event), start | {"stap": "gast"}))
    confirm(
        client,
        event,
        form(person(organisation=library.name), person(1, is_guest="ja", sector="gemeente", guest_kind="wethouder")),
    )

    assert 'name="p1-is_guest" value="ja"' in added
    assert "Persoon 2: gast" in added
    kind = re.search(r"Wie is je gast\?(.*?)</label>", added, re.DOTALL)[1]
    assert "hoeft niet" not in kind  # who leaves it empty is sent back
    host, guest = Registration.objects.order_by("pk")
    assert (host.is_guest, guest.is_guest, guest.host) == (False, True, host)
    assert (host.guest_kind, guest.guest_kind) == ("", "wethouder")


def test_a_guest_is_of_a_kind_and_from_where_that_kind_works(client):
    library = LibraryFactory(province=ProvinceFactory())
    event = EventFactory(most_guests=1)
    host = person(organisation=library.name, sector="bibliotheek")
    answers = {
        ("wethouder", "gemeente"): 200,
        ("ambtenaar", "gemeente"): 200,
        ("directeur", "zorg-en-welzijn"): 200,
        ("beleidsmedewerker", "zorg-en-welzijn"): 200,
        ("anders", "anders"): 200,
        ("wethouder", "anders"): 422,
        ("directeur", "gemeente"): 422,
        ("", "gemeente"): 422,
        ("koning", "gemeente"): 422,
    }
    found = {}

    for kind, sector in answers:
        guest = person(1, is_guest="ja", sector=sector, guest_kind=kind)
        checked = check(client, event, form(host, guest))
        found[kind, sector] = checked.status_code
        assert ("<dt>Soort gast</dt>" in page_of(checked)) == (checked.status_code == 200)

    assert found == answers


def test_an_organiser_sees_which_guests_to_look_at(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    for name, kind in (("Ans", "wethouder"), ("Bert", "anders"), ("Cees", "")):
        RegistrationFactory(booking__event=event, name=name, is_guest=True, guest_kind=kind)

    shown = page_of(client.get(organiser_page(event, "attendees")))

    assert (shown.count("kijk of dat past"), "Wethouder" in shown) == (2, True)
    assert "Een andere gast: kijk of dat past" in shown


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
    people = [
        person(0, organisation=host.name),
        *(person(n, is_guest="ja", guest_kind="anders") for n in range(1, count + 1)),
    ]

    responses = [check(client, event, form(*people)), confirm(client, event, form(*people))]

    assert [response.status_code for response in responses] == [422, 422]
    assert [sentence in page_of(response) for response in responses] == [True, True]
    assert rows() == (0, 0, 0)
