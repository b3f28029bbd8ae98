"""What they do: initiatives, by theme and target group, with what is known about them."""

from history.tracking import track_history

from .evidence import Citation, Figure, Recognition
from .files import Document, Photo
from .initiative import Initiative
from .participation import Participation
from .review import ChangeProposal, LikelyDouble, ReviewStep
from .sharing import SharedFile, Sharing
from .step_run import StepOfRun, StepRun
from .target_group import TargetGroup
from .theme import ConversationQuestion, LibraryOffer, MunicipalDuty, Theme
from .tip import Tip

__all__ = [
    "ChangeProposal",
    "Citation",
    "ConversationQuestion",
    "Document",
    "Figure",
    "Initiative",
    "LibraryOffer",
    "LikelyDouble",
    "MunicipalDuty",
    "Participation",
    "Photo",
    "Recognition",
    "ReviewStep",
    "SharedFile",
    "Sharing",
    "StepOfRun",
    "StepRun",
    "Tip",
    "TargetGroup",
    "Theme",
]

track_history(
    Citation,
    ConversationQuestion,
    Document,
    Figure,
    Initiative,
    LibraryOffer,
    MunicipalDuty,
    Participation,
    Photo,
    Recognition,
    TargetGroup,
    Theme,
)
