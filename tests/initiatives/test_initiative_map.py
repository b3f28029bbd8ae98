import pytest
from django.test import Client

from tests.documents import Reader
from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def client():
    return Reader()


def test_tiles_count_per_province_and_keep_the_other_filters(client):
    utrecht = ProvinceFactory(slug="utrecht")
    InitiativeFactory(phase="pilot", places=[MunicipalityFactory(province=utrecht)])
    InitiativeFactory(phase="idee", places=[MunicipalityFactory(province=utrecht)])

    response = client.get("/praktijkvoorbeelden/kaart/?fase=pilot")

    assert [(tile.slug, tile.count) for tile in response.context["tiles"]] == [("utrecht", 1)]
    assert "?fase=pilot&amp;provincie=utrecht" in response.content.decode()


def test_national_and_local_examples_are_told_apart(client):
    national = InitiativeFactory(is_national=True)
    local = InitiativeFactory()

    response = client.get("/praktijkvoorbeelden/kaart/")

    assert (response.context["national"], response.context["local"]) == ([national.card], [local.card])


def test_dots_are_municipalities_of_today_with_their_counts(client):
    here = {"latitude": "52.1", "longitude": "5.1"}
    place = MunicipalityFactory(**here)
    MunicipalityFactory(**here, valid_until="2001-01-01")
    InitiativeFactory(places=[place])

    response = client.get("/praktijkvoorbeelden/kaart/")

    assert [(dot.municipality, dot.count) for dot in response.context["dots"]] == [(place, 1)]
    assert response.content.decode().count('tabindex="-1"><circle') == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_costs_3_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        InitiativeFactory(places=[MunicipalityFactory(latitude=52, longitude=5)])

    client.get("/praktijkvoorbeelden/")
    with django_assert_num_queries(3):
        Client().get("/praktijkvoorbeelden/kaart/")
