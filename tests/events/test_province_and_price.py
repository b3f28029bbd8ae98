"""Where the province decides the price and nobody knows it, the form asks; who claims another one is marked."""

import pytest

from events.models import Registration
from tests.event_factories import EventFactory, PriceTierFactory
from tests.events.forms import check, confirm, form, person, rows
from tests.events.organisers import attendee_page, organised_event, organiser_of, page
from tests.factories import LibraryFactory, MunicipalityFactory, ProvinceFactory
from tests.markup import squeezed

pytestmark = pytest.mark.django_db
ASKS = "Kies de provincie van de organisatie: daar hangt de prijs van af."
INVOICE = {"invoice_name": "Bieb BV", "invoice_address": "Straat 1"}


@pytest.fixture
def utrecht():
    return ProvinceFactory(name="Utrecht", slug="utrecht")


def priced(event, province):
    """Free for one province, 145 euro for all others."""
    PriceTierFactory(event=event, name="Uit Utrecht", amount=0, position=1).provinces.add(province)
    PriceTierFactory(event=event, name="Anderen", amount=145, position=2)
    return event


def test_the_form_asks_at_the_person_whose_province_is_not_known(client, utrecht):
    event = priced(EventFactory(), utrecht)
    LibraryFactory(name="Bibliotheek Gooi en Meer", province=None)
    people = person(0, province="utrecht"), person(1, organisation="Bibliotheek Gooi en Meer", province="")

    answers = [check(client, event, form(*people)), confirm(client, event, form(*people), total="145.00")]

    shown = [squeezed(answer) for answer in answers]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert [f'<a href="#id_p1-province">Persoon 2, Provincie van de organisatie: {ASKS}</a>' in each for each in shown]
    assert [ASKS in each for each in shown] == [True, True]
    assert rows() == (0, 0, 0)


def test_who_says_the_province_or_that_it_is_abroad_sees_their_price(client, utrecht):
    event = priced(EventFactory(), utrecht)
    here = check(client, event, form(person(province="utrecht")))
    abroad = check(client, event, form(person(province="buiten-nederland"), **INVOICE))

    assert ("Gratis<small>Uit Utrecht" in squeezed(here)) is True
    assert ("€ 145<small>Anderen" in squeezed(abroad)) is True


def test_a_municipality_is_known_by_any_of_its_names_so_nothing_is_asked(client, utrecht):
    event = priced(EventFactory(), utrecht)
    MunicipalityFactory(name="Utrecht", province=utrecht)

    confirm(client, event, form(person(organisation="Gemeente Utrecht", province="", sector="gemeente")), total="0.00")

    assert (Registration.objects.get().province, Registration.objects.get().amount) == (utrecht, 0)


def test_where_all_provinces_pay_the_same_nothing_is_asked(client, utrecht):
    event = EventFactory()
    PriceTierFactory(event=event, amount=0, position=1).provinces.add(utrecht)
    PriceTierFactory(event=event, amount=0, position=2)

    assert check(client, event, form(person(province=""))).status_code == 200


def test_who_claims_another_province_than_that_of_the_organisation_is_marked(client, utrecht):
    event = priced(organised_event(), utrecht)
    LibraryFactory(name="Bibliotheek Zwolle", province=ProvinceFactory(name="Overijssel"))
    people = person(0, organisation="Bibliotheek Zwolle", province="utrecht"), person(1, province="utrecht")

    confirm(client, event, form(*people, **INVOICE), total="145.00")

    claimed, honest = Registration.objects.order_by("pk")
    assert (claimed.province.name, claimed.claimed_province, honest.claimed_province) == ("Overijssel", utrecht, None)
    client.force_login(organiser_of(event))
    in_list = squeezed(client.get(page(event, "attendees")))
    own_page = squeezed(client.get(attendee_page(claimed)))
    assert in_list.count("koos de provincie Utrecht") == 1
    assert "Op het formulier is Utrecht gekozen. De organisatie zit in Overijssel" in own_page
