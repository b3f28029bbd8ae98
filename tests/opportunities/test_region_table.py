"""What stands in the table of a region and its file; nonsense in the address; and what it costs."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from tests.factories import MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.regions import MUCH, UTRECHT, place, province, theme_with_figure, three
from tests.opportunity_factories import PassageFactory, ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
PAGE = "/kansen/"
FOR_ALL = [PAGE, "/kansen/csv/"]
PARAMETERS = ["provincie", "bibliotheek", "netwerk", "thema", "themas", "toon", "kans", "sorteer"]
NONSENSE = ["\x00", "a\x00b", "x" * 3900, "x" * 5000, "😀", "<script>alert(1)</script>"]
FORMULAS = ["=1+1", "@SOM(A1)", "+31", '=HYPERLINK("https://kwaad.example")']


@pytest.fixture
def utrecht():
    return province()


@pytest.fixture
def taal():
    return theme_with_figure()


def read_csv(client, **query):
    """The rows of the file, by column name."""
    response = client.get("/kansen/csv/", query)
    assert (response.status_code, response["Content-Disposition"][:30]) == (200, 'attachment; filename="kansen-u')
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def read_xlsx(client, **query):
    """The sheet of the file."""
    response = client.get("/kansen/xlsx/", query)
    assert response.status_code == 200
    return load_workbook(BytesIO(response.content)).active


# --- the cells ------------------------------------------------------------------------------------------
def test_the_themes_of_the_columns(client, utrecht, taal):
    ThemeFactory(slug="lezen", name="Lezen", parent=taal)
    ThemeFactory(slug="zorg", name="Zorg", position=2)
    place(utrecht, "A")

    for query, expected in [({}, ["Taal", "Zorg"]), ({"themas": "alle"}, ["Taal", "Lezen", "Zorg"])]:
        region = client.get(PAGE, UTRECHT | query).context["region"]

        assert [theme.name for theme in region.themes] == expected
        assert [row.theme.name for row in region.lines[0].rows] == expected


def test_a_head_has_the_few_words_of_a_theme_and_tells_its_name_too(client, utrecht, taal):
    ThemeFactory(slug="weg", name="Informatie over voorzieningen", plain_name="De weg vinden", position=2)
    place(utrecht, "A")

    page = client.get(PAGE, UTRECHT).content.decode()

    heads = re.findall(r'<a href="[^"]*sorteer=[^"]*"\s+title="([^"]*)">(.*?)</a>', page, re.DOTALL)
    told = [(title, " ".join(re.sub("<[^>]*>", "", shown).split())) for title, shown in heads]
    assert told == [
        ("Taal", "Taal"),
        ("Informatie over voorzieningen", "De weg vinden: Informatie over voorzieningen"),
    ]


def test_which_level_stands_in_the_cells(client, utrecht, taal):
    municipality = place(utrecht, "A", taal, MUCH)
    ServiceFactory(municipality=municipality, themes=[taal])
    PassageFactory(document__municipality=municipality, theme=taal)
    need = "Hoog <small>30%</small>"
    words = {
        "": need,
        "behoefte": need,
        "onzin": need,
        "kans": "Grote kans <small>30%, behoefte hoog</small>",
        "beleid": "Genoemd <small>1 passage</small>",
        "aanbod": "Beperkt <small>1 bekend</small>",
    }

    pages = {shown: client.get(PAGE, UTRECHT | {"toon": shown}).content.decode() for shown in words}

    cells = {shown: f'<a href="/gemeenten/plaats-a/taal/">{word}</a>' for shown, word in words.items()}
    assert [shown for shown, cell in cells.items() if cell not in pages[shown]] == []


def test_a_cell_names_the_part_that_decides_where_that_has_no_column(client, utrecht):
    main = ThemeFactory(slug="leren", name="Leren")
    part = theme_with_figure(parent=main)
    place(utrecht, "A", part, MUCH)

    pages = [client.get(PAGE, UTRECHT | query).content.decode() for query in ({}, {"themas": "alle"})]

    cell = '<a href="/gemeenten/plaats-a/leren/">Hoog <small>30%{}</small></a>'
    assert [cell.format(", Taal") in pages[0], cell.format("") in pages[1]] == [True, True]


def test_only_the_order_of_blank_spots_is_said_to_be_one(client, utrecht, taal):
    place(utrecht, "A", taal, MUCH)

    orders = ("", "witte-vlekken", "naam", "inwoners", "taal", "onzin")
    said = {
        order: "staan bovenaan" in client.get(PAGE, UTRECHT | {"sorteer": order}).content.decode() for order in orders
    }

    assert [order for order, is_said in said.items() if is_said] == ["", "witte-vlekken", "onzin"]


def test_what_is_not_on_the_site_does_not_count(client, utrecht, taal):
    municipality = place(utrecht, "A", taal, MUCH)
    ServiceFactory(municipality=municipality, themes=[taal], publication_state="ingezonden")

    page = client.get(PAGE, UTRECHT | {"toon": "aanbod"}).content.decode()

    assert '<a href="/gemeenten/plaats-a/taal/">Niet bekend' in page


# --- the file -------------------------------------------------------------------------------------------
def test_the_files_hold_the_municipalities_of_the_page_in_its_order(client, utrecht, taal):
    three(utrecht, taal)
    queries = [{}, {"kans": "onbekend"}, {"sorteer": "naam"}, {"sorteer": "naam", "kans": "sterk-punt"}]

    regions = [client.get(PAGE, UTRECHT | query).context["region"] for query in queries]
    shown = [[line.municipality.name for line in region.lines] for region in regions]

    assert [[row["gemeente"] for row in read_csv(client, **UTRECHT, **query)] for query in queries] == shown
    sheets = [read_xlsx(client, **UTRECHT, **query) for query in queries]
    assert [[cell.value for cell in sheet["A"]][1:] for sheet in sheets] == shown


def test_the_file_tells_every_level_in_words(client, utrecht, taal):
    municipality = place(utrecht, "A", taal, MUCH, cbs_code="GM0310", population=1234, population_year=2024)
    PassageFactory(document__municipality=municipality, theme=taal)

    [row] = read_csv(client, **UTRECHT)

    assert row == {
        "gemeente": "A",
        "code": "GM0310",
        "provincie": "Utrecht",
        "inwoners": "1234",
        "witte vlekken": "1",
        "nog niet bekend": "1",
        "Taal: kans": "Hoge behoefte",
        "Taal: behoefte": "Hoog",
        "Taal: beleid": "Genoemd",
        "Taal: aanbod": "Niet bekend",
        "let op": "",
    }


def test_the_file_holds_no_formula(client, utrecht):
    for text in FORMULAS:
        ThemeFactory(name=text)
        MunicipalityFactory(name=text, province=utrecht)
    safe = {f"'{text}" for text in FORMULAS}

    names, rows = read_xlsx(client, **UTRECHT)["A"][1:], read_csv(client, **UTRECHT)

    assert {(cell.value, cell.data_type) for cell in names} == {(text, "s") for text in safe}
    assert {row["gemeente"] for row in rows} == safe
    assert [name for name in rows[0] if name.startswith(("=", "@", "+"))] == []


def test_a_file_of_nothing_is_not_there(client, utrecht):
    asked = [("pdf", UTRECHT), ("csv", {}), ("csv", {"provincie": "nergens"})]

    assert [client.get(f"/kansen/{kind}/", query).status_code for kind, query in asked] == [404] * 3


# --- nonsense, and what it costs --------------------------------------------------------------------------
def test_nonsense_in_an_address_is_no_error_of_ours(client, utrecht, taal):
    place(utrecht, "A", taal, MUCH)
    wrong = []

    for name in PARAMETERS:
        for text in NONSENSE:
            response = client.get(PAGE, UTRECHT | {name: text})
            if response.status_code not in (200, 404, 414) or b"<script>alert(1)" in response.content:
                wrong.append((name, text, response.status_code))
        files = [client.get("/kansen/csv/", UTRECHT | {name: text}) for text in NONSENSE[:2]]
        wrong += [(name, response.status_code) for response in files if response.status_code not in (200, 404)]

    assert wrong == []


def test_a_parameter_that_is_repeated_is_no_error_of_ours(client, utrecht, taal):
    place(utrecht, "A", taal, MUCH)

    answers = [client.get(PAGE, UTRECHT | {name: ["taal", "", "utrecht"]}) for name in PARAMETERS]

    assert {answer.status_code for answer in answers} <= {200, 404}


def test_a_region_is_only_looked_at(client):
    assert [client.post(PAGE).status_code, client.post("/kansen/csv/").status_code] == [405, 405]


def test_it_costs_the_same_for_1_and_3(client, utrecht, taal):
    def add(name):
        municipality = place(utrecht, name, taal, MUCH)
        SuccessionFactory(predecessor__valid_until="2020-01-01", successor=municipality)
        ServiceFactory(municipality=municipality, themes=[taal])
        PassageFactory(document__municipality=municipality, theme=taal)

    def costs():
        return [number_of_queries(lambda address=address: client.get(address, UTRECHT)) for address in FOR_ALL]

    add("A")
    one = costs()
    add("B")
    add("C")

    assert costs() == one
