"""The kansenkaarten of a region: which municipalities, and in which order."""

import pytest

from tests.factories import (
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    SuccessionFactory,
)
from tests.opportunities.regions import LITTLE, MUCH, UTRECHT, place, province, theme_with_figure, three
from tests.opportunity_factories import PassageFactory, ServiceFactory

pytestmark = pytest.mark.django_db
PAGE = "/kansen/"


@pytest.fixture
def utrecht():
    return province()


@pytest.fixture
def taal():
    return theme_with_figure()


def names(client, **query):
    """The municipalities in the table, in order."""
    response = client.get(PAGE, query)
    assert response.status_code == 200
    return [line.municipality.name for line in response.context["region"].lines]


def page(client, **query):
    return client.get(PAGE, query).content.decode()


def test_a_province_has_its_municipalities_of_today(client, utrecht):
    place(utrecht, "Zeist")
    place(utrecht, "Eemnes")
    place(utrecht, "Abcoude", valid_until="2011-01-01")
    MunicipalityFactory(name="Haarlem")

    assert names(client, **UTRECHT) == ["Eemnes", "Zeist"]


def test_a_work_area_has_what_a_municipality_that_ended_lives_on_in(client):
    library = LibraryFactory(slug="de-bieb")
    ended = MunicipalityFactory(name="Weesp", valid_until="2022-03-24")
    for name in ("Amsterdam", "Diemen"):
        SuccessionFactory(predecessor=ended, successor__name=name)
    library.work_area.set([ended, MunicipalityFactory(name="Zaanstad")])
    MunicipalityFactory(name="Haarlem")

    assert names(client, bibliotheek="de-bieb") == ["Amsterdam", "Diemen", "Zaanstad"]


def test_a_network_works_where_its_members_of_now_work(client):
    network = NetworkFactory(slug="samen")
    for name, has_left in [("Zeist", False), ("Haarlem", True), ("Bunnik", False)]:
        library = LibraryFactory()
        library.work_area.add(MunicipalityFactory(name=name))
        NetworkMemberFactory(network=network, organisation=library, has_left=has_left)

    assert names(client, netwerk="samen") == ["Bunnik", "Zeist"]


def test_without_a_region_there_is_no_table(client, utrecht):
    place(utrecht, "Zeist")

    assert names(client) == []
    assert ("Kansen in Nederland" in page(client), "<table" in page(client)) == (True, False)


def test_a_library_of_which_the_work_area_is_not_known_says_so(client):
    LibraryFactory(slug="de-bieb", name="De Bieb")

    assert "Van De Bieb is het werkgebied nog niet bekend." in page(client, bibliotheek="de-bieb")


def test_of_a_network_without_work_area_that_of_its_libraries_is_asked(client):
    network = NetworkFactory(slug="b7")
    NetworkMemberFactory(network=network, organisation=LibraryFactory(slug="de-bieb"))
    NetworkMemberFactory(network=network, organisation=LibraryFactory(slug="weg"), has_left=True)

    text = page(client, netwerk="b7")

    assert ("/vul-aan/de-bieb/werkgebied/" in text, "/vul-aan/weg/werkgebied/" in text) == (True, False)


def test_a_region_that_is_not_there_is_told_in_dutch(client):
    for kind in ("provincie", "bibliotheek", "netwerk"):
        response = client.get(PAGE, {kind: "bestaat-niet"})

        assert (kind, response.status_code) == (kind, 404)
        assert "Deze regio kennen we niet." in response.content.decode()


def test_what_is_archived_is_not_there(client):
    LibraryFactory(slug="weg", name="Opgeheven club", archived_on="2026-01-01")
    NetworkFactory(slug="weg", name="Opgeheven club", archived_on="2026-01-01")
    asked = [(page, kind) for page in (PAGE, "/kansen/csv/", "/kansen/xlsx/") for kind in ("bibliotheek", "netwerk")]

    responses = [client.get(page, {kind: "weg"}) for page, kind in asked]

    assert [response.status_code for response in responses] == [404] * 6
    assert [b"Opgeheven club" in response.content for response in responses] == [False] * 6


# --- in which order, and which are kept -------------------------------------------------------------------
def test_blank_spots_come_first_then_what_is_least_known_then_the_name(client, utrecht, taal):
    three(utrecht, taal)
    place(utrecht, "D")

    assert names(client, **UTRECHT) == ["B", "C", "D", "A"]


def test_much_need_with_supply_is_no_blank_spot(client, utrecht, taal):
    ServiceFactory(municipality=place(utrecht, "A", taal, MUCH), themes=[taal])
    place(utrecht, "B", taal, MUCH)

    lines = client.get(PAGE, UTRECHT).context["region"].lines

    assert [(line.municipality.name, line.blanks) for line in lines] == [("B", 1), ("A", 0)]


def test_the_order_that_was_asked_for(client, utrecht, taal):
    places = three(utrecht, taal)
    for name, population in [("A", 1000), ("B", 20_000)]:
        places[name].population, places[name].population_year = population, 2024
        places[name].save()
    PassageFactory(document__municipality=places["C"], theme=taal)
    orders = [
        ({"sorteer": "naam"}, ["A", "B", "C"]),
        ({"sorteer": "inwoners"}, ["B", "A", "C"]),
        ({"sorteer": "taal", "toon": "behoefte"}, ["B", "A", "C"]),
        ({"sorteer": "taal", "toon": "aanbod"}, ["A", "B", "C"]),
        ({"sorteer": "taal", "toon": "beleid"}, ["C", "A", "B"]),
        ({"sorteer": "onzin"}, ["B", "C", "A"]),
    ]

    assert [(query, names(client, **UTRECHT, **query)) for query, _ in orders] == orders


def test_in_the_order_of_chances_the_largest_comes_first(client, utrecht, taal):
    for name, need, policy, services in [
        ("A", LITTLE, "genoemd", 1),
        ("B", MUCH, "", 1),
        ("C", MUCH, "speerpunt", 1),
        ("D", 15, "", 3),
    ]:
        municipality = place(utrecht, name, taal, need)
        ServiceFactory.create_batch(services, municipality=municipality, themes=[taal])
        if policy:
            PassageFactory(document__municipality=municipality, theme=taal, weight=policy)

    lines = client.get(PAGE, UTRECHT | {"sorteer": "taal", "toon": "kans"}).context["region"].lines

    found = [(line.municipality.name, line.rows[0].chance.value) for line in lines]
    assert found == [("C", "grote-kans"), ("B", "kans"), ("D", "sterk-punt"), ("A", "geen-prioriteit")]


def test_only_municipalities_with_that_chance_somewhere(client, utrecht, taal):
    places = three(utrecht, taal)
    ServiceFactory(municipality=places["B"], themes=[taal])

    found = {chance: names(client, **UTRECHT, kans=chance) for chance in ("kans", "onbekend", "sterk-punt")}

    assert found == {"kans": ["B"], "onbekend": ["C"], "sterk-punt": ["A"]}


def test_when_none_has_that_chance_the_page_says_so(client, utrecht):
    place(utrecht, "A")

    assert "Geen gemeente in deze regio heeft dat." in page(client, **UTRECHT, kans="grote-kans")
