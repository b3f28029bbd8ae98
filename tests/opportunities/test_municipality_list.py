import pytest
from django.test import Client

from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory, SuccessionFactory

pytestmark = pytest.mark.django_db


def test_lists_municipalities_of_today_with_their_counts(client):
    now = MunicipalityFactory(name="Amsterdam", slug="amsterdam")
    then = MunicipalityFactory(name="Weesp", valid_until="2022-03-24")
    SuccessionFactory(predecessor=then, successor=now)
    InitiativeFactory(places=[then])
    InitiativeFactory(places=[now], publication_state="concept")

    response = client.get("/gemeenten/")

    assert list(response.context["municipalities"]) == [now]
    assert response.context["counts"] == {"amsterdam": 1}


def test_searching_leads_to_the_municipality_that_is_meant(client):
    MunicipalityFactory(name="'s-Hertogenbosch", slug="s-hertogenbosch").aliases.create(name="Den Bosch")
    MunicipalityFactory(name="Utrecht", slug="utrecht")
    names = ["Den Bosch", "den bosch", "'s-Hertogenbosch", "hertogenb", "  DEN BOSCH "]

    found = {asked: client.get("/gemeenten/", {"zoek": asked}).headers.get("Location") for asked in names}

    assert found == dict.fromkeys(names, "/gemeenten/s-hertogenbosch/")


def test_several_matches_are_offered(client):
    both = {MunicipalityFactory(slug=f"bergen-{place}") for place in ("l", "nh")}

    assert set(client.get("/gemeenten/?zoek=bergen").context["matches"]) == both


def test_no_match_says_so(client):
    MunicipalityFactory(slug="utrecht")

    pages = [client.get("/gemeenten/", {"zoek": asked}) for asked in ("zzz", "'; --", "\x00x", "😀", "x" * 3000)]

    assert ["Geen gemeente gevonden" in page.content.decode() for page in pages] == [True] * 5


def test_narrows_by_province_and_says_when_that_is_unknown(client):
    utrecht = MunicipalityFactory(province=ProvinceFactory(slug="utrecht"))
    MunicipalityFactory()

    assert list(client.get("/gemeenten/?provincie=utrecht").context["municipalities"]) == [utrecht]
    assert "We kennen geen provincie" in client.get("/gemeenten/?provincie=nergens").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_5_queries(django_assert_num_queries, count):
    for place in MunicipalityFactory.create_batch(count, latitude=52, longitude=5):
        InitiativeFactory(places=[place])

    Client().get("/gemeenten/")  # what is kept in memory
    with django_assert_num_queries(5):
        Client().get("/gemeenten/")
