"""The page with all values of one question, in a world with twenty municipalities."""

import pytest
from django.db import transaction

from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory
from tests.search.facet_reading import boxes, shown_counts

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db, pytest.mark.usefixtures("twenty_places")]
ADDRESS = "/praktijkvoorbeelden/filter/gemeente/"
ALL = [f"plaats-{number:02}" for start in (0, 1) for number in range(start, 20, 2)]


@pytest.fixture(scope="module")
def twenty_places(django_db_setup, django_db_blocker):
    """In two provinces, each with an example; made once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        north, south = ProvinceFactory(name="Aa", slug="aa"), ProvinceFactory(name="Bb", slug="bb")
        for number in range(20):
            place = MunicipalityFactory(
                name=f"Plaats {number:02}", slug=f"plaats-{number:02}", province=[north, south][number % 2]
            )
            InitiativeFactory(places=[place], phase="pilot" if number < 5 else "idee")
        write_documents()
        yield
        transaction.set_rollback(True)


def found(client, address=ADDRESS, **query):
    """The values on the page, in order."""
    groups = client.get(address, query).context["groups"]
    return [value.key for _, values in groups for value in values]


@pytest.mark.parametrize("address", [ADDRESS, "/zoeken/filter/gemeente/"])
def test_the_page_of_values_has_all_of_them_by_province(client, address):
    groups = client.get(address).context["groups"]

    assert [heading for heading, _ in groups] == ["Aa", "Bb"]
    assert found(client, address) == ALL
    assert len(boxes(client, address).boxes) == 20


def test_values_are_found_by_the_beginning_of_their_words(client):
    expected = {
        "plaats 07": ["plaats-07"],
        "07": ["plaats-07"],
        "0": [f"plaats-{number:02}" for number in (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)],
        "PLAATS 1 07": [],
        "aats": [],
        "xyz": [],
        "\x00": ALL,
        "'": ALL,
        "  ": ALL,
    }

    assert {text: found(client, zoek=text) for text in expected} == expected


def test_the_page_of_values_keeps_everything_that_was_asked(client):
    query = {"q": "voorbeeld", "fase": "pilot", "gemeente": ["plaats-03", "plaats-19"], "sorteer": "naam", "zoek": "03"}

    page = boxes(client, ADDRESS, **query)

    carried = {("q", "voorbeeld"), ("fase", "pilot"), ("sorteer", "naam"), ("gemeente", "plaats-19")}
    assert (set(page.forms[-1]), "checked" in page.boxes["gemeente", "plaats-03"]) == (carried, True)


def test_values_count_with_the_other_choices(client):
    facet = client.get(ADDRESS, {"fase": "pilot"}).context["facet"]

    assert sum(shown_counts(facet).values()) == 5


def test_the_page_of_values_costs_the_same_for_1_and_20(client, django_assert_num_queries):
    client.get(ADDRESS)

    for query, count in (({"zoek": "07"}, 3), ({"zoek": "plaats"}, 3), ({}, 1)):  # 2 for towns and former places
        with django_assert_num_queries(count):
            client.get(ADDRESS, query)
