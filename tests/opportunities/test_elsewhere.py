"""Examples from elsewhere that fit a theme."""

import pytest

from opportunities.elsewhere import examples_about, first_examples
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ThemeFactory
from tests.opportunity_factories import ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

NOT_TO_FOLLOW = [
    {"publication_state": "concept"},
    {"publication_state": "ingezonden"},
    {"publication_state": "gearchiveerd"},
    {"phase": "idee"},
    {"phase": "gestopt"},
]


@pytest.fixture
def theme():
    return ThemeFactory()


def example(*themes, confirmed_on=None, **fields):
    confirmed_by = LibraryFactory() if confirmed_on else None
    return InitiativeFactory(themes=themes, confirmed_on=confirmed_on, confirmed_by=confirmed_by, **fields)


def in_order(theme):
    """Four examples, made the last first; these are in the order in which they are told."""
    unknown = example(theme)
    old = example(theme, year=2014)
    new = example(theme, year=2025)
    confirmed = example(theme, year=2010, confirmed_on="2025-01-01")
    lately = example(theme, year=2009, confirmed_on="2026-01-01")
    return [lately, confirmed, new, old, unknown]


def test_confirmed_examples_come_first_then_the_newest(theme):
    expected = in_order(theme)

    assert examples_about({theme.pk}, [], 10) == expected
    assert examples_about({theme.pk}, [], 2) == expected[:2]


def test_the_first_example_of_a_theme_is_the_first_of_its_list(theme):
    expected, here = in_order(theme), MunicipalityFactory()

    for first in expected:
        assert first_examples([{theme.pk}], [here.pk]) == [first]
        first.places.add(here)


def test_an_example_about_two_of_the_themes_is_told_once(theme):
    other = ThemeFactory()
    both = example(theme, other)

    assert examples_about({theme.pk, other.pk}, [], 10) == [both]
    assert first_examples([{theme.pk, other.pk}], []) == [both]


def test_the_first_example_of_a_group_is_the_most_certain_of_all_its_themes():
    for place in range(3):
        group = ThemeFactory.create_batch(3)
        for theme in group:
            example(theme, year=2014)
        confirmed = example(group[place], confirmed_on="2026-01-01")

        assert first_examples([{theme.pk for theme in group}], []) == [confirmed]


def test_each_group_has_its_own_first_example(theme):
    other, empty = ThemeFactory(), ThemeFactory()
    one, two = example(theme), example(other)

    assert first_examples([{other.pk}, {empty.pk}, {theme.pk}, set()], []) == [two, None, one, None]


def test_what_is_not_public_or_cannot_be_followed_is_left_out(theme):
    for hidden in NOT_TO_FOLLOW:
        example(theme, confirmed_on="2026-01-01", **hidden)

    assert examples_about({theme.pk}, [], 10) == []
    assert first_examples([{theme.pk}], []) == [None]


def test_what_happens_here_or_is_about_something_else_is_left_out(theme):
    here, elsewhere = MunicipalityFactory(), example(theme, year=2025)
    example(theme, year=2026, places=[here, MunicipalityFactory()])
    example(ThemeFactory())

    assert examples_about({theme.pk}, [here.pk], 10) == [elsewhere]
    assert first_examples([{theme.pk}], [here.pk]) == [elsewhere]


def test_what_was_taken_over_here_is_left_out(theme):
    taken_over, other = example(theme, year=2026), example(theme, year=2025)
    service = ServiceFactory(example=taken_over)
    ServiceFactory(example=other)

    assert examples_about({theme.pk}, [service.municipality_id], 10) == [other]


def test_what_was_sent_in_as_taken_over_says_nothing_yet(theme):
    found = example(theme)
    service = ServiceFactory(example=found, publication_state="ingezonden")

    assert examples_about({theme.pk}, [service.municipality_id], 10) == [found]


def test_many_examples_and_groups_cost_as_many_queries_as_one():
    themes = ThemeFactory.create_batch(3)

    def costs():
        return (
            number_of_queries(lambda: [list(each.places.all()) for each in examples_about({themes[0].pk}, [], 10)]),
            number_of_queries(lambda: first_examples([{theme.pk} for theme in themes], [])),
        )

    found = []
    for _ in range(2):
        for theme in themes:
            example(theme, places=[MunicipalityFactory()])
        found.append(costs())

    assert found == [(2, 1), (2, 1)]
