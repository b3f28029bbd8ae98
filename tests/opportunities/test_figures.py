"""What a measurement says of a municipality of today, whatever codes it was published under."""

from datetime import date
from decimal import Decimal

import pytest

from opportunities.choices import Need
from opportunities.figures import Figures
from opportunities.models import Measurement
from partners.successions import Successions
from tests.factories import MunicipalityFactory, SuccessionFactory
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 1)
CODES_YEAR = 2020
LATER = date(2022, 3, 24)


def figures_of(*municipalities):
    """A list of figures for each."""
    pks = [each.pk for each in municipalities]
    figures = Figures(pks, Successions.on(TODAY), Measurement.objects.latest())
    return [figures.of(pk) for pk in pks]


def figure_of(municipality):
    [[figure]] = figures_of(municipality)
    return figure


def measurement(**indicator):
    return MeasurementFactory(indicator=IndicatorFactory(**indicator), year=2021, codes_year=CODES_YEAR)


def ended_in(*successors, on=LATER, **fields):
    """A municipality that ended on that day and went to these."""
    ended = MunicipalityFactory(valid_until=on, **fields)
    for successor in successors:
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on=on)
    return ended


def counted(measured, municipality, numerator, denominator):
    """A percentage with its counts."""
    value = round(Decimal(100 * numerator) / denominator, 4)
    return IndicatorValueFactory(
        measurement=measured, municipality=municipality, value=value, numerator=numerator, denominator=denominator
    )


def told(figure):
    return figure.value, figure.is_old_division, figure.is_recomputed, figure.parts


def test_a_municipality_that_did_not_change_has_its_own_figure():
    value = IndicatorValueFactory(value="12.3")

    figure = figure_of(value.municipality)

    assert told(figure) == (Decimal("12.3"), False, False, [])
    assert (figure.measurement, figure.indicator) == (value.measurement, value.measurement.indicator)
    assert figure.remark == ""


def test_the_level_is_that_among_all_municipalities():
    measured = measurement(direction="laag")
    values = [IndicatorValueFactory(measurement=measured, value=value) for value in (1, 5, 6, 6, 7, 11)]

    found = figures_of(*(each.municipality for each in values))

    assert [figure.need for [figure] in found] == [Need.HIGH, *[Need.MEDIUM] * 4, Need.LOW]


def test_a_municipality_without_figure_has_none():
    IndicatorValueFactory()

    assert figures_of(MunicipalityFactory()) == [[]]


def test_of_each_indicator_the_newest_measurement_with_figures_counts():
    indicator, municipality = IndicatorFactory(), MunicipalityFactory()
    for year in (2020, 2022, 2021):
        measured = MeasurementFactory(indicator=indicator, year=year)
        IndicatorValueFactory(measurement=measured, municipality=municipality, value=year - 2000)
    MeasurementFactory(indicator=indicator, year=2023)

    assert figure_of(municipality).value == 22


def test_who_took_in_another_keeps_its_own_figure_of_before_and_both_are_told():
    measured, amsterdam = measurement(), MunicipalityFactory(name="Amsterdam")
    IndicatorValueFactory(measurement=measured, municipality=amsterdam, value=30)
    IndicatorValueFactory(measurement=measured, municipality=ended_in(amsterdam, name="Weesp"), value="20.3")
    IndicatorValueFactory(measurement=measured, value=90)

    figure = figure_of(amsterdam)

    assert told(figure) == (30, True, False, [("Amsterdam", 30), ("Weesp", Decimal("20.3"))])
    assert figure.need == Need.MEDIUM
    assert figure.remark == "Oude indeling (2020): Amsterdam 30% en Weesp 20,3%. We tellen dat niet op."


def test_who_took_in_another_without_figure_keeps_its_own_of_before():
    measured, amsterdam = measurement(), MunicipalityFactory(name="Amsterdam")
    IndicatorValueFactory(measurement=measured, municipality=amsterdam, value=30)
    ended_in(amsterdam, name="Weesp")

    assert told(figure_of(amsterdam)) == (30, True, False, [("Amsterdam", 30)])


def test_a_new_municipality_with_only_figures_of_before_has_no_level():
    measured, new = measurement(), MunicipalityFactory(valid_from=LATER)
    for name, value in [("Uden", 2), ("Landerd", 4), ("Ver", 6)]:
        place = MunicipalityFactory() if name == "Ver" else ended_in(new, name=name)
        IndicatorValueFactory(measurement=measured, municipality=place, value=value)

    figure = figure_of(new)

    assert told(figure) == (None, True, False, [("Landerd", 4), ("Uden", 2)])
    assert (figure.need, figure.in_words, figure.short) == (Need.UNKNOWN, "Niet bekend", "")


