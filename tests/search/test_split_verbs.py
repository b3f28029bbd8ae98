"""Verbs that a question has in two parts."""

import pytest

from initiatives.filters import InitiativeFilter
from tests.factories import InitiativeFactory
from tests.search.conftest import found_titles
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


def test_who_asks_who_works_together_asks_for_the_other_words():
    InitiativeFactory(title="Huisartsen")
    InitiativeFactory(title="Samenwerken")
    texts = ["samenwerken met de huisarts", "wie werkt samen met huisartsen", "samenwerken"]

    assert [titles(text) for text in texts] == [["Huisartsen"], ["Huisartsen"], ["Samenwerken"]]
