"""The tables of municipalities and of reorganisations go through the real import; the files are made up by us."""

from datetime import date

import pytest

from partners.models import Municipality, Succession
from tests.factories import MunicipalityFactory, ProvinceFactory
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import page, press, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
AREAS = "RegioS;Naam_2;Code_28;Inwonertal_57\nGM9901;Testdam;PV20;1200\nGM9902;Nieuwstad;PV20;900\n"
OLDER_LIST = "Gemeentecode;Provinciecode;Gemeentenaam\n9901;20;Testdam\n99;20;Nieuwstad\n"
REORGANISATIONS = (
    "old_code;old_name;old_province;new_code;new_name;date;kind;role\n"
    "GM9901;Testdam;Groningen;GM9903;Dammen;2027-01-01;merged_into_new;whole\n"
    "GM9902;Oudstad;Groningen;GM9903;Dammen;2027-01-01;merged_into_new;whole\n"
)


@pytest.fixture
def curator(client):
    """The client, as a curator of the country; Testdam lies in Groningen."""
    province = ProvinceFactory(code="PV20", name="Groningen", slug="groningen")
    MunicipalityFactory(
        cbs_code="GM9901", name="Testdam", slug="testdam", province=province, population=1000, population_year=2025
    )
    client.force_login(national_curator())
    return client


def import_of(client, content, name, model="partners.municipality"):
    """The run of a file that was confirmed, and what its page said before that."""
    run = upload(client, content, model=model, name=name)
    told = page(client, run)
    press(client, run, "bevestigen")
    return run, told


def inhabitants():
    return {place.slug: (place.population, place.population_year) for place in Municipality.objects.all()}


def test_areas_of_a_year_bring_inhabitants_and_new_municipalities(curator):
    MunicipalityFactory(cbs_code="GM9909", name="Oudstad", slug="oudstad")

    run, told = import_of(curator, AREAS, "Gebieden_in_Nederland_2026.csv")

    assert (run.layout, run.counts) == ("cbs-gebieden", {"veranderd": 1, "nieuw": 1})
    assert inhabitants() == {"testdam": (1200, 2026), "nieuwstad": (900, 2026), "oudstad": (None, None)}
    assert "1 gemeente in deze tabel bestond volgens ons op 1 januari 2026 niet: Nieuwstad." in told
    assert "1 gemeente die volgens ons op 1 januari 2026 bestond, staat er niet in: Oudstad." in told
    [source] = Municipality.objects.get(slug="nieuwstad").sources.all()
    assert (source.slug, source.publisher) == ("cbs-gebieden-2026", "CBS")


def test_a_table_of_an_earlier_year_replaces_nothing_that_we_know(curator):
    run, _ = import_of(curator, AREAS, "Gebieden_in_Nederland_2020.csv")

    assert run.counts == {"gelijk": 1, "nieuw": 1}
    assert inhabitants() == {"testdam": (1000, 2025), "nieuwstad": (900, 2020)}


def test_without_a_year_in_the_name_of_the_file_inhabitants_are_left_out(curator):
    _, told = import_of(curator, AREAS, "gebieden.csv")

    assert inhabitants() == {"testdam": (1000, 2025), "nieuwstad": (None, None)}
    assert "in de naam van het bestand staat geen jaar" in told


def test_the_older_list_has_bare_numbers_for_codes(curator):
    run, _ = import_of(curator, OLDER_LIST, "Gemeenten alfabetisch 2026.csv")

    assert run.layout == "cbs-gemeenten-oud"
    assert Municipality.objects.get(slug="nieuwstad").cbs_code == "GM0099"
    assert inhabitants()["testdam"] == (1000, 2025)


def test_reorganisations_make_the_municipalities_that_only_they_know(curator):
    run, told = import_of(curator, REORGANISATIONS, "herindelingen.csv", model="partners.succession")

    assert (run.layout, run.counts) == ("herindelingen", {"nieuw": 2})
    assert "1 gemeente is nieuw: Dammen." in told
    rows = Succession.objects.order_by("predecessor__cbs_code")
    assert [(row.predecessor.name, row.successor.name, row.takes_effect_on, row.kind) for row in rows] == [
        ("Testdam", "Dammen", date(2027, 1, 1), Succession.Kind.MERGED),
        ("Oudstad", "Dammen", date(2027, 1, 1), Succession.Kind.MERGED),
    ]
