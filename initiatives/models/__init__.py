"""What they do: initiatives, by theme and target group, with what is known about them."""

from .evidence import Citation, Figure, Recognition
from .files import Document, Photo
from .initiative import Initiative
from .participation import Participation
from .target_group import TargetGroup
from .theme import ConversationQuestion, LibraryOffer, MunicipalDuty, Theme

__all__ = [
    "Citation",
    "ConversationQuestion",
    "Document",
    "Figure",
    "Initiative",
    "LibraryOffer",
    "MunicipalDuty",
    "Participation",
    "Photo",
    "Recognition",
    "TargetGroup",
    "Theme",
]
