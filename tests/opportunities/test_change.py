"""The kansenkaart of a year: kept once, and compared with that of now."""

from datetime import date

import pytest

from opportunities.change import BATCH, changes_of, take_snapshots
from opportunities.choices import Chance, Need, Policy, Supply
from opportunities.matrix import MatrixMaker
from opportunities.models import MatrixSnapshot
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunity_factories import (
    IndicatorFactory,
    IndicatorValueFactory,
    MatrixSnapshotFactory,
    MeasurementFactory,
    PassageFactory,
    ServiceFactory,
)
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture
def municipality():
    return MunicipalityFactory()


def changes(municipality, today=TODAY):
    matrix = MatrixMaker([municipality.pk], today).matrix(municipality.pk)
    return changes_of(matrix, municipality, today)


def kept():
    return MatrixSnapshot.objects.count()


def test_every_theme_of_every_municipality_is_kept():
    part = ThemeFactory(parent=ThemeFactory())
    places = MunicipalityFactory.create_batch(2)

    assert take_snapshots(today=TODAY) == 2
    assert set(MatrixSnapshot.objects.values_list("municipality", "theme", "year", "taken_on")) == {
        (place.pk, theme.pk, 2026, TODAY) for place in places for theme in (part, part.parent)
    }


def test_a_snapshot_has_the_levels_and_the_figure_in_words():
    indicator = IndicatorFactory(name="Eenzame 65-plussers", unit="% van 65+", is_lead=True)
    measurement = MeasurementFactory(indicator=indicator, year=2024)
    *_, high = (IndicatorValueFactory(measurement=measurement, value=value) for value in (1, 2, 3, 4, 5, "51.24"))
    PassageFactory(document__municipality=high.municipality, theme=indicator.theme)
    ServiceFactory(municipality=high.municipality, themes=[indicator.theme])

    take_snapshots(today=TODAY)

    snapshot = high.municipality.snapshots.get()
    assert (snapshot.need, snapshot.policy, snapshot.supply) == (Need.HIGH, Policy.MENTIONED, Supply.LIMITED)
    assert (snapshot.chance, snapshot.figure) == (Chance.BIG, "Eenzame 65-plussers: 51,2% van 65+ (2024)")


def test_of_what_nobody_knows_that_is_kept(municipality):
    ThemeFactory()

    take_snapshots(today=TODAY)

    row = MatrixSnapshot.objects.values_list("need", "policy", "supply", "chance", "figure").get()
    assert row == ("", "", "", Chance.UNKNOWN, "")


def test_twice_in_a_year_is_once(municipality):
    theme = ThemeFactory()
    take_snapshots(today=TODAY)
    ServiceFactory.create_batch(3, municipality=municipality, themes=[theme])

    assert take_snapshots(today=date(2026, 12, 31)) == 0
    assert [(each.taken_on, each.supply) for each in MatrixSnapshot.objects.all()] == [(TODAY, "")]


def test_next_year_all_are_kept_again(municipality):
    ThemeFactory()
    take_snapshots(today=TODAY)

    assert take_snapshots(today=NEXT_YEAR) == 1
    assert list(municipality.snapshots.values_list("year", flat=True)) == [2027, 2026]


def test_only_municipalities_of_today_are_kept():
    ThemeFactory()
    MunicipalityFactory(valid_until=TODAY)
    coming_to_its_end = MunicipalityFactory(valid_until="2026-06-02")

    take_snapshots(today=TODAY)

    assert MatrixSnapshot.objects.get().municipality == coming_to_its_end


def test_a_municipality_that_was_done_is_left_as_it_is(municipality):
    ThemeFactory.create_batch(2)
    done = MatrixSnapshotFactory(year=2026).municipality

    assert take_snapshots(today=TODAY) == 1
    assert [done.snapshots.count(), municipality.snapshots.count()] == [1, 3]


