"""Examples from elsewhere that fit a theme: the one order for every page."""

from datetime import date

import pytest

from initiatives.models import Participation, Theme
from opportunities.comparable import Lookalike
from opportunities.elsewhere import Recommendations
from partners.successions import Successions
from tests.documents import write_documents
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunity_factories import ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
NOT_TO_FOLLOW = [
    {"publication_state": "concept"},
    {"publication_state": "ingezonden"},
    {"publication_state": "gearchiveerd"},
    {"phase": "idee"},
    {"phase": "gestopt"},
    {"entry_kind": "idea"},
    {"entry_kind": "document"},
    {"entry_kind": "campaign"},
    {"approach": ""},
]


@pytest.fixture
def theme():
    return ThemeFactory(parent=ThemeFactory())


@pytest.fixture
def in_order(monkeypatch):
    """Nobody takes turns, so that the order itself can be seen."""
    monkeypatch.setattr("opportunities.elsewhere.IN_TURN", 1)


def example(*themes, lead=False, confirmed_on=None, **fields):
    confirmed_by = LibraryFactory() if confirmed_on else None
    fields = {"approach": "Zo werkt het."} | fields
    found = InitiativeFactory(themes=themes, confirmed_on=confirmed_on, confirmed_by=confirmed_by, **fields)
    if lead:
        ParticipationFactory(initiative=found, role=Participation.Role.LEAD)
    return found


def recommendations(here=None, alike=()):
    here = here or MunicipalityFactory()
    write_documents()
    lookalikes = [Lookalike(place.pk, distance, ("grootte",)) for distance, place in enumerate(alike)]
    return Recommendations(here, TODAY, Successions.on(TODAY), lookalikes)


def test_the_theme_itself_comes_before_its_main_theme_however_full_that_is(theme, in_order):
    wider = example(theme.parent, results="Veel.", lead=True)
    sibling = example(ThemeFactory(parent=theme.parent), results="Veel.")
    exact = example(theme)
    example(ThemeFactory())

    assert recommendations().about([theme], 10) == [exact, wider, sibling]


def test_an_example_of_a_part_is_about_the_main_theme_itself(theme, in_order):
    part = example(theme, results="Veel.")
    main = example(theme.parent)

    assert recommendations().about([theme.parent], 10) == [part, main]


def test_the_fullest_comes_first_whatever_is_alike_or_new(theme, in_order):
    near = MunicipalityFactory()
    least = example(theme, places=[near], year=2026)
    some = example(theme, results="Veel.", year=2010)
    most = example(theme, results="Veel.", lead=True, year=2010)
    confirmed = example(theme, results="Veel.", lead=True, confirmed_on="2026-01-01", year=2010)

    assert recommendations(alike=[near]).about([theme], 10) == [confirmed, most, some, least]


def test_of_equally_full_ones_the_most_alike_comes_first_then_the_newest(theme, in_order):
    nearest, near = MunicipalityFactory.create_batch(2)
    undated = example(theme)
    new = example(theme, year=2025)
    old = example(theme, year=2014)
    alike = example(theme, places=[near], year=2014)
    most_alike = example(theme, places=[MunicipalityFactory(), nearest], year=2010)

    found = recommendations(alike=[nearest, near]).about([theme], 10)

    assert found == [most_alike, alike, new, old, undated]


def test_what_happened_in_a_municipality_that_ended_is_as_near_as_its_successor(theme, in_order):
    near = MunicipalityFactory()
    ended = MunicipalityFactory(valid_until="2020-01-01")
    SuccessionFactory(predecessor=ended, successor=near, takes_effect_on="2020-01-01")
    example(theme, year=2026)
    there = example(theme, places=[ended], year=2010)

    assert recommendations(alike=[near]).about([theme], 1) == [there]


def test_several_themes_are_told_by_turns_and_no_example_twice(theme, in_order):
    other = ThemeFactory()
    both = example(theme, other, results="Veel.")
    new, newest = example(theme, year=2020), example(theme, year=2025)
    of_other = example(other)

    assert recommendations().about([theme, other], 10) == [both, newest, of_other, new]
    assert recommendations().first_for([theme, other]) == [both, of_other]


def test_a_theme_without_examples_has_those_of_its_main_theme_or_none(theme):
    wider = example(theme.parent)

    assert recommendations().first_for([theme, ThemeFactory()]) == [wider, None]


def test_what_is_not_public_or_nothing_to_follow_is_left_out(theme):
    for hidden in NOT_TO_FOLLOW:
        example(theme, results="Veel.", **hidden)

    assert recommendations().about([theme], 10) == []
    assert recommendations().first_for([theme]) == [None]


def test_what_happens_here_or_was_taken_over_here_is_left_out(theme):
    here = MunicipalityFactory()
    elsewhere, taken_over, asked = (example(theme) for _ in range(3))
    example(theme, places=[here, MunicipalityFactory()])
    ServiceFactory(municipality=here, example=taken_over)
    ServiceFactory(municipality=here, example=asked, publication_state="ingezonden")

    assert set(recommendations(here).about([theme], 10)) == {elsewhere, asked}


def test_the_best_take_turns_and_always_the_same_in_one_municipality(theme):
    examples = [example(theme, slug=f"goed-{place}") for place in range(4)]
    example(theme.parent, results="Veel.", lead=True)
    places = [MunicipalityFactory(cbs_code=f"GM{place:04}") for place in range(40)]

    firsts = [recommendations(place).first_for([theme])[0] for place in places]

    assert set(firsts) == set(examples)
    assert firsts == [recommendations(place).first_for([theme])[0] for place in places]


def test_the_only_example_of_a_theme_takes_turns_with_its_main_theme(theme):
    only = example(theme, slug="enige")
    wider = example(theme.parent, slug="breder")
    places = [MunicipalityFactory(cbs_code=f"GM{place:04}") for place in range(20)]

    firsts = [recommendations(place).first_for([theme])[0] for place in places]

    assert set(firsts) == {only, wider}


def test_many_examples_and_themes_cost_as_many_queries_as_one():
    for _ in range(3):
        ThemeFactory(parent=ThemeFactory())
    themes = list(Theme.objects.exclude(parent=None).select_related("parent").prefetch_related("parent__subthemes"))
    found = []
    for _ in range(2):
        for each in themes:
            example(each, places=[MunicipalityFactory()])
        known = recommendations()
        found.append(
            (
                number_of_queries(lambda known=known: known.about(themes[:1], 10)),
                number_of_queries(lambda known=known: known.first_for(themes)),
            )
        )

    assert found == [(3, 3), (3, 3)]
