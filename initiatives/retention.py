"""What is kept of people in practice examples and papers, and of who worked on them."""

from pghistory.models import Context

from history.forgetting import forget_versions_of_deleted
from retention.schedule import holds_nothing_personal, keep

from .models import (
    ChangeProposal,
    Citation,
    ConversationQuestion,
    Document,
    Figure,
    Initiative,
    LibraryOffer,
    LikelyDouble,
    MunicipalDuty,
    Participation,
    Photo,
    Recognition,
    ReviewStep,
    TargetGroup,
    Theme,
)


def forget_deleted(*, now):
    """Deleted by a curator, and at night for good 90 days later, with the file."""
    forget_versions_of_deleted(Citation, Photo, Document, now=now)


keep(
    "Namen van wie iets zei in een openbaar artikel, van wie een foto maakte en van wie in een document staan",
    why="Om te laten zien wie iets zei of maakte, in welke functie en wanneer",
    how_long="Zolang het citaat, de foto of het document op de site staat, en 90 dagen daarna",
    tables=(Citation, Photo, Document),
    forget=forget_deleted,
)
keep(
    "Wie wat wanneer veranderde, voorstelde of beoordeelde in een voorbeeld of organisatie",
    why="Om fouten te kunnen herstellen",
    how_long="Zolang het voorbeeld of de organisatie bestaat; is het account weg, dan staat er niet meer wie het was",
    tables=(Context, ReviewStep, ChangeProposal),
    goes="The name goes with the account: only its number is kept with each change.",
)
holds_nothing_personal(Initiative, Theme, TargetGroup, LibraryOffer, MunicipalDuty, ConversationQuestion)
holds_nothing_personal(Figure, Participation, Recognition, LikelyDouble)
