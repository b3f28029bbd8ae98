"""Which municipalities are most like one, and in what."""

from datetime import date

import pytest

from opportunities.comparable import lookalikes, municipalities_of
from opportunities.models import IndicatorValue
from tests.factories import MunicipalityFactory
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


def of_size(name, population=None, **fields):
    year = 2025 if population else None
    return MunicipalityFactory(name=name, population=population, population_year=year, **fields)


def compared(short_name="aandeel 65-plussers", values=(), **indicator):
    """A measurement by which municipalities are compared, with the figures of these (municipality, value)."""
    indicator = IndicatorFactory(short_name=short_name, **{"is_compared": True} | indicator)
    measurement = MeasurementFactory(indicator=indicator)
    for municipality, value in values:
        IndicatorValueFactory(measurement=measurement, municipality=municipality, value=value)
    return measurement


def reasons(municipality):
    """{name: in what it is alike}, the most alike first."""
    alike = lookalikes(municipality, TODAY)
    places = municipalities_of(alike)
    return {places[each.pk].name: each.in_words for each in alike}


def found(municipality):
    return list(reasons(municipality))


def test_the_nearest_in_size_comes_first():
    own = of_size("Wij", 10_000)
    for name, population in [("Ver", 900_000), ("Naast", 11_000), ("Verder", 5_000)]:
        of_size(name, population)

    assert found(own) == ["Naast", "Verder", "Ver"]


def test_distance_grows_from_nought():
    own = of_size("Wij", 10_000)
    for name, population in [("Even groot", 10_000), ("Groter", 20_000), ("Ver", 900_000)]:
        of_size(name, population)

    equal, larger, far = (each.distance for each in lookalikes(own, TODAY))

    assert equal == 0 < larger < far


def test_figures_tell_apart_who_is_of_the_same_size():
    own, near, far = (of_size(name, 10_000) for name in ("Wij", "Dichtbij", "Ver"))
    of_size("Groot", 20_000)
    compared(values=[(own, 10), (far, 30), (near, 11)])

    assert found(own)[:2] == ["Dichtbij", "Ver"]


def test_only_figures_that_are_meant_for_it_are_compared():
    own, one, other = (of_size(name, population) for name, population in [("Wij", 100), ("A", 110), ("B", 900)])
    compared(values=[(own, 10), (one, 90), (other, 10)], is_compared=False)

    assert found(own) == ["A", "B"]
    assert reasons(own)["A"] == "Ongeveer even groot"


def test_how_urban_it_is_counts_twice():
    # as far apart in what they differ in; counted once, the one that was made first would come first
    own, old, urban = (MunicipalityFactory(name=name) for name in ("Wij", "Even oud", "Even stedelijk"))
    compared(values=[(own, 1), (urban, 1), (old, 5)], slug="urbanity_class", short_name="stedelijkheid")
    compared(values=[(own, 1), (urban, 5), (old, 1)])

    assert found(own) == ["Even stedelijk", "Even oud"]


def test_size_counts_twice():
    own, old, large = of_size("Wij", 10_000), of_size("Even oud", 90_000), of_size("Even groot", 10_000)
    compared(values=[(own, 1), (large, 5), (old, 1)])

    assert found(own) == ["Even groot", "Even oud"]


def test_any_other_figure_counts_once():
    own, first, second = (MunicipalityFactory(name=name) for name in ("Wij", "Eerst", "Dan"))
    compared(values=[(own, 1), (first, 5), (second, 1)])
    compared("inkomen", values=[(own, 1), (first, 1), (second, 5)], slug="income_standardised_median_keur")

    assert [each.distance for each in lookalikes(own, TODAY)] == pytest.approx([1.06066] * 2)


def test_reasons_are_told_what_counts_most_first():
    own, twin, far = of_size("Wij", 10_000), of_size("Tweeling", 10_100), of_size("Ver", 900_000)
    compared("aandeel 65-plussers", [(own, 20), (twin, 20.1), (far, 50)])
    compared("stedelijkheid", [(own, 2), (twin, 2), (far, 5)], slug="urbanity_class")

    assert reasons(own) == {
        "Tweeling": "Ongeveer even stedelijk en even groot, met een vergelijkbaar aandeel 65-plussers",
        "Ver": "Komt in cijfers het dichtst in de buurt",
    }


