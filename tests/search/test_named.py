"""What names a thing itself: a library by where it works, a place by its name, and words by each other."""

import pytest

from initiatives.filters import InitiativeFilter
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory
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


def test_a_word_of_the_dictionary_is_no_beginning_of_a_name():
    MunicipalityFactory(name="Tikum")
    InitiativeFactory(title="Voorlezen", summary="Tikkertje in Tikum.")

    assert [found_titles(text) for text in ("tik", "tiku")] == [["Voorlezen"], ["Tikum", "Voorlezen"]]


def test_words_that_mean_something_together_are_looked_for_apart_too_with_what_each_means():
    SynonymFactory(word="kwiek kwetteren", meaning="xyzzy")
    SynonymFactory(word="kwetteren", meaning="praten")
    InitiativeFactory(title="Samen praten")

    assert found_titles("kwiek kwetteren") == ["Samen praten"]
