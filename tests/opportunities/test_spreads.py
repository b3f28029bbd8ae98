"""Where the thirds and the middle lie: kept by the database after every kind of write."""

import pytest
from django.db import connection

from opportunities.choices import Need
from opportunities.models import IndicatorValue, Spread
from tests.factories import MunicipalityFactory
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

LOW, MEDIUM, HIGH, UNKNOWN = Need.LOW, Need.MEDIUM, Need.HIGH, Need.UNKNOWN


def measured(*values, direction="hoog"):
    """A measurement with these figures, each of another municipality."""
    measurement = MeasurementFactory(indicator=IndicatorFactory(direction=direction))
    for value in values:
        IndicatorValueFactory(measurement=measurement, value=value)
    return measurement


def spread_of(measurement):
    """(count, low_until, high_from, median)"""
    return Spread.objects.values_list("count", "low_until", "high_from", "median").get(measurement=measurement)


def needs(measurement):
    """The level of each figure, in the order in which they were made."""
    spread = Spread.objects.get(measurement=measurement)
    values = measurement.values.order_by("pk").values_list("value", flat=True)
    return [spread.need_of(value, measurement.indicator.direction) for value in values]


THIRDS = [  # the nearest to a border are still in the middle
    ([1, 2, 3, 4, 5, 6, 7, 8, 9], [LOW] * 2 + [MEDIUM] * 5 + [HIGH] * 2),
    ([9, 1, 5, 4, 6, 5], [HIGH, LOW, MEDIUM, MEDIUM, MEDIUM, MEDIUM]),
    ([-50, 0, 0.0001, 0.0002, 0.0003, 60], [LOW, MEDIUM, MEDIUM, MEDIUM, MEDIUM, HIGH]),
    ([3, 1, 2], [MEDIUM] * 3),
]
EQUAL = [
    ([1, 1, 4, 5, 5, 5, 6, 9, 9], [LOW, LOW, *[MEDIUM] * 5, HIGH, HIGH]),
    ([1, 1, 1, 2], [MEDIUM, MEDIUM, MEDIUM, HIGH]),
    ([7, 7, 7], [MEDIUM] * 3),
]


def levels_of(figures):
    return [(values, needs(measured(*values))) for values, _ in figures]


def test_figures_are_divided_into_thirds():
    assert levels_of(THIRDS) == THIRDS


def test_equal_figures_get_the_same_level():
    assert levels_of(EQUAL) == EQUAL


def test_thirds_are_the_same_from_both_ends():
    figures = [[1, 2, 3, 4, 5], [1, 1, 2, 3, 3, 3, 4], [1, 2, 2, 2, 2], [5, 5, 5]]

    upside_down = [needs(measured(*(-value for value in values), direction="laag")) for values in figures]

    assert upside_down == [needs(measured(*values)) for values in figures]


def test_fewer_than_three_figures_tell_no_level():
    assert [needs(measured(1)), needs(measured(1, 2))] == [[UNKNOWN], [UNKNOWN, UNKNOWN]]


def test_a_low_figure_may_mean_much_need():
    assert needs(measured(1, 4, 5, 5, 6, 9, direction="laag")) == [HIGH, *[MEDIUM] * 4, LOW]


def test_background_tells_no_level():
    assert needs(measured(1, 2, 3, direction="achtergrond")) == [UNKNOWN] * 3


def test_a_figure_within_a_quarter_of_the_distance_of_a_third_is_in_the_middle():
    spread = measured(10, 20, 30).spread  # the thirds lie at 10 and 30: a quarter of the distance is 5

    found = {value: spread.need_of(value, "hoog") for value in (4, 5, 5.1, 15, 34.9, 35, 36)}

    assert found == {4: LOW, 5: LOW, 5.1: MEDIUM, 15: MEDIUM, 34.9: MEDIUM, 35: HIGH, 36: HIGH}


