"""What there is already in a municipality, and how much that is."""

import pytest

from opportunities.choices import Supply
from opportunities.supply import supplies_of
from partners.successions import Successions
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunities.supply_world import TODAY, ended_in, initiatives, level, services, supplies
from tests.opportunity_factories import SupplyCheckFactory
from tests.queries import number_of_queries

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory()


def test_nothing_is_not_known_until_somebody_looked(municipality, theme):
    before = level(municipality, theme)
    SupplyCheckFactory(municipality=municipality, theme=theme)

    assert [before, level(municipality, theme)] == [Supply.UNKNOWN, Supply.NONE]


def test_who_looked_elsewhere_or_for_something_else_says_nothing(municipality, theme):
    SupplyCheckFactory(municipality=municipality)
    SupplyCheckFactory(theme=theme)

    assert level(municipality, theme) == Supply.UNKNOWN


def test_only_the_themes_that_had_to_be_looked_at_make_it_none(municipality, theme):
    main = ThemeFactory()
    SupplyCheckFactory(municipality=municipality, theme=main)
    found = supplies(municipality)

    assert found.level(theme.pk, {theme.pk, main.pk}) == Supply.NONE
    assert found.level(theme.pk, {theme.pk}) == Supply.UNKNOWN


def test_from_three_things_on_it_is_ample(municipality):
    expected = {1: Supply.LIMITED, 2: Supply.LIMITED, 3: Supply.AMPLE, 4: Supply.AMPLE}

    for make in (services, initiatives):
        themes = {number: ThemeFactory() for number in expected}
        for number, theme in themes.items():
            make(number, municipality, theme)

        assert {number: level(municipality, theme) for number, theme in themes.items()} == expected


def test_services_and_examples_count_together(municipality, theme):
    services(1, municipality, theme)
    initiatives(2, municipality, theme)

    assert level(municipality, theme) == Supply.AMPLE


def test_what_is_there_counts_whether_or_not_somebody_looked(municipality, theme):
    services(1, municipality, theme)
    SupplyCheckFactory(municipality=municipality, theme=theme)

    assert level(municipality, theme) == Supply.LIMITED


def test_what_is_about_two_themes_counts_for_both_and_is_named_once(municipality, theme):
    other = ThemeFactory()
    for thing in [*services(1, municipality, theme), *initiatives(1, municipality, theme)]:
        thing.themes.add(other)
    found = supplies(municipality)

    assert [found.count(theme.pk), found.count(other.pk)] == [2, 2]
    assert len(found.examples({theme.pk, other.pk})) == 1


def test_what_is_elsewhere_or_about_something_else_does_not_count(municipality, theme):
    for make in (services, initiatives):
        make(3, MunicipalityFactory(), theme)
        make(3, municipality, ThemeFactory())

    assert level(municipality, theme) == Supply.UNKNOWN


def test_the_newest_check_is_told(municipality):
    themes = ThemeFactory.create_batch(3)
    checks = [
        SupplyCheckFactory(municipality=municipality, theme=theme, checked_on=f"2026-0{month}-01")
        for theme, month in zip(themes, (2, 3, 1), strict=True)
    ]
    found = supplies(municipality)

    assert found.check_of({theme.pk for theme in themes}) == checks[1]
    assert [found.check_of({themes[0].pk}), found.check_of(set())] == [checks[0], None]


def test_the_examples_by_name_are_those_that_run_here_also_the_old_ones(municipality, theme):
    running = initiatives(2, municipality, theme)
    old = initiatives(1, municipality, theme, year=2014)
    initiatives(3, municipality, theme, phase="gestopt")
    elsewhere = initiatives(1, municipality, ThemeFactory())
    found = supplies(municipality)

    assert found.count(theme.pk) == 2
    assert set(found.examples({theme.pk})) == {*running, *old}
    assert set(found.examples()) == {*running, *old, *elsewhere}


def test_what_a_service_was_taken_over_from_here_counts_once(municipality, theme):
    (example,) = initiatives(1, municipality, theme)
    (old,) = initiatives(1, municipality, theme, year=2014)
    other_theme, (elsewhere,) = ThemeFactory(), initiatives(1, MunicipalityFactory(), theme)
    for taken_over in (example, old, elsewhere):
        services(1, municipality, theme, example=taken_over)
    services(1, municipality, other_theme, example=example)
    found = supplies(municipality)

    assert [found.count(theme.pk), found.count(other_theme.pk)] == [3, 1]


def test_costs_as_many_queries_for_three_as_for_one(theme):
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        for where in (place, ended_in(place)):
            services(3, where, theme)
            initiatives(3, where, theme)
        SupplyCheckFactory(municipality=place, theme=theme)
    successions = Successions.on(TODAY)

    def load(count):
        supplies_of([place.pk for place in places[:count]], successions, TODAY.year, [theme.pk])

    assert [number_of_queries(lambda count=count: load(count)) for count in (1, 3)] == [4, 4]
