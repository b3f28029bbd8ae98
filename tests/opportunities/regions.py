"""A province with municipalities that need much, little, or of which nothing is known."""

from tests.factories import MunicipalityFactory, ProvinceFactory, ThemeFactory
from tests.opportunities.levels import OTHERS
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory, ServiceFactory

UTRECHT = {"provincie": "utrecht"}
MUCH, LITTLE = 30, 1  # among OTHERS


def province():
    return ProvinceFactory(name="Utrecht", slug="utrecht")


def theme_with_figure(slug="taal", name="Taal", **fields):
    """A theme of which there are figures elsewhere."""
    theme = ThemeFactory(slug=slug, name=name, position=1, **fields)
    theme.figure = MeasurementFactory(indicator=IndicatorFactory(theme=theme, is_lead=True))
    for value in OTHERS:
        IndicatorValueFactory(measurement=theme.figure, value=value)
    return theme


def place(province, name, theme=None, need=None, **fields):
    """A municipality, with a figure of this theme."""
    municipality = MunicipalityFactory(name=name, slug=f"plaats-{name}".lower(), province=province, **fields)
    if need is not None:
        IndicatorValueFactory(measurement=theme.figure, municipality=municipality, value=need)
    return municipality


def three(province, theme):
    """A needs little and has much, B needs much and has nothing, and of C nothing is known."""
    places = {name: place(province, name, theme, need) for name, need in [("A", LITTLE), ("B", MUCH), ("C", None)]}
    ServiceFactory.create_batch(3, municipality=places["A"], themes=[theme])
    return places