def test_who_stops_halfway_goes_on_where_it_was():
    theme = ThemeFactory()
    MunicipalityFactory.create_batch(BATCH + 2)

    def stop(done, total):
        raise InterruptedError(f"{done} van {total}")

    with pytest.raises(InterruptedError, match=f"{BATCH} van {BATCH + 2}"):
        take_snapshots(today=TODAY, progress=stop)

    assert kept() == BATCH
    assert take_snapshots(today=TODAY) == 2
    assert theme.snapshots.count() == BATCH + 2


def test_progress_is_told_batch_by_batch():
    ThemeFactory()
    MunicipalityFactory.create_batch(BATCH + 2)
    told = []

    take_snapshots(today=TODAY, progress=lambda *progress: told.append(progress))

    assert told == [(BATCH, BATCH + 2), (BATCH + 2, BATCH + 2)]


def test_three_municipalities_cost_as_many_queries_as_one():
    theme = ThemeFactory()
    years, costs = iter(range(2026, 2040)), []
    for more in (1, 2):
        for place in MunicipalityFactory.create_batch(more):
            ServiceFactory(municipality=place, themes=[theme])
        costs.append(number_of_queries(lambda: take_snapshots(today=date(next(years), 1, 1))))

    assert costs[0] == costs[1]


def test_changes_are_those_of_earlier_years_the_newest_first(municipality):
    theme = ThemeFactory()
    then = {
        year: MatrixSnapshotFactory(municipality=municipality, theme=theme, year=year) for year in (2024, 2025, 2026)
    }
    MatrixSnapshotFactory(theme=theme, year=2025)

    found = changes(municipality)

    assert list(found) == [2025, 2024]
    assert {year: [each.then for each in rows] for year, rows in found.items()} == {
        2025: [then[2025]],
        2024: [then[2024]],
    }


def test_this_year_shows_nothing_yet(municipality):
    ThemeFactory()
    take_snapshots(today=TODAY)

    assert changes(municipality) == {}
    assert list(changes(municipality, NEXT_YEAR)) == [2026]


def test_changes_are_told_of_main_themes_in_their_order_where_there_is_a_snapshot(municipality):
    second, first, new = (ThemeFactory(position=place) for place in (2, 1, 3))
    part = ThemeFactory(parent=first)
    for theme in (second, part, first):
        MatrixSnapshotFactory(municipality=municipality, theme=theme, year=2025)

    assert [each.now.theme for each in changes(municipality)[2025]] == [first, second]
    assert new.snapshots.count() == 0


def test_what_stayed_the_same_did_not_change(municipality):
    theme = ThemeFactory()
    ServiceFactory(municipality=municipality, themes=[theme])
    take_snapshots(today=TODAY)

    [change] = changes(municipality, NEXT_YEAR)[2026]

    assert (change.is_changed, change.chance_then) == (False, Chance.UNKNOWN)


def test_another_level_or_outcome_is_a_change():
    levels = [{"need": "hoog"}, {"policy": "genoemd"}, {"supply": "ruim"}, {"chance": Chance.STRENGTH}]
    snapshots = [MatrixSnapshotFactory(year=2025, **then) for then in levels]

    found = [each for snapshot in snapshots for each in changes(snapshot.municipality)[2025] if each.then == snapshot]

    assert [change.is_changed for change in found] == [True] * 4
    assert [change.chance_then for change in found] == [Chance.UNKNOWN] * 3 + [Chance.STRENGTH]


def test_changes_of_three_years_cost_one_query(municipality, django_assert_num_queries):
    theme = ThemeFactory()
    for year in (2023, 2024, 2025):
        MatrixSnapshotFactory(municipality=municipality, theme=theme, year=year)
    matrix = MatrixMaker([municipality.pk], TODAY).matrix(municipality.pk)

    with django_assert_num_queries(1):
        found = changes_of(matrix, municipality, TODAY)
        told = [(each.chance_then, each.is_changed, each.then.get_need_display()) for each in sum(found.values(), [])]

    assert len(told) == 3
