"""Which services and examples count as supply: what runs, and what somebody confirmed."""

import pytest

from opportunities.choices import Supply
from tests.factories import LibraryFactory, MunicipalityFactory, ThemeFactory
from tests.opportunities.supply_world import ended_in, initiatives, level, services, supplies

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory()


def test_services_that_are_hidden_or_do_not_run_do_not_count(municipality, theme):
    states = [{"publication_state": "ingezonden"}, {"publication_state": "gearchiveerd"}]
    years = [{"until_year": 2025}, {"until_year": 2026}, {"from_year": 2027}]
    for hidden in states + years:
        services(3, municipality, theme, **hidden)

    assert level(municipality, theme) == Supply.UNKNOWN
    assert supplies(municipality).services == []


def test_a_service_that_was_only_seen_counts_for_three_years(municipality):
    expected = {
        None: Supply.UNKNOWN,
        2017: Supply.UNKNOWN,
        2022: Supply.UNKNOWN,
        2023: Supply.AMPLE,
        2025: Supply.AMPLE,
    }
    themes = {year: ThemeFactory() for year in expected}
    for year, theme in themes.items():
        found = services(3, municipality, theme, confirmed_on=None, seen_year=year)
        assert supplies(municipality).services_for({theme.pk}) == found

    assert {year: level(municipality, theme) for year, theme in themes.items()} == expected


def test_a_service_that_was_seen_long_ago_counts_once_somebody_confirms_it(municipality, theme):
    services(1, municipality, theme, confirmed_on="2026-01-01", seen_year=2017)

    assert level(municipality, theme) == Supply.LIMITED


def test_services_that_run_this_year_count(municipality):
    for running in ({"until_year": 2027}, {"from_year": 2026}, {"from_year": 2020, "until_year": 2030}):
        theme = ThemeFactory()
        found = services(3, municipality, theme, **running)

        assert (running, level(municipality, theme)) == (running, Supply.AMPLE)
        assert supplies(municipality).services_for({theme.pk}) == found


def test_examples_that_are_not_published_do_not_count(municipality, theme):
    for state in ("concept", "ingezonden", "gearchiveerd"):
        initiatives(3, municipality, theme, publication_state=state)

    assert level(municipality, theme) == Supply.UNKNOWN
    assert list(supplies(municipality).examples()) == []


def test_only_examples_that_somebody_can_go_to_count(municipality):
    themes = {phase: ThemeFactory() for phase in ("", "idee", "gestopt", "pilot", "lopend", "structureel")}
    for phase, theme in themes.items():
        initiatives(3, municipality, theme, phase=phase)

    counting = [phase for phase, theme in themes.items() if level(municipality, theme) == Supply.AMPLE]
    unknown = [phase for phase, theme in themes.items() if level(municipality, theme) == Supply.UNKNOWN]

    assert (counting, unknown) == (["pilot", "lopend", "structureel"], ["", "idee", "gestopt"])


def test_old_examples_that_nobody_confirmed_are_no_supply(municipality):
    expected = {None: Supply.UNKNOWN, 2014: Supply.UNKNOWN, 2020: Supply.UNKNOWN, 2021: Supply.AMPLE}
    themes = {year: ThemeFactory() for year in expected}
    for year, theme in themes.items():
        initiatives(3, municipality, theme, year=year)

    assert {year: level(municipality, theme) for year, theme in themes.items()} == expected


def test_an_old_example_beside_two_that_run_does_not_count(municipality, theme):
    services(2, municipality, theme)
    initiatives(3, municipality, theme, year=2014)

    assert level(municipality, theme) == Supply.LIMITED


def test_a_confirmation_of_long_ago_is_no_confirmation(municipality, theme):
    confirmed = {"confirmed_on": "2019-01-01", "confirmed_by": LibraryFactory()}
    initiatives(3, municipality, theme, year=2014, **confirmed)

    assert level(municipality, theme) == Supply.UNKNOWN


def test_old_examples_that_somebody_confirmed_count(municipality, theme):
    confirmed = {"confirmed_on": "2025-01-01", "confirmed_by": LibraryFactory()}
    initiatives(3, municipality, theme, year=2014, **confirmed)

    assert level(municipality, theme) == Supply.AMPLE


def test_what_was_begun_in_a_municipality_that_ended_counts_where_it_lives_on(theme):
    successors = MunicipalityFactory.create_batch(2)
    ended = ended_in(*successors)
    services(2, ended, theme)
    initiatives(1, ended, theme)

    assert [level(each, theme) for each in successors] == [Supply.AMPLE, Supply.AMPLE]


def test_an_example_in_two_places_that_merged_counts_once(municipality, theme):
    for example in initiatives(2, municipality, theme):
        example.places.add(ended_in(municipality), ended_in(municipality))

    assert level(municipality, theme) == Supply.LIMITED
    assert len(supplies(municipality).examples()) == 2
