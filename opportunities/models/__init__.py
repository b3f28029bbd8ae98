"""What a municipality needs, wants and has; and what is made of that."""

from history.tracking import track_history

from .adoption import AdoptionReport, AdoptionTeller
from .indicator import Indicator, IndicatorValue, Measurement
from .intake import TextIntake
from .note import Note
from .policy import Passage, PolicyDocument
from .service import Service
from .snapshot import MatrixSnapshot
from .spread import Spread
from .supply_check import SupplyCheck

__all__ = [
    "AdoptionReport",
    "AdoptionTeller",
    "Indicator",
    "IndicatorValue",
    "MatrixSnapshot",
    "Measurement",
    "Note",
    "Passage",
    "PolicyDocument",
    "Service",
    "Spread",
    "SupplyCheck",
    "TextIntake",
]

track_history(AdoptionReport, Indicator, IndicatorValue, Measurement, Passage, PolicyDocument, Service, SupplyCheck)
