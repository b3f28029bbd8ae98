"""Who may: polls are of the whole country, and so are the motives that wait."""

from accounts.permissions import allow, allow_national, is_curator, is_in_scope, nobody

from .models import Poll, Vote

allow_national(Poll)
# motives are decided about in their list; votes go with their poll
allow(
    Vote,
    view=is_curator & is_in_scope,
    add=nobody,
    change=nobody,
)
