"""Who reads what waits, and its addresses: who keeps what it is about."""

from accounts.permissions import allow, is_curator, is_in_scope, nobody

from .models import Reaction

# decided in its list; deleted with an example by who truly deletes that
allow(
    Reaction,
    view=is_curator & is_in_scope,
    add=nobody,
    change=nobody,
)
