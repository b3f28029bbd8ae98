"""The tick boxes of the filter form, and the page with all values of one question."""

from html.parser import HTMLParser

import pytest

from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory
from tests.search.test_facets import shown_counts

pytestmark = pytest.mark.django_db


class Boxes(HTMLParser):
    """``{(name, value): attributes}`` of every tick box, and the hidden fields of each form that asks."""

    def __init__(self, page):
        super().__init__()
        self.boxes, self.forms = {}, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.is_asking = attributes.get("method") == "get"
            self.forms += [[]] if self.is_asking else []
        if tag == "input" and attributes.get("type") == "checkbox":
            self.boxes[attributes["name"], attributes["value"]] = attributes
        if tag == "input" and attributes.get("type") == "hidden" and self.is_asking:
            self.forms[-1].append((attributes["name"], attributes["value"]))


def boxes(client, address, **query):
    write_documents()
    return Boxes(client.get(address, query).content.decode())


def test_a_value_without_documents_is_there_and_cannot_be_chosen(client):
    InitiativeFactory(phase="pilot")
    found = boxes(client, "/praktijkvoorbeelden/").boxes

    assert [("disabled" in found["fase", value]) for value in ("idee", "pilot", "gestopt")] == [True, False, True]


def test_a_chosen_value_without_documents_can_be_unticked(client):
    InitiativeFactory(phase="pilot", year=2014)
    InitiativeFactory(phase="idee", year=2019)

    box = boxes(client, "/praktijkvoorbeelden/", fase="idee", jaar="2014").boxes["fase", "idee"]

    assert ("checked" in box, "disabled" in box) == (True, False)


@pytest.fixture
def twenty_places():
    north, south = ProvinceFactory(name="Aa", slug="aa"), ProvinceFactory(name="Bb", slug="bb")
    for number in range(20):
        place = MunicipalityFactory(
            name=f"Plaats {number:02}", slug=f"plaats-{number:02}", province=[north, south][number % 2]
        )
        InitiativeFactory(places=[place], phase="pilot" if number < 5 else "idee")


@pytest.mark.parametrize("address", ["/praktijkvoorbeelden/filter/gemeente/", "/zoeken/filter/gemeente/"])
def test_the_page_of_values_has_all_of_them_by_province(client, twenty_places, address):
    write_documents()
    groups = client.get(address).context["groups"]

    assert [heading for heading, _ in groups] == ["Aa", "Bb"]
    assert [value.key for _, values in groups for value in values] == [
        f"plaats-{number:02}" for start in (0, 1) for number in range(start, 20, 2)
    ]
    assert len(boxes(client, address).boxes) == 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plaats 07", ["plaats-07"]), ("07", ["plaats-07"]),
     ("0", [f"plaats-{number:02}" for number in (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)]),
     ("PLAATS 1 07", []), ("aats", []), ("xyz", []), ("\x00", None), ("'", None), ("  ", None)],
)  # fmt: skip
def test_values_are_found_by_the_beginning_of_their_words(client, twenty_places, text, expected):
    write_documents()
    groups = client.get("/praktijkvoorbeelden/filter/gemeente/", {"zoek": text}).context["groups"]

    found = [value.key for _, values in groups for value in values]
    assert found == expected if expected is not None else len(found) == 20


def test_the_page_of_values_keeps_everything_that_was_asked(client, twenty_places):
    query = {"q": "voorbeeld", "fase": "pilot", "gemeente": ["plaats-03", "plaats-19"], "sorteer": "naam", "zoek": "03"}

    page = boxes(client, "/praktijkvoorbeelden/filter/gemeente/", **query)

    carried = {("q", "voorbeeld"), ("fase", "pilot"), ("sorteer", "naam"), ("gemeente", "plaats-19")}
    assert (set(page.forms[-1]), "checked" in page.boxes["gemeente", "plaats-03"]) == (carried, True)


def test_values_count_with_the_other_choices(client, twenty_places):
    write_documents()
    facet = client.get("/praktijkvoorbeelden/filter/gemeente/", {"fase": "pilot"}).context["facet"]

    assert sum(shown_counts(facet).values()) == 5


def test_the_page_of_values_costs_the_same_for_1_and_20(client, django_assert_num_queries, twenty_places):
    write_documents()
    address = "/praktijkvoorbeelden/filter/gemeente/"
    client.get(address)

    for query in ({"zoek": "07"}, {}):
        with django_assert_num_queries(1):
            client.get(address, query)
