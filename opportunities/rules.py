"""Who may: figures are of the whole country; what a municipality wants and has belongs to its province."""

from accounts.permissions import allow, allow_national

from .models import (
    AdoptionReport,
    Indicator,
    IndicatorValue,
    Measurement,
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
)

allow_national(Indicator, IndicatorValue, Measurement)
for model in (AdoptionReport, Passage, PolicyDocument, Service, SupplyCheck):
    allow(model)
