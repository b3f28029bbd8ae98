import pytest
from django.test import Client

from tests.documents import Reader
from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def client():
    return Reader()


def areas(client, query=""):
    """(municipality, what the map says of it)."""
    drawn = client.get(f"/praktijkvoorbeelden/kaart/{query}").context["map"]
    return [(area.municipality, area.reading.text) for area in drawn.areas]


def test_the_map_counts_what_is_found_per_municipality(client):
    ede, vaals = MunicipalityFactory(cbs_code="GM0228"), MunicipalityFactory(cbs_code="GM0981")
    InitiativeFactory(phase="pilot", places=[ede])
    InitiativeFactory.create_batch(2, phase="idee", places=[ede])

    assert set(areas(client)) == {(ede, "3 voorbeelden"), (vaals, "geen voorbeelden")}
    assert set(areas(client, "?fase=pilot")) == {(ede, "1 voorbeeld"), (vaals, "geen voorbeelden")}


def test_the_map_zooms_in_on_the_provinces_that_are_chosen(client):
    utrecht = ProvinceFactory(slug="utrecht")
    amersfoort = MunicipalityFactory(province=utrecht, cbs_code="GM0307")
    InitiativeFactory(places=[amersfoort])
    InitiativeFactory(places=[MunicipalityFactory(cbs_code="GM0228")])

    assert areas(client, "?provincie=utrecht") == [(amersfoort, "1 voorbeeld")]


def test_national_and_local_examples_are_told_apart(client):
    national = InitiativeFactory(is_national=True)
    local = InitiativeFactory()

    response = client.get("/praktijkvoorbeelden/kaart/")

    assert (response.context["national"], response.context["local"]) == ([national.card], [local.card])


def test_a_municipality_of_the_past_is_not_on_the_map(client):
    InitiativeFactory(places=[MunicipalityFactory(cbs_code="GM0228", valid_until="2001-01-01")])

    assert areas(client) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_costs_5_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        InitiativeFactory(places=[MunicipalityFactory()])

    client.get("/praktijkvoorbeelden/")
    with django_assert_num_queries(5):
        Client().get("/praktijkvoorbeelden/kaart/")
