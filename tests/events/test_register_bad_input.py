"""What cannot be on the form is a sentence, and nothing is half booked."""

import re

import pytest

from events.models import Registration
from tests.event_factories import EventFactory, PriceTierFactory, RegistrationFactory
from tests.events.forms import address, check, confirm, form, person, rows, value_of
from tests.factories import ProvinceFactory

pytestmark = pytest.mark.django_db
INVOICE = {"invoice_name": "Bieb BV", "invoice_address": "Straat 1\r\n1234 AB Stad", "invoice_reference": "PO 12"}


def page_of(response):
    return response.content.decode()


@pytest.fixture
def priced():
    """An event that is free for one province and costs 85 euro for all others."""
    event, province = EventFactory(), ProvinceFactory(name="Utrecht")
    PriceTierFactory(event=event, name="Deelnemers uit Utrecht", amount=0).provinces.add(province)
    PriceTierFactory(event=event, name="Andere deelnemers", amount=85, position=1)
    event.here = province
    return event


WRONG = [
    ({"p0-name": ""}, "Vul de naam in."),
    ({"p0-name": " \r\n "}, "Vul de naam in."),
    ({"p0-name": "a" * 10_000}, "Maak dit korter: hooguit 120 tekens."),
    ({"p0-name": "nul\x00"}, "Er staat een teken in dat geen tekst is."),
    ({"p0-name": "piep\x07"}, "Er staat een teken in dat geen tekst is."),
    ({"p0-organisation": ""}, "Vul de naam van de organisatie in."),
    ({"p0-organisation": "a" * 10_000}, "Maak dit korter: hooguit 200 tekens."),
    ({"p0-organisation": "\x00"}, "Er staat een teken in dat geen tekst is."),
    ({"p0-job_title": "a" * 10_000}, "Maak dit korter: hooguit 120 tekens."),
    ({"p0-diet": "a" * 10_000}, "Maak dit korter: hooguit 300 tekens."),
    ({"p0-access": "\x1b[0m"}, "Er staat een teken in dat geen tekst is."),
    ({"p0-email": "geen adres"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"p0-email": "a@b.nl\r\nBcc: x@y.nl"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"p0-email": "a" * 10_000 + "@b.nl"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"p0-email": "a\x00@b.nl"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"p0-sector": ""}, "Kies wat het best past."),
    ({"p0-sector": "koning"}, "Kies wat het best past."),
    ({"p0-province": "atlantis"}, "Kies een provincie uit de lijst."),
    ({"p0-province": "\x00"}, "Kies een provincie uit de lijst."),
    ({"email": ""}, "Vul je e-mailadres in: daar sturen we de bevestiging naartoe."),
    ({"email": "fout"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"email": "a@b.nl\nBcc: x@y.nl"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
    ({"p-TOTAL_FORMS": ""}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "0"}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "11"}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "-1"}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "9" * 5000}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "²"}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "1\x00"}, "Het formulier kwam niet heel over."),
    ({"p-TOTAL_FORMS": "2"}, "Persoon 2, Naam: Vul de naam in."),
    ({"key": ""}, "Het formulier kwam niet heel over."),
    ({"key": "onzin\x00"}, "Het formulier kwam niet heel over."),
]


def test_what_cannot_be_is_a_sentence_and_nothing_is_stored(client):
    event, silent = EventFactory(), []

    for values, sentence in WRONG:
        response = confirm(client, event, form() | values)
        if response.status_code != 422 or sentence not in page_of(response):
            silent.append((values, sentence))

    assert silent == []
    assert rows() == (0, 0, 0)


def test_it_is_a_sentence_before_the_page_to_check_as_well(client):
    event = EventFactory()

    for values, sentence in (WRONG[0], ({"email": ""}, "Vul je e-mailadres in"), ({"key": ""}, "niet heel over")):
        response = check(client, event, form() | values)
        assert (response.status_code, sentence in page_of(response)) == (422, True)


@pytest.mark.parametrize("send", [check, confirm])
def test_invoice_details_that_cannot_be_are_a_sentence(client, priced, send):
    sentences = {
        "invoice_name": "hooguit 200 tekens",
        "invoice_address": "hooguit 500 tekens",
        "invoice_email": "Vul een e-mailadres in",
        "invoice_reference": "hooguit 60 tekens",
    }

    response = send(client, priced, form(**(INVOICE | dict.fromkeys(sentences, "a" * 10_000))))

    page = page_of(response)
    assert (response.status_code, rows()) == (422, (0, 0, 0))
    assert [sentence for sentence in sentences.values() if sentence not in page] == []


def test_an_empty_form_is_answered_with_a_form(client):
    event = EventFactory()

    answers = [client.post(address(event), {"stap": step}) for step in ("controleer", "bevestig", "erbij", "weg-0")]

    pages = [page_of(answer) for answer in answers]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert ["Het formulier kwam niet heel over." in page for page in pages] == [True] * 4
    assert [(value_of(page, "p-TOTAL_FORMS"), len(value_of(page, "key"))) for page in pages] == [("1", 36)] * 4


def test_a_line_break_in_a_name_becomes_a_space(client):
    confirm(client, EventFactory(), form(person(name="Jan\r\nBcc: x@y.nl", organisation="A\u2028B", job_title="C\tD")))

    stored = Registration.objects.get()
    assert (stored.name, stored.organisation_name, stored.job_title) == ("Jan Bcc: x@y.nl", "A B", "C D")


def test_markup_in_what_was_typed_stays_text(client):
    page = page_of(check(client, EventFactory(), form(person(name="<script>alert(1)</script>"))))

    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("send", [check, confirm])
def test_one_address_twice_on_a_form_is_refused(client, send):
    people = person(0, email="Zelfde@voorbeeld.nl"), person(1, email="zelfde@voorbeeld.nl ")

    response = send(client, EventFactory(), form(*people))

    assert (response.status_code, rows()) == (422, (0, 0, 0))
    assert "Het adres zelfde@voorbeeld.nl staat er twee keer." in page_of(response)


@pytest.mark.parametrize("send", [check, confirm])
def test_the_form_tells_nobody_who_is_registered_already(client, send):
    event = EventFactory()
    RegistrationFactory(booking__event=event, email="er.al@voorbeeld.nl")

    answers = [send(client, event, form(person(email=email))) for email in ("Er.Al@voorbeeld.nl", "nieuw@voorbeeld.nl")]

    known, unknown = [page_of(answer).casefold() for answer in answers]
    assert [answer.status_code for answer in answers] == [200 if send is check else 302] * 2
    assert without_keys(known) == without_keys(unknown.replace("nieuw@", "er.al@"))


def without_keys(page):
    """The page without the number that each form has of its own."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", page)


def test_somebody_who_cancelled_may_register_again(client):
    event = EventFactory()
    RegistrationFactory(booking__event=event, email="weer@voorbeeld.nl", place="geannuleerd")

    assert confirm(client, event, form(person(email="weer@voorbeeld.nl"))).status_code == 302


def test_a_key_of_another_event_books_nothing_there(client):
    data = form()
    confirm(client, EventFactory(), data)
    other = EventFactory()

    response = confirm(client, other, data)

    assert response.status_code == 422
    assert other.registrations.count() == 0
