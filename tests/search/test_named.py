"""What names a thing itself: a library by where it works, a place by its name, and words by each other."""

import re
from html import unescape

import pytest

from initiatives.filters import InitiativeFilter
from search.snippets import shown
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ProvinceFactory
from tests.search.conftest import asked, found_titles
from tests.search_factories import SynonymFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_a_library_that_works_there_leads_where_that_is_all_that_was_asked(client):
    vaals, zeist, venray = [MunicipalityFactory(name=name) for name in ("Vaals", "Zeist", "Venray")]
    SynonymFactory(word="bieb", meaning="bibliotheek")
    LibraryFactory(name="Kunstenhuis").work_area.add(zeist, venray)
    for number in range(4):
        InitiativeFactory(title=f"De bibliotheek in Zeist {number}", places=[zeist, vaals])
    expected = {
        "welke bibliotheek hoort bij Zeist": (["Kunstenhuis", "Zeist"], ""),
        "bieb venray": (["Kunstenhuis", "Venray"], ""),
        "bibliotheek in de gemeente Zeist?": (["Kunstenhuis", "Zeist"], ""),
        "gemeente Zeist": (["Zeist"], ""),
        "welke bibliotheek werkt in Vaals": (["Vaals"], "Van Vaals kennen we nog geen bibliotheek."),
    }

    found = {text: asked(text) for text in expected}
    others = [asked(text).kind_at_place for text in ("zeist", "bibliotheek", "koffie bibliotheek Zeist")]
    pages = {text: client.get("/zoeken/", {"q": text}).content.decode() for text in expected}

    wrong = []
    for text, (leading, remark) in expected.items():
        first = [document.title for document in found[text].results[: len(leading)]]
        if (first, found[text].nothing_at_place) != (leading, remark) or (remark not in pages[text]):
            wrong.append((text, first, found[text].nothing_at_place))
        if len(found[text].results) != found[text].count:
            wrong.append((text, "count"))
    assert (wrong, others) == ([], [None] * 3)
    assert asked("bibliotheek Zeist", InitiativeFilter).kind_at_place is None
    assert "kennen we nog geen" not in pages["bieb venray"]


def test_a_name_of_several_words_is_one_name():
    capelle = MunicipalityFactory(name="Capelle aan den IJssel")
    LibraryFactory(name="Kunstenhuis").work_area.add(capelle)

    named = asked("bibliotheek Capelle aan den IJssel").kind_at_place
    capelle.name = "Kapelle"
    capelle.save()
    renamed = [asked(f"bibliotheek {name}").kind_at_place for name in ("Capelle aan den IJssel", "Kapelle")]

    assert (named.kind.name, named.place.label) == ("bibliotheek", "Capelle aan den IJssel")
    assert renamed[0] is None
    assert renamed[1].place.label == "Kapelle"


def test_a_place_without_a_library_leads_to_those_of_its_region_and_the_nearest(client):
    limburg = ProvinceFactory(name="Limburg")
    vaals = MunicipalityFactory(name="Vaals", province=limburg, latitude=50.77, longitude=6.01)
    venlo = MunicipalityFactory(name="Venlo", province=limburg, latitude=51.37, longitude=6.17)
    zeist = MunicipalityFactory(name="Zeist", latitude=52.09, longitude=5.23)
    for name, place in (("Zeister Bibliotheek", zeist), ("Venlose Bibliotheek", venlo)):
        LibraryFactory(name=name, province=place.province).work_area.add(place)

    asked("")
    page = client.get("/zoeken/", {"q": "bibliotheek Vaals"}).content.decode()
    offers = re.findall(r'<li><a href="/zoeken/[?]([^"]*)">([^<]*)</a></li>', page.partition("Kijk verder")[2])[:2]

    assert [label for _, label in offers] == ["In Limburg (1)", "In heel Nederland, dicht bij Vaals eerst (2)"]
    in_limburg, everywhere = [client.get(f"/zoeken/?{unescape(query)}").content.decode() for query, _ in offers]
    assert ("Venlose" in in_limburg, "Zeister" in in_limburg) == (True, False)
    assert everywhere.index("Venlose") < everywhere.index("Zeister")
    [told] = re.findall(r'href="([^"]*)">Vertel het de redactie', page)
    assert "Bibliotheek Vaals: " in client.get(unescape(told)).content.decode()
    assert vaals.name in page


def test_a_word_of_the_dictionary_is_no_beginning_of_a_name():
    MunicipalityFactory(name="Tikum")
    InitiativeFactory(title="Voorlezen", summary="Tikkertje in Tikum.")

    assert [found_titles(text) for text in ("tik", "tiku")] == [["Voorlezen"], ["Tikum", "Voorlezen"]]


def test_words_that_mean_something_together_are_looked_for_apart_too_with_what_each_means():
    SynonymFactory(word="kwiek kwetteren", meaning="xyzzy")
    SynonymFactory(word="kwetteren", meaning="praten")
    InitiativeFactory(title="Samen praten")

    assert found_titles("kwiek kwetteren") == ["Samen praten"]


def test_a_town_leads_to_what_its_municipality_has_too():
    heuvelrug = MunicipalityFactory(name="Utrechtse Heuvelrug", cbs_code="GM1581")
    other = MunicipalityFactory(name="Elders")
    InitiativeFactory(title="Hulp van het dorpsteam", places=[heuvelrug])
    InitiativeFactory(title="Hulp bij jullie", places=[other])
    InitiativeFactory(title="Leersum en hulp", places=[other])
    InitiativeFactory(title="Hulp op een heuvelrug", places=[other])
    expected = {
        "hulp in Leersum": ["Leersum en hulp", "Hulp van het dorpsteam"],
        "hulp in Utrechtse Heuvelrug": ["Hulp van het dorpsteam"],
        "leersum": ["Leersum en hulp", "Hulp van het dorpsteam"],
    }

    assert {text: found_titles(text, filter_class=InitiativeFilter) for text in expected} == expected
    [_, found_by_place] = asked("leersum", InitiativeFilter).results[:2]
    card = shown(found_by_place, asked("leersum", InitiativeFilter))
    assert (card["title"], card["reason"]) == (
        "Hulp van het dorpsteam",
        "Gemeente: Utrechtse Heuvelrug (<mark>Leersum</mark>)",
    )