def test_how_far_from_the_middle_is_told_in_distances_between_the_thirds():
    spread = Spread.objects.get(measurement=measured(10, 16, 30))
    figures = [(16, "hoog"), (26, "hoog"), (6, "hoog"), (6, "laag"), (26, "achtergrond")]

    assert [spread.deviation_of(*figure) for figure in figures] == [0, 0.5, -0.5, 0.5, 0]


def test_where_all_are_the_same_nobody_is_far_from_the_middle():
    assert Spread.objects.get(measurement=measured(7, 7, 7)).deviation_of(9, "hoog") == 0


def test_count_thirds_and_median_are_kept():
    expected = [
        ([2], (1, None, None, 2)),
        ([1, 2, 9], (3, 1, 9, 2)),
        ([1, 2, 3, 9], (4, 1, 9, 2.5)),
        ([4, 4, 4], (3, None, None, 4)),
    ]

    assert [(values, spread_of(measured(*values))) for values, _ in expected] == expected


def test_a_measurement_without_figures_has_no_spread():
    measurement = measured(1)

    measurement.values.all().delete()
    MeasurementFactory()

    assert Spread.objects.count() == 0


def test_a_measurement_goes_with_its_figures_and_spread():
    measured(1, 2, 3).delete()

    assert (IndicatorValue.objects.count(), Spread.objects.count()) == (0, 0)


def create_many(measurement):
    IndicatorValue.objects.bulk_create(
        IndicatorValue(measurement=measurement, municipality=place, value=value)
        for place, value in zip(MunicipalityFactory.create_batch(2), (10, 20), strict=True)
    )


def save_one(measurement):
    value = measurement.values.get(value=3)
    value.value = 30
    value.save()


def delete_one(measurement):
    measurement.values.get(value=3).delete()


def write_sql(measurement):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE opportunities_indicatorvalue SET value = value * 2 WHERE value > 1")


WRITES = [
    (create_many, (5, 2, 10, 3)),
    (lambda measurement: measurement.values.filter(value__gt=1).update(value=5), (3, 1, None, 5)),
    (save_one, (3, 1, 30, 2)),
    (delete_one, (2, 1, 2, 1.5)),
    (write_sql, (3, 1, 6, 4)),
]


@pytest.mark.parametrize(("write", "expected"), WRITES)
def test_kept_right_after_every_kind_of_write(write, expected):
    measurement, other = measured(1, 2, 3), measured(0, 0, 0)
    before = Spread.objects.get(measurement=measurement).changed_at

    write(measurement)

    assert spread_of(measurement) == expected
    assert Spread.objects.get(measurement=measurement).changed_at > before
    assert spread_of(other) == (3, None, None, 0)


def test_an_import_that_overwrites_keeps_it_right():
    measurement = measured(1, 2, 3)
    first = measurement.values.get(value=1)
    overwriting = IndicatorValue(measurement=measurement, municipality=first.municipality, value=100)
    new = IndicatorValue(measurement=measurement, municipality=MunicipalityFactory(), value=50)

    IndicatorValue.objects.bulk_create(
        [overwriting, new],
        update_conflicts=True,
        update_fields=["value"],
        unique_fields=["measurement", "municipality"],
    )

    assert spread_of(measurement) == (4, 2, 100, 26.5)


def test_a_figure_that_moves_changes_both_measurements():
    left, reached = measured(1, 2, 3), measured(4, 5, 6)

    left.values.filter(value=3).update(measurement=reached)

    assert spread_of(left) == (2, 1, 2, 1.5)
    assert spread_of(reached) == (4, 3, 6, 4.5)


def test_one_statement_about_two_measurements_changes_both():
    one, other = measured(1, 2, 3), measured(4, 5, 6)

    IndicatorValue.objects.filter(value__in=[1, 6]).delete()

    assert [spread_of(each)[0] for each in (one, other)] == [2, 2]


def test_what_another_measurement_does_is_no_change():
    measurement, other = measured(1, 2, 3), measured(4)
    before = Spread.objects.get(measurement=measurement).changed_at

    other.values.update(value=5)

    assert Spread.objects.get(measurement=measurement).changed_at == before
