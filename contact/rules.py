"""Who reads what visitors write: it holds their addresses."""

from accounts.permissions import allow, is_national_curator, nobody

from .models import Message

allow(
    Message,
    view=is_national_curator,
    add=nobody,
    change=is_national_curator,
)
