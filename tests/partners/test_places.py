"""Which municipality somebody means: by a town, a postcode, or a name of before."""

import pytest

from partners.models import Municipality
from partners.places import TOWNS, is_doubtful, postcode_in, postcodes, rows_of, spots_called, towns
from tests.documents import Reader
from tests.factories import MunicipalityFactory, SuccessionFactory

ASKED = {"Bussum": ["Gooise Meren"], "3811": ["Amersfoort"], "hoogland": ["Amersfoort"]}  # words: what is found
PLACES = {"GM0307": "Amersfoort", "GM1942": "Gooise Meren", "GM1930": "Nissewaard", "GM0603": "Rijswijk (ZH.)"}


def codes(text):
    return {spot.municipality_code for spot in spots_called(text)}


def test_all_of_the_lists_are_there():
    assert (len(rows_of(TOWNS)), len(postcodes())) == (2502, 4086)


def test_what_is_a_postcode():
    texts = {"3811 AB": "3811", "3811ab": "3811", " 3811 ": "3811", "0123": "", "38111": "", "Bussum": "", "3811 A": ""}

    assert {text: postcode_in(text) for text in texts} == texts


def test_a_town_or_postcode_is_in_its_municipality():
    expected = {
        "3811 AB": {"GM0307"},
        "3811": {"GM0307"},
        "Bussum": {"GM1942"},
        "Weesp": {"GM0363"},
        "spijkenisse": {"GM1930"},
        "rijswijk": {"GM0603", "GM0214", "GM1959"},
        "9999": {"GM1966"},
        "Hoogvliet": {"GM0599"},
        "Hoogvliet Rotterdam": {"GM0599"},
        "Beuningen": {"GM0209", "GM0168"},
        "Beuningen Gld": {"GM0209"},
        "Hengelo (Gld)": {"GM1876"},
        "Nieuw": set(),
        "nergenshuizen": set(),
    }

    assert {text: codes(text) for text in expected} == expected


def test_where_the_sources_do_not_agree_all_they_say_is_possible():
    assert (is_doubtful("2324 AB"), is_doubtful("3811")) == (True, False)
    assert codes("2324") == {"GM0307", "GM0546"}


def test_nearly_every_town_has_a_point_in_the_country():
    spots = [spot for spots in towns().values() for spot in spots]
    outside = [spot for spot in spots if spot.latitude and not (50 < spot.latitude < 54 and 3 < spot.longitude < 8)]

    assert outside == []
    assert len([spot for spot in spots if spot.latitude is None]) == 15


@pytest.mark.django_db
def test_the_field_for_your_municipality_leads_there(client):
    for code, name in PLACES.items():
        MunicipalityFactory(cbs_code=code, name=name, slug=name.split()[0].lower())
    expected = {
        "3811 AB": "/gemeenten/amersfoort/",
        "3811": "/gemeenten/amersfoort/",
        "Bussum": "/gemeenten/gooise/",
        "spijkenisse": "/gemeenten/nissewaard/",
    }

    found = {text: client.get("/gemeenten/", {"zoek": text}).headers.get("Location") for text in expected}

    assert found == expected


@pytest.mark.django_db
def test_what_may_be_several_is_asked(client):
    places = {MunicipalityFactory(cbs_code=code) for code in ("GM0603", "GM0214", "GM1959")}

    assert set(client.get("/gemeenten/", {"zoek": "Rijswijk"}).context["matches"]) == places


@pytest.mark.django_db
def test_a_postcode_in_doubt_is_asked_even_if_there_is_one(client):
    amersfoort = MunicipalityFactory(cbs_code="GM0307")

    response = client.get("/gemeenten/", {"zoek": "2324 AB"})

    assert response.context["matches"] == [amersfoort]
    assert "Over de postcode 2324 AB zijn onze bronnen het niet eens." in response.content.decode()


@pytest.mark.django_db
def test_a_town_that_was_a_municipality_leads_there_by_its_own_name(client):
    weesp = MunicipalityFactory(name="Weesp", slug="weesp", valid_until="2022-03-24")
    amsterdam = MunicipalityFactory(cbs_code="GM0363", slug="amsterdam")
    SuccessionFactory(predecessor=weesp, successor=amsterdam, takes_effect_on="2022-03-24")

    assert client.get("/gemeenten/", {"zoek": "Weesp"}).headers["Location"] == "/gemeenten/weesp/"


@pytest.mark.django_db
def test_a_comparison_and_a_note_know_towns_and_postcodes(client):
    MunicipalityFactory(cbs_code="GM0307", name="Amersfoort", slug="amersfoort")
    MunicipalityFactory(cbs_code="GM1942", name="Gooise Meren", slug="gooise-meren")

    compared = client.get("/vergelijk/gemeenten/", {"gemeente": ["3811 AB", "Bussum"]}, follow=True)
    note = client.get("/gespreksnotitie/maken/", {"gemeente": "Bussum"}).content.decode()

    assert [place.slug for place in compared.context["compared"]] == ["amersfoort", "gooise-meren"]
    assert "Gooise Meren" in note


@pytest.mark.django_db
@pytest.mark.postgresql
def test_the_search_finds_a_municipality_by_its_towns_and_postcodes():
    reader = Reader()
    MunicipalityFactory(cbs_code="GM1942", name="Gooise Meren", slug="gooise-meren")
    MunicipalityFactory(cbs_code="GM0307", name="Amersfoort", slug="amersfoort")

    found = {text: [card["title"] for card in reader.get("/zoeken/", {"q": text}).context["results"]] for text in ASKED}

    assert found == ASKED


def test_people_live_in_a_town_and_on_an_island():
    names = ["Utrecht", "Texel", "Urk", "’s-Gravenhage"]

    assert [Municipality(name=name).where for name in names] == [
        "in Utrecht",
        "op Texel",
        "op Urk",
        "in ’s-Gravenhage",
    ]