def test_alike_is_within_a_third_of_a_standard_deviation():
    own, near, further, far = (MunicipalityFactory(name=name) for name in ("Wij", "Dichtbij", "Verder", "Ver"))
    compared("inkomen", [(own, 0), (near, 1), (further, 2), (far, 9)])  # a standard deviation is 3.5

    assert reasons(own)["Dichtbij"] == "Met een vergelijkbaar inkomen"
    assert reasons(own)["Verder"] == "Komt in cijfers het dichtst in de buurt"


def test_at_most_three_reasons_are_told_the_nearest_first():
    own, twin, far = MunicipalityFactory(), MunicipalityFactory(name="Tweeling"), MunicipalityFactory()
    for name, value in [("d", 14), ("a", 11), ("c", 13), ("b", 12)]:
        compared(name, [(own, 10), (twin, value), (far, 90)])

    assert reasons(own)["Tweeling"] == "Met een vergelijkbaar a, b en c"


def test_who_of_too_little_is_known_is_left_out():
    own, half = of_size("Wij", 10_000), of_size("Helft", 90_000)
    of_size("Alleen de grootte", 10_000)
    for others in ([half], [], []):
        compared(values=[(own, 10), (MunicipalityFactory(), 30), *((each, 20) for each in others)])

    assert found(own) == ["Helft"]


def test_what_is_only_known_of_others_does_not_count():
    own, other = of_size("Wij", 10_000), of_size("Ander", 11_000)
    compared(values=[(other, 10), (MunicipalityFactory(), 30)])

    assert found(own) == ["Ander"]


def test_a_municipality_of_which_nothing_is_known_is_like_none():
    own = of_size("Wij")
    of_size("A", 100)
    of_size("B", 200)

    assert found(own) == []


def test_what_is_the_same_everywhere_tells_nothing_apart():
    own, other, third = (of_size(name, population) for name, population in [("Wij", 10), ("A", 11), ("B", 999)])
    compared("gelijk", [(each, 5) for each in (own, other, third)])

    assert reasons(own)["A"] == "Ongeveer even groot"


def test_municipalities_that_ended_are_not_among_them():
    own = of_size("Wij", 10_000)
    ended = of_size("Voorbij", 10_000, valid_until=TODAY)
    of_size("Eindigt morgen", 20_000, valid_until="2026-06-02")
    compared(values=[(own, 10), (ended, 10), (of_size("Ver", 90_000), 30)])

    assert found(own) == ["Eindigt morgen", "Ver"]


def test_a_changed_figure_is_seen_at_once():
    own, one, other = (MunicipalityFactory(name=name) for name in ("Wij", "A", "B"))
    measurement = compared(values=[(own, 10), (one, 11), (other, 30)])
    before = found(own)

    IndicatorValue.objects.filter(measurement=measurement, municipality=one).update(value=90)

    assert [before, found(own)] == [["A", "B"], ["B", "A"]]


def test_a_newer_measurement_takes_the_place_of_the_old():
    own, one, other = (MunicipalityFactory(name=name) for name in ("Wij", "A", "B"))
    old = compared(values=[(own, 10), (one, 11), (other, 30)])
    before = found(own)

    newer = MeasurementFactory(indicator=old.indicator, year=2025)
    for municipality, value in [(own, 10), (one, 30), (other, 11)]:
        IndicatorValueFactory(measurement=newer, municipality=municipality, value=value)

    assert [before, found(own)] == [["A", "B"], ["B", "A"]]


def test_costs_two_queries_and_one_more_after_figures_changed(django_assert_num_queries):
    own = of_size("Wij", 10_000)
    for population in (11_000, 12_000, 13_000):
        of_size(str(population), population)
    measured = [compared(values=[(own, 10), (MunicipalityFactory(), 20)]) for _ in range(3)]
    lookalikes(own, TODAY)
    IndicatorValue.objects.filter(measurement__in=measured).update(value=30)

    with django_assert_num_queries(3):
        lookalikes(own, TODAY)
    with django_assert_num_queries(2):
        alike = lookalikes(own, TODAY)
    with django_assert_num_queries(1):
        municipalities_of(alike)
