"""What municipalities that are alike do, and this one does not."""

from datetime import date

import pytest

from opportunities.comparable import Lookalike
from opportunities.elsewhere import MOST_LESSONS, NEAREST, lessons_from
from partners.successions import Successions
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


@pytest.fixture
def near():
    return MunicipalityFactory()


@pytest.fixture
def far():
    return MunicipalityFactory()


def load(municipalities, here=()):
    """The lessons from these municipalities, the nearest first, for one that is ``here``."""
    alike = [Lookalike(each.pk, distance, ()) for distance, each in enumerate(municipalities)]
    return lessons_from(alike, [each.pk for each in here], Successions.on(TODAY))


def lessons(*municipalities, here=()):
    """(municipality, example) of each lesson."""
    places = {each.pk: each for each in municipalities}
    return [(places[each.lookalike.pk], each.initiative) for each in load(municipalities, here)]


def ended_in(*successors):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    for successor in successors:
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on="2020-01-01")
    return ended


def test_the_nearest_that_do_something_are_told_in_their_order(near, far):
    there, here = InitiativeFactory(places=[far]), InitiativeFactory(places=[near])
    InitiativeFactory(places=[MunicipalityFactory()])

    assert lessons(near, MunicipalityFactory(), far) == [(near, here), (far, there)]


def test_one_example_a_municipality_the_most_certain(near):
    confirmed = {"confirmed_on": "2025-01-01", "confirmed_by": LibraryFactory()}
    InitiativeFactory(places=[near], year=2026)
    best = InitiativeFactory(places=[near], year=2010, **confirmed)
    InitiativeFactory(places=[near])

    assert lessons(near) == [(near, best)]


def test_what_happens_here_already_is_no_lesson(near, far):
    here = MunicipalityFactory()
    InitiativeFactory(places=[here, near, far], year=2026)
    there = InitiativeFactory(places=[far])

    assert lessons(near, far, here=[here]) == [(far, there)]


def test_what_is_not_public_or_cannot_be_followed_is_no_lesson(near):
    other = InitiativeFactory(places=[near])
    for state in ("concept", "ingezonden", "gearchiveerd"):
        InitiativeFactory(places=[near], year=2026, publication_state=state)
    for phase in ("idee", "gestopt"):
        InitiativeFactory(places=[near], year=2026, phase=phase)

    assert lessons(near) == [(near, other)]


def test_no_example_is_told_twice(near, far):
    shared = InitiativeFactory(places=[near, far])

    assert lessons(near, far) == [(near, shared)]


def test_who_shares_its_first_example_with_a_nearer_one_is_told_by_its_next(near, far):
    shared, next_one = InitiativeFactory(places=[near, far], year=2026), InitiativeFactory(places=[far], year=2020)

    assert lessons(near, far) == [(near, shared), (far, next_one)]


def test_what_happened_in_a_municipality_that_ended_counts_for_its_successor(near):
    example = InitiativeFactory(places=[ended_in(ended_in(near))])

    assert lessons(near) == [(near, example)]


def test_a_municipality_that_took_in_others_is_told_once(near):
    InitiativeFactory(places=[ended_in(near)])
    InitiativeFactory(places=[near])

    assert len(lessons(near)) == 1


def test_of_a_municipality_that_was_split_the_nearest_part_is_told(near, far):
    example = InitiativeFactory(places=[ended_in(far, near)])

    assert lessons(near, far) == [(near, example)]


def test_not_more_than_a_reader_can_take_in():
    places = MunicipalityFactory.create_batch(MOST_LESSONS + 1)
    for place in places:
        InitiativeFactory(places=[place])

    assert [place for place, _ in lessons(*places)] == places[:MOST_LESSONS]


def test_who_is_too_far_away_is_not_told(near):
    example = InitiativeFactory(places=[near])
    others = MunicipalityFactory.create_batch(NEAREST)

    assert lessons(*others[1:], near) == [(near, example)]
    assert lessons(*others, near) == []


def test_three_cost_as_many_queries_as_one():
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        InitiativeFactory(places=[place, ended_in(place)], themes=[ThemeFactory()])

    def cost(count):
        return number_of_queries(lambda: [list(each.initiative.themes.all()) for each in load(places[:count])])

    assert [cost(1), cost(3)] == [4, 4]  # the reorganisations, and the three of the lessons
