"""Who comes and who pays, as a spreadsheet: complete, and never a formula."""

import csv
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from events.last_names import by_last_name
from events.models import Place
from tests.event_factories import (
    BookingFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "@SOM(A1)", "+31", "-2+3", "\t=1+1", '=HYPERLINK("https://kwaad.example")']


@pytest.fixture
def event(client):
    event = organised_event(slug="jaarcongres")
    client.force_login(organiser_of(event))
    return event


def csv_rows(response):
    """The cells of a file, by column name."""
    assert response.status_code == 200
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_the_list_tells_all_of_an_attendee(client, event):
    tier = PriceTierFactory(event=event, name="Utrecht", amount=85)
    host = RegistrationFactory(booking__event=event, name="Anna", organisation_name="De Bieb", tier=tier, amount=85)
    guest = RegistrationFactory(booking=host.booking, name="Wethouder", is_guest=True, host=host, sector="gemeente")
    SessionChoiceFactory(registration=host, session=ParallelSessionFactory(event=event, title="Taal"))
    SessionChoiceFactory(
        registration=host, session=ParallelSessionFactory(event=event, title="Geld"), place=Place.WAITING
    )

    anna, other = csv_rows(client.get(page(event, "attendees_file")))

    assert (anna["naam"], anna["organisatie"], anna["prijs"], anna["bedrag"]) == ("Anna", "De Bieb", "Utrecht", "85,00")
    assert (anna["deelsessies"], anna["wacht op"], anna["e-mailadres"]) == ("Taal", "Geld", host.booking.email)
    assert (other["naam"], other["gast van"], other["soort"]) == (guest.name, "Anna", "Gemeente")


def test_csv_holds_no_formula(client, event):
    for text in FORMULAS:
        RegistrationFactory(booking__event=event, name=text, organisation_name=text, job_title=text)

    rows = csv_rows(client.get(page(event, "attendees_file")))

    found = {(row["naam"], row["organisatie"], row["functie"]) for row in rows}
    assert found == {(f"'{text}",) * 3 for text in FORMULAS}


def test_xlsx_holds_no_formula(client, event):
    for text in FORMULAS:
        RegistrationFactory(booking__event=event, name=text)

    answer = client.get(page(event, "attendees_file", "soort=xlsx"))
    cells = load_workbook(BytesIO(answer.content)).active["A"][1:]

    assert {(cell.data_type, cell.value) for cell in cells} == {("s", text) for text in FORMULAS}
    assert [cell.quotePrefix for cell in cells] == [True] * len(FORMULAS)


def test_ods_holds_no_formula_and_no_apostrophe_and_has_numbers_and_moments(client, event):
    moment = datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
    for text in FORMULAS:
        RegistrationFactory(booking__event=event, name=text, amount=Decimal("85.50"), registered_at=moment)

    answer = client.get(page(event, "attendees_file", "soort=ods"))
    content = zipfile.ZipFile(BytesIO(answer.content)).read("content.xml").decode()

    assert ("table:formula" in content, ">'" in content, ">=1+1</text:p>" in content) == (False, False, True)
    assert content.count('office:value-type="float" office:value="85.50"') == len(FORMULAS)
    assert content.count('office:date-value="2026-07-01T09:30:00"><text:p>01-07-2026 09.30</text:p>') == len(FORMULAS)
    texts = content.count('office:value-type="string"')
    assert content.count('office:value-type="string" table:style-name="tekst"') == texts


def test_xlsx_has_numbers_and_moments_of_our_clock(client, event):
    registered_at = datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
    RegistrationFactory(
        booking__event=event, amount=Decimal("85.50"), registered_at=registered_at, job_title="Twee\r\nregels"
    )

    answer = client.get(page(event, "attendees_file", "soort=xlsx"))
    header, row = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["functie"] == "Twee\nregels"

    assert (cells["bedrag"], cells["binnen om"]) == (85.5, None)
    assert f"{cells['aangemeld op']:%d-%m %H:%M}" == "01-07 09:30"


