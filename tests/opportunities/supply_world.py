"""A municipality with services and examples of a theme, and how much that counts for."""

from datetime import date

from initiatives.models import Theme
from opportunities.supply import supplies_of
from partners.successions import Successions
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory
from tests.opportunity_factories import ServiceFactory

TODAY = date(2026, 6, 1)


def supplies(municipality):
    themes = Theme.objects.values_list("pk", flat=True)
    return supplies_of([municipality.pk], Successions.on(TODAY), TODAY.year, themes)[municipality.pk]


def level(municipality, theme):
    return supplies(municipality).level(theme.pk, {theme.pk})


def services(number, municipality, theme, **fields):
    return ServiceFactory.create_batch(number, municipality=municipality, themes=[theme], **fields)


def initiatives(number, municipality, theme, **fields):
    """Examples that ran last year, unless told otherwise."""
    fields = {"phase": "lopend", "year": 2025} | fields
    return InitiativeFactory.create_batch(number, places=[municipality], themes=[theme], **fields)


def ended_in(*successors):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    for successor in successors:
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on="2020-01-01")
    return ended
