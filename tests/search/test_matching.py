"""Which documents match, and in which order: all words first, then fewer, best places first."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from django.utils import timezone

from initiatives.filters import InitiativeFilter
from tests.factories import InitiativeFactory, LibraryFactory
from tests.search.conftest import asked, found_titles, seeded

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


@pytest.fixture
def three():
    InitiativeFactory(title="Taal", summary="Lezen en schrijven.")
    InitiativeFactory(title="Werk", summary="Leren solliciteren.")
    InitiativeFactory(title="Taal en werk", summary="Samen lezen.")


def test_all_words_are_found_and_no_excluded_one(three):
    expected = {
        "taal": ["Taal", "Taal en werk"],
        "taal werk": ["Taal en werk"],
        "werk taal": ["Taal en werk"],
        "taal -werk": ["Taal"],
        "-werk": ["Taal"],
        "-taal -werk": [],
        'taal -"lezen en schrijven"': ["Taal en werk"],
        "taal -taal": [],
        '"samen lezen"': ["Taal en werk"],
        '"lezen schrijven"': [],
        '"schrijven en lezen"': [],
        '"lezen en schrijven"': ["Taal"],
        '"lezen of schrijven"': ["Taal"],
        "zwembad": [],
        "de het een": ["Taal", "Taal en werk", "Werk"],
        "": ["Taal", "Taal en werk", "Werk"],
    }

    assert {text: titles(text) for text in expected} == expected


def test_without_a_document_with_all_words_fewer_will_do(three):
    found_and_dropped = {
        "taal zwembad": (["Taal", "Taal en werk"], ["zwembad"]),
        "zwembad taal werk": (["Taal en werk"], ["zwembad"]),
        "schrijven solliciteren": (["Taal"], ["solliciteren"]),
        "taal zwembad -samen": (["Taal"], ["zwembad"]),
        "zwembad sauna": ([], ["zwembad", "sauna"]),
        'zwembad "lezen en schrijven"': (["Taal"], ["zwembad"]),
    }

    assert {text: (titles(text), dropped(text)) for text in found_and_dropped} == found_and_dropped


def dropped(text):
    return [group.label for group in asked(text, InitiativeFilter).match.dropped]


@pytest.mark.parametrize("seed", range(8))
def test_as_many_words_as_possible_are_kept(seed):
    chance, words = seeded(seed), ["appel", "banaan", "citroen", "druif", "framboos"]
    having = [chance.sample(words, chance.randint(1, 3)) for _ in range(6)]
    for number, some in enumerate(having):
        InitiativeFactory(title=f"Nummer {number}", summary=" ".join(some))
    most = max(
        size for size in range(len(words) + 1) for part in combinations(words, size)
        if any(set(part) <= set(some) for some in having)
    )  # fmt: skip

    assert len(asked(" ".join(words), InitiativeFilter).match.used) == most


def test_as_many_words_as_possible_are_kept_when_the_rarest_leads_astray():
    for number, some in enumerate(
        ["appel banaan", "appel citroen druif", *["banaan"], *["citroen"] * 3, *["druif"] * 3]
    ):
        InitiativeFactory(title=f"Nummer {number}", summary=some)

    assert (
        asked("appel banaan citroen druif", InitiativeFilter).match.found
        == asked("appel citroen druif", InitiativeFilter).match.found
    )


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


def test_a_form_and_a_part_of_a_compound_are_found():
    InitiativeFactory(title="Taalhuizen")

    assert [titles(text) for text in ("taalhuis", "taal huis", "huis", "TAALHUIZEN")] == [["Taalhuizen"]] * 4


def test_a_number_finds_that_number_only():
    for other in ("4", "12", "8", "06", "b"):
        InitiativeFactory(title=f"Project {other}", summary=f"Op {other} dagen.")
    longer = ["24", "112", "18", "206", "2b"]

    assert {text: titles(text) for text in longer} == dict.fromkeys(longer, [])