def test_names_stand_by_last_name(client, event):
    names = ["Zoë Ádema", "Ans de Vries", "Bert Bakker", "Cher", "Ans van den Adema-Smit", "Bert van Vries"]
    names += ["Elsa Bakker (Bieb)", "(onbekend)"]
    for name in names:
        RegistrationFactory(booking__event=event, name=name)

    rows = csv_rows(client.get(page(event, "attendees_file")))
    in_python = sorted(event.registrations.all(), key=by_last_name)

    expected = [
        "(onbekend)",
        "Zoë Ádema",
        "Ans van den Adema-Smit",
        "Bert Bakker",
        "Elsa Bakker (Bieb)",
        "Cher",
        "Ans de Vries",
        "Bert van Vries",
    ]
    assert [row["naam"] for row in rows] == expected
    assert [each.name for each in in_python] == expected


def test_a_name_with_signs_that_no_file_holds(client, event):
    RegistrationFactory(booking__event=event, name="Anna\x0b\x1f de Vries")

    assert client.get(page(event, "attendees_file", "soort=xlsx")).status_code == 200


def test_the_file_follows_the_filter(client, event):
    RegistrationFactory(booking__event=event, name="Met plek")
    RegistrationFactory(booking__event=event, name="Wacht", place=Place.WAITING)

    rows = csv_rows(client.get(page(event, "attendees_file", "who=wachtlijst")))

    assert [row["naam"] for row in rows] == ["Wacht"]


def test_kinds_of_file(client, event):
    names, kinds = ["attendees_file", "invoices_file", "evaluation_file"], ["csv", "xlsx", "exe", "%00"]

    found = {name: [client.get(page(event, name, f"soort={kind}")).status_code for kind in kinds] for name in names}

    assert found == dict.fromkeys(names, [200, 200, 404, 400])


def test_file_names_are_of_the_event(client, event):
    answer = client.get(page(event, "attendees_file"))

    assert answer["Content-Disposition"] == 'attachment; filename="jaarcongres-deelnemers.csv"'


def test_an_odd_slug_gives_a_plain_file_name(client, event):
    type(event).objects.filter(pk=event.pk).update(slug='a"\r\nX-Kwaad: ja;\u00e9')

    answer = client.get(page(event, "attendees_file"))

    assert answer["Content-Disposition"] == 'attachment; filename="a-x-kwaad-jae-deelnemers.csv"'
    assert "X-Kwaad" not in answer.headers


def test_an_invoice_is_for_who_has_a_place_and_pays(client, event):
    tier = PriceTierFactory(event=event, name="Gewoon", amount=145)
    booking = BookingFactory(
        event=event, invoice_name="De Bieb", invoice_address="Plein 1\nUtrecht", invoice_reference="2027-1"
    )
    for name, place in [("Anna", Place.CONFIRMED), ("Bo", Place.CONFIRMED), ("Cas", Place.CANCELLED)]:
        RegistrationFactory(booking=booking, name=name, place=place, tier=tier, amount=145)
    RegistrationFactory(booking__event=event, name="Gratis", amount=0)

    [row] = csv_rows(client.get(page(event, "invoices_file")))
    shown = client.get(page(event, "invoices")).content.decode()

    assert (row["naam"], row["adres"], row["kenmerk"]) == ("De Bieb", "Plein 1\nUtrecht", "2027-1")
    assert (row["deelnemers"], row["bedragen"], row["totaal"]) == ("Anna | Bo", "145,00 | 145,00", "290,00")
    assert ("€&nbsp;290" in shown, "Cas" in shown, "Gratis" in shown) == (True, False, False)


def test_pages_cost_the_same_with_1_and_3(client, event):
    tier = PriceTierFactory(event=event)
    names = ["attendees", "attendees_file", "invoices", "invoices_file", "wishes", "badges"]

    def add():
        host = RegistrationFactory(booking__event=event, tier=tier, amount=85)
        RegistrationFactory(booking=host.booking, host=host, is_guest=True, tier=tier, amount=85)
        SessionChoiceFactory(registration=host, session=ParallelSessionFactory(event=event))

    def costs():
        return {name: number_of_queries(lambda name=name: client.get(page(event, name))) for name in names}

    add()
    one = costs()
    add()
    add()

    assert costs() == one
