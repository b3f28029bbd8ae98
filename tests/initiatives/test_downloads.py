"""The overview as a file for a spreadsheet program."""

import csv
from io import StringIO

import pytest
from django.utils import timezone

from initiatives.downloads import COLUMNS
from initiatives.models import Initiative
from spreadsheets.formulas import harmless
from tests.documents import Reader
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    TargetGroupFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def client():
    return Reader()


URL = "/praktijkvoorbeelden/csv/"
MARK = "\ufeff"


def download(client, query=""):
    """Header and rows; the mark for UTF-8 is left out."""
    text = text_of(client.get(URL + query)).replace(MARK, "")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def text_of(response):
    return b"".join(response).decode()


def titles(client, query=""):
    return [row[0] for row in download(client, query)[1:]]


def test_the_first_row_names_the_columns(client):
    assert download(client) == [COLUMNS]


def test_the_file_has_a_name_with_the_date_and_is_csv(client):
    response = client.get(URL)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == (f'attachment; filename="praktijkvoorbeelden-{timezone.localdate()}.csv"')


def test_the_mark_for_utf_8_stands_at_the_start_and_nowhere_else(client):
    InitiativeFactory.create_batch(2)

    text = text_of(client.get(URL))

    assert text.startswith(MARK)
    assert text.count(MARK) == 1


def test_one_row_tells_all_about_an_initiative(client):
    initiative = InitiativeFactory(
        slug="busje", title="Busje; \"naar\" de bieb", phase="lopend", year=2014, cost_band="geen",
        themes=[ThemeFactory(name="Eenzaamheid")], target_groups=[TargetGroupFactory(name="Ouderen")],
        places=[MunicipalityFactory(name="Hilversum")],
    )  # fmt: skip
    ParticipationFactory(initiative=initiative, organisation=PartnerFactory(name="Senver"), role="partner")
    ParticipationFactory(initiative=initiative, organisation=LibraryFactory(name="Bieb"), role="trekker")

    [row] = download(client)[1:]

    assert row == [
        'Busje; "naar" de bieb', "Praktijkvoorbeeld", "Een voorbeeld.", "Eenzaamheid", "Ouderen", "Bieb", "Senver", "",
        "", "Hilversum", "nee", "Liep in 2014; of het nog zo is, weten we niet", "2014", "Nog niet bevestigd",
        "Geen kosten", "http://testserver/praktijkvoorbeelden/busje/",
    ]  # fmt: skip


def test_every_role_has_its_column(client):
    expected = {
        "trekker": ["trekkers"], "partner": ["partners"], "opdrachtgever": ["opdrachtgevers"],
        "financier": ["financiers"],
    }  # fmt: skip
    for role in expected:
        initiative = InitiativeFactory(title=role)
        ParticipationFactory(initiative=initiative, organisation=PartnerFactory(name=f"UWV {role}"), role=role)

    header, *rows = download(client)

    found = {row[0]: [name for name, cell in zip(header, row, strict=True) if cell == f"UWV {row[0]}"] for row in rows}
    assert found == expected


def test_several_names_in_one_cell_are_separated_by_commas(client):
    InitiativeFactory(themes=[ThemeFactory(name="Taal", position=1), ThemeFactory(name="Werk", position=2)])

    [row] = download(client)[1:]

    assert row[COLUMNS.index("thema’s")] == "Taal, Werk"


def test_there_is_one_row_per_published_example(client):
    InitiativeFactory(title="A")
    InitiativeFactory(title="B")
    for state in ["concept", "ingezonden", "gearchiveerd"]:
        InitiativeFactory(title=state, publication_state=state)

    assert titles(client) == ["A", "B"]


def test_the_filters_and_the_words_of_the_overview_apply(client):
    theme = ThemeFactory(slug="taal")
    InitiativeFactory(title="Taalcafé", themes=[theme], phase="pilot")
    InitiativeFactory(title="Taalhuis", themes=[theme], phase="lopend")
    InitiativeFactory(title="Busje", phase="pilot")

    assert titles(client, "?thema=taal") == ["Taalcafé", "Taalhuis"]
    assert titles(client, "?thema=taal&fase=pilot") == ["Taalcafé"]
    assert titles(client, "?q=busje") == ["Busje"]


def test_an_unknown_value_in_the_address_gives_no_rows_and_not_all(client):
    InitiativeFactory()

    assert titles(client, "?thema=onzin") == []


def test_the_order_of_the_overview_applies_and_all_its_pages_are_in(client):
    for year in range(2000, 2025):
        InitiativeFactory(title=str(year), year=year)

    assert titles(client, "?sorteer=jaar&pagina=2") == [str(year) for year in range(2024, 1999, -1)]


def test_text_that_a_spreadsheet_would_run_is_made_harmless_in_every_column(client):
    starts = ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1"]
    for start in starts:
        initiative = InitiativeFactory(title=start, summary=start, themes=[ThemeFactory(name=start)])
        ParticipationFactory(initiative=initiative, organisation=PartnerFactory(name=start), role="trekker")

    rows = download(client)[1:]

    found = [[cell for cell in row if cell.lstrip("'").startswith(tuple(starts))] for row in rows]
    assert sorted(found) == sorted([f"'{start}"] * 4 for start in starts)


@pytest.mark.parametrize("text", ["50%", "€ 12.000", "a=b", "", 2014])
def test_other_text_is_left_as_it_is(text):
    assert harmless(text) == str(text)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_allowed(client, method):
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_file_costs_as_many_queries_for_one_as_for_three(client, django_assert_num_queries, count):
    theme, group, place = ThemeFactory(), TargetGroupFactory(), MunicipalityFactory()
    for _ in range(count):
        InitiativeFactory(themes=[theme], target_groups=[group], places=[place], partners=[PartnerFactory()])

    client.get("/praktijkvoorbeelden/")
    with django_assert_num_queries(8):
        rows = download(client)

    assert len(rows) == 1 + count == 1 + Initiative.objects.count()
