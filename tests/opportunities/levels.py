"""What gives a theme a level, where the levels themselves are not the subject."""

from opportunities.choices import Need, PolicyDocumentKind
from opportunities.models import PolicyDocument
from tests.factories import InitiativeFactory, PartnerFactory, SourceFactory, TargetGroupFactory
from tests.opportunity_factories import (
    IndicatorFactory,
    IndicatorValueFactory,
    MeasurementFactory,
    PassageFactory,
    PolicyDocumentFactory,
    ServiceFactory,
)

OTHERS = (8, 9, 10, 15, 15, 15, 20, 21, 22)  # figures of other municipalities, that make the thirds
FIGURES = {Need.LOW: 1, Need.MEDIUM: 15, Need.HIGH: 30}


def needs(municipality, theme, need=Need.HIGH, **indicator):
    """A figure of the theme by which this is the need."""
    indicator = IndicatorFactory(theme=theme, **{"is_lead": True} | indicator)
    measurement = MeasurementFactory(indicator=indicator)
    for value in OTHERS:
        IndicatorValueFactory(measurement=measurement, value=value)
    return IndicatorValueFactory(measurement=measurement, municipality=municipality, value=FIGURES[need])


def wants(municipality, theme, weight="genoemd"):
    """A passage in a paper of the municipality."""
    return PassageFactory(document__municipality=municipality, theme=theme, weight=weight)


def fill(municipality, theme):
    """One more of everything that a theme of a municipality can show, each with all that hangs under it."""
    wants(municipality, theme)
    programme = {"kind": PolicyDocumentKind.PROGRAMME, "party": f"Partij {PolicyDocument.objects.count()}"}
    PassageFactory(document=PolicyDocumentFactory(municipality=municipality, **programme), theme=theme)
    service = ServiceFactory(
        municipality=municipality, themes=[theme], provider=PartnerFactory(), example=InitiativeFactory()
    )
    service.target_groups.add(TargetGroupFactory())
    service.sources.add(SourceFactory())
    here = {"places": [municipality], "themes": [theme], "phase": "lopend"}
    InitiativeFactory(**here, partners=[PartnerFactory()], target_groups=[TargetGroupFactory()])