@pytest.mark.parametrize("per", [100, 1000])
def test_a_share_is_recomputed_when_every_part_has_counts(per):
    measured, new = measurement(per=per), MunicipalityFactory(valid_from=LATER)
    counted(measured, ended_in(new), 10, 100)
    counted(measured, ended_in(new), 90, 300)

    figure = figure_of(new)

    assert told(figure) == (per / 4, False, True, [])
    assert figure.remark == "We rekenden dit opnieuw uit, met de aantallen van de gemeenten die samengingen."


def test_a_recomputed_share_has_a_level():
    measured, new = measurement(), MunicipalityFactory(valid_from=LATER)
    counted(measured, ended_in(new), 80, 100)
    counted(measured, ended_in(new), 90, 100)
    for value in (1, 2, 3, 4, 5, 6):
        IndicatorValueFactory(measurement=measured, value=value)

    assert (figure_of(new).value, figure_of(new).need) == (85, Need.HIGH)


def test_a_share_is_not_recomputed_when_a_part_has_no_counts():
    measured, new = measurement(), MunicipalityFactory(valid_from=LATER)
    counted(measured, ended_in(new, name="A"), 10, 100)
    IndicatorValueFactory(measurement=measured, municipality=ended_in(new, name="B"), value=20)

    assert told(figure_of(new)) == (None, True, False, [("A", 10), ("B", 20)])


def test_a_share_is_not_recomputed_when_a_part_has_no_figure():
    measured, own = measurement(), MunicipalityFactory(name="Wij")
    counted(measured, own, 10, 100)
    ended_in(own)

    assert told(figure_of(own)) == (10, True, False, [("Wij", 10)])


def test_a_share_is_not_recomputed_when_a_part_was_split():
    measured, own, other = measurement(), MunicipalityFactory(name="Oisterwijk"), MunicipalityFactory()
    counted(measured, own, 10, 100)
    counted(measured, ended_in(own, other, name="Haaren"), 20, 100)

    assert told(figure_of(own)) == (10, True, False, [("Haaren", 20), ("Oisterwijk", 10)])


def test_what_is_no_share_is_never_recomputed():
    measured, own = measurement(per=None, unit="euro"), MunicipalityFactory(name="A")
    counted(measured, own, 10, 100)
    counted(measured, ended_in(own, name="B"), 20, 100)

    assert told(figure_of(own)) == (10, True, False, [("A", 10), ("B", 20)])


def test_a_merger_on_the_first_day_of_the_codes_year_is_in_the_codes():
    own, day = MunicipalityFactory(), date(CODES_YEAR, 1, 1)
    IndicatorValueFactory(measurement=measurement(), municipality=own, value=30)
    ended_in(own, on=day)

    assert told(figure_of(own)) == (30, False, False, [])


def test_a_merger_on_the_second_day_of_the_codes_year_is_not():
    own, day = MunicipalityFactory(name="Wij"), date(CODES_YEAR, 1, 2)
    IndicatorValueFactory(measurement=measurement(), municipality=own, value=30)
    ended_in(own, on=day)

    assert told(figure_of(own)) == (30, True, False, [("Wij", 30)])


def test_a_part_that_did_not_exist_in_the_codes_year_is_not_waited_for():
    measured, new = measurement(), MunicipalityFactory(valid_from=LATER)
    between = ended_in(new, valid_from=date(2021, 1, 1))
    for numerator in (10, 30):
        counted(measured, ended_in(between, on=date(2021, 1, 1)), numerator, 100)

    assert told(figure_of(new)) == (20, False, True, [])


def test_a_reorganisation_of_later_than_today_says_nothing_yet():
    own = MunicipalityFactory()
    IndicatorValueFactory(measurement=measurement(), municipality=own, value=30)
    ended_in(own, on=date(2026, 1, 2))

    assert told(figure_of(own)) == (30, False, False, [])


def test_costs_as_many_queries_for_three_as_for_one():
    measured = [measurement(), measurement()]
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        for each in (place, ended_in(place)):
            for one in measured:
                counted(one, each, 10, 100)
    successions = Successions.on(TODAY)

    def load(count):
        Figures([each.pk for each in places[:count]], successions, Measurement.objects.latest())

    assert [number_of_queries(lambda count=count: load(count)) for count in (1, 3)] == [3, 3]


def test_a_municipality_that_only_got_another_name_or_code_keeps_its_figure():
    measured, new = measurement(), MunicipalityFactory(valid_from=LATER)
    IndicatorValueFactory(measurement=measured, municipality=ended_in(new), value=12)

    figure = figure_of(new)

    assert (figure.value, figure.is_old_division) == (12, False)
