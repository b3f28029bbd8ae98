"""What a municipality needs, wants and has; and what is made of that."""

from history.tracking import track_history

from .indicator import Indicator, IndicatorValue, Measurement
from .intake import TextIntake
from .note import Note
from .policy import Passage, PolicyDocument
from .service import Service, SupplyCheck
from .snapshot import MatrixSnapshot
from .spread import Spread

__all__ = [
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

track_history(Indicator, IndicatorValue, Measurement, Passage, PolicyDocument, Service, SupplyCheck)
