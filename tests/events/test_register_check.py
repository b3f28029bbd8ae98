"""The page that shows everything before it counts, and what cannot be booked: each a sentence, nothing half stored."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from events.models import Booking
from tests.event_factories import EventFactory, ParallelSessionFactory, PriceTierFactory
from tests.events.forms import address, check, confirm, form, person, rows, value_of
from tests.factories import LibraryFactory, ProvinceFactory
from tests.markup import squeezed

pytestmark = pytest.mark.django_db
INVOICE = {"invoice_name": "Bieb BV", "invoice_address": "Straat 1\r\n1234 AB Stad", "invoice_reference": "PO 12"}


def page_of(response):
    return squeezed(response)


@pytest.fixture
def priced():
    """An event that is free for one province and costs 85 euro for all others."""
    event, province = EventFactory(), ProvinceFactory(name="Utrecht")
    PriceTierFactory(event=event, name="Deelnemers uit Utrecht", amount=0).provinces.add(province)
    PriceTierFactory(event=event, name="Andere deelnemers", amount=85, position=1)
    event.here = province
    return event


def test_the_check_page_shows_everybody_with_their_price_and_stores_nothing(client, priced):
    LibraryFactory(name="Bibliotheek Midden", province=priced.here)
    session = ParallelSessionFactory(event=priced, title="Kiezen")
    people = person(0, organisation="bibliotheek midden", round_1=session.pk, diet="vegan"), person(1, job_title="Raad")

    response = check(client, priced, form(*people, **INVOICE))

    page = page_of(response)
    assert (response.status_code, rows()) == (200, (0, 0, 0))
    for text in (
        "<dd>Gratis<small>Deelnemers uit Utrecht</small></dd>",
        "<dd>€ 85<small>Andere deelnemers</small></dd>",
        "<dt>Samen</dt><dd>€ 85</dd>",
        "<dd>Kiezen</dd>",
        "<dd>vegan</dd>",
        "<dd>Raad</dd>",
        "boeker@voorbeeld.nl",
        f"{priced.keep_days} dagen na de bijeenkomst",
    ):
        assert text in page
    assert value_of(page, "totaal") == "85.00"


def test_what_the_check_page_holds_can_be_confirmed_as_it_is(client, priced):
    page = page_of(check(client, priced, form(person(0), person(1, province=priced.here.slug), **INVOICE)))
    names = ["p-TOTAL_FORMS", "p-INITIAL_FORMS", "key", "email", "invoice_name", "invoice_reference", "totaal"]
    names += [f"p{n}-{name}" for n in (0, 1) for name in ("name", "organisation", "province", "sector")]
    data = {name: value_of(page, name) for name in names} | {"invoice_address": INVOICE["invoice_address"]}

    client.post(address(priced), data | {"stap": "bevestig"})

    booking = Booking.objects.get()
    assert (booking.invoice_name, booking.invoice_reference) == ("Bieb BV", "PO 12")
    assert list(booking.registrations.order_by("pk").values_list("amount", flat=True)) == [Decimal(85), Decimal(0)]


def test_changing_goes_back_to_the_form_with_all_that_was_typed(client):
    response = client.post(address(EventFactory()), form(person(access="Tolk")) | {"stap": "wijzig", "totaal": "geen"})

    assert response.status_code == 200
    assert 'value="Tolk"' in page_of(response)


def test_an_invoice_is_asked_for_when_something_has_to_be_paid(client, priced):
    to_pay = check(client, priced, form())
    free = check(client, priced, form(person(province=priced.here.slug)))

    assert (to_pay.status_code, free.status_code) == (422, 200)
    assert "Vul in op welke naam de factuur komt." in page_of(to_pay)
    assert "Vul het adres voor de factuur in." in page_of(to_pay)
    for label in ("Provincie van de organisatie", "Op naam van", "Adres", "Kenmerk"):
        may_be_empty = f'{label}<span class="soft">(hoeft niet)' in page_of(to_pay)
        assert may_be_empty == (label == "Kenmerk"), label


def test_without_prices_there_is_no_invoice_and_no_total(client):
    event = EventFactory()

    page = page_of(check(client, event, form()))

    assert value_of(page, "totaal") == "geen"
    assert "invoice_name" not in page_of(client.get(address(event)))


def test_another_price_than_was_shown_is_refused(client, priced):
    totals = ["0.00", "84.99", "geen", "99999999.99"]

    answers = [confirm(client, priced, form(**INVOICE), total=total) for total in totals]

    assert [answer.status_code for answer in answers] == [422] * 4
    sentence = "De prijs is veranderd sinds je het formulier opende."
    assert [sentence in page_of(answer) for answer in answers] == [True] * 4
    assert rows() == (0, 0, 0)


def test_who_never_saw_the_price_sees_it_first(client, priced):
    totals = ["", "NaN", "sNaN", "-1.00", "1e999", "85,00", "\x00"]

    answers = [confirm(client, priced, form(**INVOICE), total=total) for total in totals]

    assert [answer.status_code for answer in answers] == [200] * 7
    assert ["Bevestig de inschrijving" in page_of(answer) for answer in answers] == [True] * 7
    assert rows() == (0, 0, 0)


def test_the_page_says_who_does_not_fit_any_more(client):
    event = EventFactory(capacity=1)

    page = page_of(check(client, event, form(person(0), person(1))))

    assert "Er is nog plek voor 1 van jullie. Wie er niet meer bij past, komt op de wachtlijst." in page


def test_too_many_of_one_organisation_are_refused_before_and_after(client):
    event = EventFactory(most_per_organisation=1)
    people = form(person(0), person(1, organisation="stichting zonnebloem"))

    responses = [check(client, event, people), confirm(client, event, people)]

    assert [response.status_code for response in responses] == [422, 422]
    assert ["kunnen hooguit 1 mensen mee" in page_of(response) for response in responses] == [True, True]
    assert rows() == (0, 0, 0)


def test_nobody_fits_a_price(client):
    event = EventFactory()
    PriceTierFactory(event=event, amount=0, valid_until=timezone.localdate() - timedelta(days=1))

    response = check(client, event, form())

    assert response.status_code == 422
    assert "Voor deze deelnemer is geen prijs vastgesteld." in page_of(response)
