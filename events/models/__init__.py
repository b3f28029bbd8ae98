"""Meetings, from announcement to slides afterwards: the event, its programme, who comes and what they thought."""

from history.tracking import track_history

from .booking import Booking, Place, Registration
from .data_access import DataAccess
from .evaluation import EvaluationAnswer, EvaluationQuestion
from .event import Event
from .mailing import Mailing
from .needs import PersonalNeeds
from .parts import EventDay, EventPhoto, EventRole
from .price import PriceTier
from .programme import Session
from .sent import SentEntry
from .series import EventSeries
from .session_choice import SessionChoice
from .speakers import Appearance, Speaker
from .step import RegistrationStep
from .told import ToldFacts

__all__ = [
    "Appearance",
    "Booking",
    "DataAccess",
    "EvaluationAnswer",
    "EvaluationQuestion",
    "Event",
    "EventDay",
    "EventPhoto",
    "EventRole",
    "EventSeries",
    "Mailing",
    "PersonalNeeds",
    "Place",
    "PriceTier",
    "Registration",
    "RegistrationStep",
    "SentEntry",
    "Session",
    "SessionChoice",
    "Speaker",
    "ToldFacts",
]

# Who comes is not in the history: their data have a term. ``RegistrationStep`` says what happened, without names.
track_history(
    Appearance,
    EvaluationQuestion,
    Event,
    EventDay,
    EventPhoto,
    EventRole,
    EventSeries,
    PriceTier,
    Session,
    Speaker,
)
