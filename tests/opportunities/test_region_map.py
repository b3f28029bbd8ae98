"""The map of a region and of the whole country: which theme, which level, which municipalities."""

import pytest

from tests.factories import MunicipalityFactory, ProvinceFactory, ThemeFactory
from tests.opportunities.regions import LITTLE, MUCH, UTRECHT, place, province, theme_with_figure
from tests.opportunity_factories import PassageFactory, ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
PAGE = "/kansen/"


@pytest.fixture
def utrecht():
    return province()


@pytest.fixture
def taal():
    return theme_with_figure()


@pytest.fixture
def amersfoort(utrecht, taal):
    """It needs much, and has little of what it wants."""
    amersfoort = place(utrecht, "Amersfoort", taal, MUCH, cbs_code="GM0307")
    ServiceFactory(municipality=amersfoort, themes=[taal])
    PassageFactory(document__municipality=amersfoort, theme=taal)
    return amersfoort


@pytest.fixture
def ede(taal):
    """It lies elsewhere, and needs little."""
    return place(ProvinceFactory(slug="gelderland"), "Ede", taal, LITTLE, cbs_code="GM0228")


def drawn(client, **query):
    return client.get(PAGE, query).context["map"].drawn


def readings(client, **query):
    """{name: (shade, text)} of the areas on the map."""
    areas = drawn(client, **query).areas
    return {area.municipality.name: (area.reading.shade, area.reading.text) for area in areas}


def test_it_opens_with_the_need_of_the_first_theme_in_the_whole_country(client, amersfoort, ede):
    ThemeFactory(slug="zorg", name="Zorg", position=2)

    assert drawn(client).title == "Behoefte: Taal"
    assert readings(client) == {"Amersfoort": ("3", "hoog, 30%"), "Ede": ("1", "laag, 1%")}


def test_choosing_a_province_zooms(client, amersfoort, ede):
    assert readings(client, **UTRECHT) == {"Amersfoort": ("3", "hoog, 30%")}
    assert drawn(client, **UTRECHT).letter_size < drawn(client).letter_size


def test_chance_policy_or_supply_may_be_the_colour(client, amersfoort, ede):
    expected = {
        "kans": {"Amersfoort": ("4", "grote kans"), "Ede": ("0", "lage behoefte")},
        "beleid": {"Amersfoort": ("2", "genoemd"), "Ede": ("x", "niet bekend")},
        "aanbod": {"Amersfoort": ("2", "beperkt"), "Ede": ("x", "niet bekend")},
    }

    assert {shown: readings(client, toon=shown) for shown in expected} == expected


def test_another_theme_may_be_chosen_also_a_part(client, amersfoort):
    ThemeFactory(slug="zorg", name="Zorg", position=2)
    ThemeFactory(slug="mantelzorg", name="Mantelzorg", parent=ThemeFactory(slug="welzijn", position=3))
    themes = {"zorg": "Zorg", "mantelzorg": "Mantelzorg", "bestaat-niet": "Taal"}

    titles = {slug: drawn(client, thema=slug).title for slug in themes}

    assert titles == {slug: f"Behoefte: {name}" for slug, name in themes.items()}
    assert readings(client, thema="mantelzorg") == {"Amersfoort": ("x", "niet bekend")}


def test_an_area_leads_to_what_the_theme_rests_on(client, amersfoort):
    assert [area.url for area in drawn(client).areas] == ["/gemeenten/plaats-amersfoort/taal/"]


def test_figures_of_different_kinds_are_not_put_beside_each_other(client, taal, amersfoort, ede):
    lezen = theme_with_figure(slug="lezen", name="Lezen", parent=taal)
    place(amersfoort.province, "Baarn", lezen, MUCH, cbs_code="GM0308")

    assert readings(client)["Amersfoort"] == ("3", "hoog")


def test_the_map_is_a_table_too(client, amersfoort):
    page = client.get(PAGE).content.decode()

    assert "De kaart als tabel" in page
    assert "<td>hoog, 30%</td>" in page


def test_a_municipality_of_the_past_is_not_on_it(client, taal, utrecht):
    place(utrecht, "Weesp", taal, MUCH, cbs_code="GM0228", valid_until="2001-01-01")

    assert readings(client) == {}


def test_it_costs_the_same_for_1_and_3(client, utrecht, taal):
    def costs():
        return [number_of_queries(lambda query=query: client.get(PAGE, query)) for query in ({}, UTRECHT)]

    place(utrecht, "A", taal, MUCH, cbs_code="GM0307")
    one = costs()
    place(utrecht, "B", taal, MUCH, cbs_code="GM0308")
    place(utrecht, "C", taal, LITTLE, cbs_code="GM0310")

    assert costs() == one


def test_without_themes_or_municipalities_there_is_still_a_page(client):
    assert client.get(PAGE).status_code == 200
    MunicipalityFactory(cbs_code="GM0307")
    assert client.get(PAGE).status_code == 200
