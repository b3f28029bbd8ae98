"""The order *Dichtbij*: nearest first from a town, postcode or municipality, each result once."""

import pytest

from partners.places import kilometres_between
from search.nearby import NearestFirst
from tests.documents import write_documents
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ParticipationFactory
from tests.queries import number_of_queries

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
MIDDLES = {  # code: name, latitude, longitude
    "GM0307": ("Amersfoort", 52.156, 5.389),
    "GM0344": ("Utrecht", 52.091, 5.122),
    "GM0363": ("Amsterdam", 52.370, 4.895),
    "GM0014": ("Groningen", 53.219, 6.567),
}


@pytest.fixture
def towns():
    """{name: municipality} of four places."""
    made = {}
    for code, (name, latitude, longitude) in MIDDLES.items():
        made[name] = MunicipalityFactory(
            name=name, slug=name.lower(), cbs_code=code, latitude=latitude, longitude=longitude
        )
    return made


def example(title, *places, library=None):
    """An example in these places."""
    made = InitiativeFactory(title=title, places=places)
    if library:
        ParticipationFactory(initiative=made, organisation=library)
    return made


def titles(client, query):
    page = client.get(f"/praktijkvoorbeelden/?{query}")
    return [result["title"] for result in page.context["results"]]


def test_the_distance_of_two_towns():
    amersfoort, groningen = (52.156, 5.389), (53.219, 6.567)

    assert round(kilometres_between(amersfoort, groningen)) == 142
    assert kilometres_between(groningen, groningen) == 0


def test_nearest_first_and_what_has_no_place_last(client, towns):
    example("A ergens")
    example("B ver", towns["Groningen"])
    example("C dichterbij", towns["Amsterdam"])
    example("D naast", towns["Utrecht"])
    example("E hier", towns["Amersfoort"])
    write_documents()

    expected = ["E hier", "D naast", "C dichterbij", "B ver", "A ergens"]
    asked = ("bij=amersfoort", "bij=3811", "bij=3811+AB", "bij=Hoogland", "bij=GM0307")
    assert {query: titles(client, query) for query in asked} == dict.fromkeys(asked, expected)


def test_an_example_in_more_places_stands_once_at_its_nearest(client, towns):
    example("Twee plaatsen", towns["Groningen"], towns["Utrecht"])
    example("Eén plaats", towns["Amsterdam"])
    write_documents()

    assert titles(client, "bij=utrecht") == ["Twee plaatsen", "Eén plaats"]


def test_an_example_without_a_place_is_where_its_library_works(client, towns):
    library = LibraryFactory()
    library.work_area.set([towns["Groningen"], towns["Amersfoort"]])
    example("Van de bibliotheek", library=library)
    example("Ertussen", towns["Utrecht"])
    write_documents()

    assert titles(client, "bij=amersfoort") == ["Van de bibliotheek", "Ertussen"]
    assert titles(client, "bij=utrecht") == ["Ertussen", "Van de bibliotheek"]


def test_a_card_says_how_far_it_is(client, towns):
    example("Hier", towns["Amersfoort"])
    example("Daar", towns["Groningen"])
    write_documents()

    page = client.get("/praktijkvoorbeelden/?bij=amersfoort")

    assert [result["distance"] for result in page.context["results"]] == ["in deze gemeente", "ongeveer 142 km"]
    assert "ongeveer 142 km" in page.content.decode()


def test_pages_have_no_doubles_and_no_gaps(client, towns):
    places = list(towns.values())
    for number in range(45):
        example(f"Voorbeeld {number:02}", places[number % 4])
    write_documents()

    pages = [titles(client, f"bij=utrecht&pagina={number}") for number in (1, 2, 3)]

    shown = [title for page in pages for title in page]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert sorted(shown) == [f"Voorbeeld {number:02}" for number in range(45)]


def test_what_may_be_several_places_is_asked(client, towns):
    MunicipalityFactory(name="Rijswijk (ZH.)", slug="rijswijk-zh", cbs_code="GM0603", latitude=52.04, longitude=4.32)
    MunicipalityFactory(name="Altena", slug="altena", cbs_code="GM1959", latitude=51.77, longitude=4.96)
    write_documents()

    page = client.get("/praktijkvoorbeelden/?bij=rijswijk")

    chosen = dict(page.context["filter"].place_choices)
    assert chosen == {"bij=GM0603": "Rijswijk (ZH.)", "bij=GM1959": "Altena"}
    assert page.context["filter"].order == "naam"


def test_a_postcode_of_which_the_sources_do_not_agree_is_asked(client, towns):
    MunicipalityFactory(name="Leiden", slug="leiden", cbs_code="GM0546", latitude=52.16, longitude=4.49)
    write_documents()

    assert "Kies zelf" in client.get("/zoeken/?bij=2324").content.decode()


def test_a_place_that_nobody_knows_is_told(client, towns):
    write_documents()

    page = client.get("/zoeken/?bij=nergenshuizen").content.decode()

    assert "We kennen geen plaats of postcode ‘nergenshuizen’." in page


def test_another_order_and_every_link_keep_the_place(client, towns):
    example("Ver", towns["Groningen"])
    write_documents()

    filterset = client.get("/praktijkvoorbeelden/?bij=utrecht&sorteer=naam").context["filter"]

    assert (filterset.order, filterset.query) == ("naam", "sorteer=naam&bij=utrecht")
    assert filterset.chips == [("Dichtbij Utrecht", "sorteer=naam")]


def test_a_list_nearest_first_costs_the_same_for_one_ring_as_for_four(client, towns):
    counted = []
    for number, town in enumerate(towns.values()):
        example(f"In {town} {number}", town)
        write_documents()
        client.get("/praktijkvoorbeelden/?bij=utrecht")
        counted.append(number_of_queries(lambda: client.get("/praktijkvoorbeelden/?bij=utrecht")))

    assert counted == [counted[0]] * 4


def test_rings_have_every_document_once(client, towns):
    example("Hier", towns["Utrecht"])
    example("Daar", towns["Groningen"])
    write_documents()
    results = client.get("/zoeken/?bij=utrecht").context["filter"].results

    assert isinstance(results, NearestFirst)
    assert sum(len(ring.documents) for ring in results.rings) == len(results)
    assert len(results[0 : len(results)]) == len(results)


def test_a_postcode_that_is_searched_for_leads_to_the_choice_of_its_municipality(client, towns):
    MunicipalityFactory(name="Leiden", cbs_code="GM0546")  # which has 2334 and 2321: no spelling of 2324
    write_documents()

    pages = {words: client.get(f"/zoeken/?q={words}").content.decode() for words in ("2324", "2324+AB", "nergens")}

    said = "Kies de gemeente bij postcode"
    assert {words: said in page for words, page in pages.items()} == {"2324": True, "2324+AB": True, "nergens": False}
    assert "/gemeenten/?zoek=2324%20AB" in pages["2324+AB"]


def test_from_one_chosen_municipality_a_link_leads_to_its_surroundings(client, towns):
    example("Hier", towns["Amersfoort"])
    example("Ernaast", towns["Utrecht"])
    write_documents()

    page = client.get("/praktijkvoorbeelden/?gemeente=amersfoort")
    query, name = page.context["filter"].around
    others = [
        client.get(f"/praktijkvoorbeelden/?{each}").context["filter"] for each in ("", query, "gemeente=x&gemeente=y")
    ]

    assert "Zoek in de buurt van Amersfoort" in page.content.decode()
    assert (query, name) == ("bij=amersfoort", "Amersfoort")
    assert titles(client, query) == ["Hier", "Ernaast"]
    assert [each.around for each in others] == [None, None, None]
