"""What a municipality needs, wants and has; and what is made of that."""

from history.tracking import track_history

from .adoption import AdoptionReport, AdoptionTeller
from .indicator import Indicator
from .indicator_value import IndicatorValue
from .intake import TextIntake
from .kept_list import OwnList, SharedList
from .measurement import Measurement
from .note import Note
from .passage import Passage
from .policy import PolicyDocument
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
    "OwnList",
    "Passage",
    "PolicyDocument",
    "Service",
    "SharedList",
    "Spread",
    "SupplyCheck",
    "TextIntake",
]

track_history(
    AdoptionReport,
    Indicator,
    IndicatorValue,
    Measurement,
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
)
