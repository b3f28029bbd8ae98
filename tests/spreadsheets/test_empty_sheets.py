"""An empty spreadsheet to begin with: its columns, what to choose from, and that it comes back in filled."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from initiatives.models import Initiative
from initiatives.resources import InitiativeResource
from tests.spreadsheets.import_runs import bring_in, start_address, upload

pytestmark = pytest.mark.django_db

INITIATIVES = "initiatives.initiative"


@pytest.fixture
def book(client, curator):
    """The empty spreadsheet of the examples, as it is downloaded."""
    response = client.get(reverse("admin:initiatives_initiative_template"))
    return load_workbook(BytesIO(response.content))


def test_it_has_the_columns_of_the_list_and_explains_each(book):
    columns = InitiativeResource().columns
    explained = list(book["Uitleg"].iter_rows(min_row=2, values_only=True))

    assert [cell.value for cell in book["Invullen"][1]] == columns
    assert [name for name, _ in explained] == columns
    assert dict(explained)["titel"] == "tekst; aan deze kolom herkennen we een rij"
    assert dict(explained)["bevestigd_op"] == "een datum, zoals 1-12-2026"


def test_what_an_import_refuses_is_not_offered(book):
    lists = " ".join(rule.formula1 for rule in book["Invullen"].data_validations.dataValidation)
    explained = dict(book["Uitleg"].iter_rows(min_row=2, values_only=True))["publicatie"]

    assert ("Concept" in lists, "Gepubliceerd" in lists) == (True, False)
    assert ("Concept" in explained, "Gepubliceerd" in explained) == (True, False)


def test_words_can_be_chosen_from_a_list(book):
    lists = [rule.formula1 for rule in book["Invullen"].data_validations.dataValidation]

    assert '"Niet bekend,Idee,Pilot,Loopt,Vast aanbod,Gestopt"' in lists
    assert '"ja,nee"' in lists


def test_filled_in_it_is_imported(book, client, curator):
    columns = InitiativeResource().columns
    filled = {"titel": "A", "samenvatting": "S", "fase": "Loopt", "landelijk": "ja"}
    book["Invullen"].append([filled.get(name) for name in columns])

    bring_in(client, bytes_of(book), model=INITIATIVES, name="x.xlsx")

    assert list(Initiative.objects.values_list("title", "phase", "is_national")) == [("A", "lopend", True)]


def test_empty_it_is_refused_in_dutch(book, client, curator):
    run = upload(client, bytes_of(book), model=INITIATIVES, name="x.xlsx")

    assert (run.state, run.problem) == ("geweigerd", "In dit bestand staan geen rijen onder de kolomnamen.")


def test_the_page_that_asks_for_a_file_leads_to_it(client, curator):
    assert reverse("admin:initiatives_initiative_template") in client.get(start_address(INITIATIVES)).content.decode()


def bytes_of(book):
    """The workbook as a file."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()
