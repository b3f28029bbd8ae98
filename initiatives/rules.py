"""Who may view, add, change and delete practice examples, themes and what supports them."""

from accounts.permissions import (
    allow,
    allow_national,
    is_curator,
    is_in_scope,
    nobody,
)

from .models import (
    ChangeProposal,
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
    Tip,
)

for model in (
    Citation,
    Document,
    Figure,
    Initiative,
    Participation,
    Photo,
    Recognition,
):
    allow(model)
allow_national(ConversationQuestion, LibraryOffer, MunicipalDuty, TargetGroup, Theme)
allow(ChangeProposal, add=nobody, change=nobody)  # decided on its own page
allow(  # decided on its own page; readers write their addresses in it
    Tip,
    view=is_curator & is_in_scope,
    add=nobody,
    change=nobody,
    delete=nobody,
)
