"""How figures are written: as Dutch readers do, with their unit."""

from decimal import Decimal

import pytest

from opportunities.municipal_figure import MunicipalFigure
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("unit", "value", "in_words", "short"),
    [
        ("% van 65 jaar en ouder", "51.24", "51,2% van 65 jaar en ouder", "51,2%"),
        ("% van 65 jaar en ouder", "50", "50% van 65 jaar en ouder", "50%"),
        ("%", "0.04", "0%", "0%"),
        ("euro", "34567.89", "34.567,9 euro", "34.567,9"),
    ],
)
def test_figures_have_one_decimal_and_a_unit(unit, value, in_words, short):
    figure = MunicipalFigure(MeasurementFactory(indicator__unit=unit), Decimal(value))

    assert (figure.in_words, figure.short) == (in_words, short)


def test_no_figure_is_not_known():
    figure = MunicipalFigure(MeasurementFactory(), None, is_old_division=True, parts=[("A", Decimal(1))])

    assert (figure.in_words, figure.short) == ("Niet bekend", "")
    assert figure.remark == "Oude indeling (2024): A 1%. We tellen dat niet op."


def test_parts_are_told_in_the_unit():
    measurement = MeasurementFactory(indicator__unit="euro", codes_year=2021)
    figure = MunicipalFigure(
        measurement, None, is_old_division=True, parts=[("A", Decimal("1500.5")), ("B", Decimal(2))]
    )

    assert figure.remark == "Oude indeling (2021): A 1.500,5 en B 2. We tellen dat niet op."


@pytest.mark.parametrize(("unit", "expected"), [("%", ("3%", "1,5%", "1.004,5%")), ("euro", ("3", "1,5", "1.004,5"))])
def test_median_and_thirds_are_written_like_the_figure(unit, expected):
    measurement = MeasurementFactory(indicator=IndicatorFactory(unit=unit, highest=None))
    for value in ("1.5", "2.5", "3.5", "1004.5"):
        IndicatorValueFactory(measurement=measurement, value=value)

    figure = MunicipalFigure(measurement, Decimal(1))

    assert (figure.median, figure.low_until, figure.high_from) == expected


def test_thirds_that_are_not_there_are_empty():
    measurement = IndicatorValueFactory().measurement

    figure = MunicipalFigure(measurement, Decimal(12))

    assert (figure.low_until, figure.high_from) == ("", "")
