"""Verbs that a question has in two parts."""

import pytest

from initiatives.filters import InitiativeFilter
from search.snippets import shown
from tests.factories import InitiativeFactory
from tests.search.conftest import asked, found_titles
from tests.search_factories import SynonymFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


def test_a_verb_in_two_parts_is_looked_for_as_one_word():
    SynonymFactory(word="rondkomen", meaning="schulden", is_two_way=False)
    InitiativeFactory(title="Schulden")
    InitiativeFactory(title="Voorlezen")
    InitiativeFactory(title="Doe mee")
    InitiativeFactory(title="Meedoen")
    InitiativeFactory(title="Een rondje")
    expected = {
        "ik kom deze maand niet rond": ["Schulden"],
        "wie leest mijn kind voor": ["Voorlezen"],
        "doe mee": ["Doe mee", "Meedoen"],
        "loop mee": [],
    }

    assert {text: sorted(titles(text))[: len(expected[text])] for text in expected} == expected
    assert "Een rondje" not in titles("ik kom deze maand niet rond")


def test_beside_a_verb_in_two_parts_words_that_only_ask_find_nothing():
    SynonymFactory(word="rondkomen", meaning="schulden", is_two_way=False)
    InitiativeFactory(title="Schulden")
    InitiativeFactory(title="Niet alleen")

    assert titles("ik kom niet rond") == ["Schulden"]


def test_who_asks_who_works_together_asks_for_the_other_words():
    InitiativeFactory(title="Huisartsen")
    InitiativeFactory(title="Samenwerken")
    texts = ["samenwerken met de huisarts", "wie werkt samen met huisartsen", "samenwerken"]

    assert [titles(text) for text in texts] == [["Huisartsen"], ["Huisartsen"], ["Samenwerken"]]


def test_a_part_of_a_verb_that_only_asks_is_not_marked():
    SynonymFactory(word="rondkomen", meaning="schulden", is_two_way=False)
    InitiativeFactory(title="Kom erbij", summary="Over schulden.")
    InitiativeFactory(title="Doe mee")
    expected = {
        "ik kom niet rond": ("Kom erbij", "Over <mark>schulden</mark>."),
        "ik doe mee": ("Doe <mark>mee</mark>", "Een voorbeeld."),
    }

    marked = {}
    for text in expected:
        found = asked(text, InitiativeFilter)
        [first] = found.results[:1]
        card = shown(first, found)
        marked[text] = (card["title"], card["summary"])

    assert marked == expected
