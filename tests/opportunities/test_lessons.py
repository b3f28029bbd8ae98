"""What municipalities that are alike do."""

from datetime import date

import pytest

from opportunities.comparable import Lookalike
from opportunities.elsewhere import NEAREST, Recommendations
from partners.successions import Successions
from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def two_lessons(monkeypatch):
    """As many as tell what the rules are about."""
    monkeypatch.setattr("opportunities.elsewhere.MOST_LESSONS", 2)


@pytest.fixture
def near():
    return MunicipalityFactory()


@pytest.fixture
def far():
    return MunicipalityFactory()


def example(*places, **fields):
    return InitiativeFactory(places=places, **{"approach": "Zo werkt het."} | fields)


def load(municipalities, here=None, told=(), themes=(), reasons=("grootte",)):
    """The lessons from these municipalities, the nearest first."""
    alike = [Lookalike(each.pk, distance, reasons) for distance, each in enumerate(municipalities)]
    here = here or MunicipalityFactory()
    write_documents()
    return Recommendations(here, TODAY, Successions.on(TODAY), alike).lessons(told, themes)


def lessons(*municipalities, **options):
    """{municipality: example} of the lessons."""
    places = {each.pk: each for each in municipalities}
    return {places[each.lookalike.pk]: each.initiative for each in load(municipalities, **options)}


def ended_in(*successors):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    for successor in successors:
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on="2020-01-01")
    return ended


def test_each_municipality_tells_one_example(near, far):
    there, here = example(far), example(near)
    example(MunicipalityFactory())

    assert lessons(near, MunicipalityFactory(), far) == {near: here, far: there}


def test_what_happens_here_or_was_told_already_is_no_lesson(near, far):
    here = MunicipalityFactory()
    example(here, near)
    told, there = example(near), example(far)

    assert lessons(near, far, here=here, told=[told]) == {far: there}


def test_what_is_about_other_themes_than_were_told_comes_first(near, far, monkeypatch):
    monkeypatch.setattr("opportunities.elsewhere.MOST_LESSONS", 1)
    monkeypatch.setattr("opportunities.elsewhere.LESSONS_IN_TURN", 1)
    theme = ThemeFactory()
    example(near, themes=[theme])
    other = example(far, themes=[ThemeFactory()])

    assert lessons(near, far, themes=[theme]) == {far: other}


def test_what_is_not_public_or_nothing_to_follow_is_no_lesson(near):
    for state in ("concept", "ingezonden", "gearchiveerd"):
        example(near, publication_state=state)
    for phase in ("idee", "gestopt"):
        example(near, phase=phase)
    example(near, approach="")
    example(near, entry_kind="document")

    assert lessons(near) == {}


def test_an_example_of_two_is_told_of_the_nearest(near, far):
    shared = example(far, near)

    assert lessons(near, far) == {near: shared}


def test_what_happened_in_a_municipality_that_ended_counts_for_its_successor(near):
    found = example(ended_in(ended_in(near)))

    assert lessons(near) == {near: found}


def test_of_a_municipality_that_was_split_the_nearest_part_is_told(near, far):
    found = example(ended_in(far, near))

    assert lessons(near, far) == {near: found}


def test_not_more_than_a_reader_can_take_in():
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        example(place)

    assert len(lessons(*places)) == 2


def test_who_is_too_far_away_or_alike_in_nothing_is_not_told(near):
    found = example(near)
    others = MunicipalityFactory.create_batch(NEAREST)

    assert lessons(*others[1:], near) == {near: found}
    assert lessons(*others, near) == {}
    assert lessons(near, reasons=()) == {}


def test_three_cost_as_many_queries_as_one():
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        example(place, ended_in(place), themes=[ThemeFactory()])

    def cost(count):
        return number_of_queries(lambda: load(places[:count]))

    assert cost(1) == cost(3)
