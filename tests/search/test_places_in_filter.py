"""Every town, village and postcode leads to its municipality in the field above all values of a filter."""

import pytest
from django.db import transaction

from partners.places import POSTCODES, TOWNS, rows_of
from partners.search.facets import municipalities_meant
from search.codes import code
from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityAliasFactory, MunicipalityFactory, ProvinceFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db, pytest.mark.usefixtures("country")]
ADDRESS = "/praktijkvoorbeelden/filter/gemeente/"
WITHOUT_EXAMPLE = "GM1699"
# as somebody may type it: the codes of the municipalities
PLACES = {
    "Weesp": "GM0363",
    "WEESP": "GM0363",
    "Hem": "GM0498",
    "'t Waar": "GM1895",
    "’t Waar": "GM1895",
    "t waar": "GM1895",
    "Hoek": "GM0715",
    "Hengelo (Gld)": "GM1876",
    "hengelo gld": "GM1876",
    "'s-Gravenmoer": "GM0766",
    "s gravenmoer": "GM0766",
    "Den Haag": "GM0518",
    "Rijswijk": "GM0214 GM0603 GM1959",
    "Hoogvliet": "GM0599",
    "IJmuiden": "GM0453",
    "Elst": "GM0340 GM1734",
    "Elst Ut": "GM0340",
    "2e Exloërmond": "GM1681",
    "2e exloermond": "GM1681",
    "Nes": "GM0060 GM0074 GM1970",
    "Sint-Annaparochie": "GM1949",
    "st annaparochie": "GM1949",
    "Sint Willebrord": "GM0840",
    "Húns": "GM0080",
    "huns": "GM0080",
    "Ouderkerk aan de Amstel": "GM0437",
    "1382 AB": "GM0363",
    "1382ab": "GM0363",
    "9999": "GM1966",
    "5091": "GM0798 GM0823",
    "1099": "GM0437",
    "nergenshuizen": "",
    "0999": "",
    "Ee": "",
}


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """The municipalities of all places, each but one with an example; made once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        province = ProvinceFactory()
        codes = {row["gemeente"] for name in (TOWNS, POSTCODES) for row in rows_of(name)}
        places = []
        for number, cbs_code in enumerate(sorted(codes | {"GM0518"})):
            names = {"name": f"Gebied {number}", "slug": f"gebied-{number}"}
            place = MunicipalityFactory(**names, cbs_code=cbs_code, province=province, latitude=52, longitude=5)
            places.append(place)
        by_code = {place.cbs_code: place for place in places}
        MunicipalityAliasFactory(municipality=by_code["GM0518"], name="Den Haag", slug="den-haag")
        InitiativeFactory(places=[place for place in places if place.cbs_code != WITHOUT_EXAMPLE])
        write_documents()
        yield by_code
        transaction.set_rollback(True)


def found(client, country, text):
    code_of = {place.slug: place.cbs_code for place in country.values()}
    groups = client.get(ADDRESS, {"zoek": text}).context["groups"]
    return sorted(code_of[value.key] for _, values in groups for value in values)


def test_a_town_or_postcode_leads_to_its_municipality_however_it_is_typed(client, country):
    expected = {text: codes.split() for text, codes in PLACES.items()}

    assert {text: found(client, country, text) for text in expected} == expected


def test_every_place_of_the_lists_leads_to_its_municipality(country):
    astray = []
    for name, column in ((TOWNS, "naam"), (POSTCODES, "postcode")):
        for row in rows_of(name)[::25]:
            wanted = code("gemeente", country[row["gemeente"]].pk)
            if wanted not in municipalities_meant(row[column]):
                astray.append(row[column])

    assert astray == []


def test_a_place_without_examples_is_named_and_leads_to_what_is_near(client, country):
    page = client.get(ADDRESS, {"zoek": "Een"}).content.decode()
    name = country[WITHOUT_EXAMPLE].name

    assert f"Bij {name} staat nog niets." in page
    assert f'href="/praktijkvoorbeelden/?bij={name.replace(" ", "%20")}"' in page
    assert "Geen naam gevonden" not in page


def test_what_only_some_letters_name_is_no_place(client, country):
    page = client.get("/praktijkvoorbeelden/", {"bij": "gebied"}).content.decode()

    assert "We kennen geen plaats of postcode ‘gebied’." in page


def test_a_postcode_of_which_the_sources_do_not_agree_is_asked(client, country):
    one = client.get("/praktijkvoorbeelden/", {"bij": "1099"}).content.decode()
    several = client.get("/praktijkvoorbeelden/", {"bij": "5091"}).content.decode()

    assert "Van ‘1099’ weten we de gemeente niet zeker." in one
    assert "‘5091’ kan in meer dan één gemeente liggen." in several
