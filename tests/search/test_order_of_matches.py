"""In which order documents that have all words are shown."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from initiatives.filters import InitiativeFilter
from tests.factories import InitiativeFactory, LibraryFactory
from tests.search.conftest import found_titles
from tests.search_factories import SynonymFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


def test_the_best_place_comes_first():
    InitiativeFactory(title="D", summary="Iets.", goal="Over koffie.")
    InitiativeFactory(title="C", summary="Met koffie.")
    InitiativeFactory(title="Koffie op de markt")
    InitiativeFactory(title="De koffie")

    assert titles("koffie") == ["De koffie", "Koffie op de markt", "C", "D"]


def test_a_whole_title_comes_first_however_it_is_written():
    InitiativeFactory(title="Koffie op de markt en meer koffie op de markt")
    InitiativeFactory(title="Koffie op de markt")

    for text in ["koffie op markt", "De Koffie, op de markt!", '"koffie op de markt"']:
        assert titles(text) == ["Koffie op de markt", "Koffie op de markt en meer koffie op de markt"], text


def test_what_is_confirmed_comes_before_what_is_not_at_an_equal_match():
    today = timezone.localdate()
    library = LibraryFactory()
    InitiativeFactory(title="Koffie 1")
    InitiativeFactory(title="Koffie 2", confirmed_on=date(2020, 1, 1), confirmed_by=library, next_check_on=today)
    InitiativeFactory(title="Koffie 3", confirmed_on=today, confirmed_by=library, next_check_on=today + timedelta(30))

    assert titles("koffie")[0] == "Koffie 3"


def test_a_rare_way_to_say_what_nearly_every_text_says_tells_no_more_than_the_usual_way():
    SynonymFactory(word="bieb", meaning="bibliotheek", is_two_way=True)
    for number in range(6):
        InitiativeFactory(title=f"Verhaal {number}", summary="In de bibliotheek.", goal="Over duiven.")
    InitiativeFactory(title="Onze bieb", goal="Met duiven en katten.")
    InitiativeFactory(title="Katten en poezen", summary="In de bibliotheek, ook met duiven.")

    assert found_titles("katten en duiven in de bieb")[:2] == ["Katten en poezen", "Onze bieb"]
