"""Who manages accounts."""

from .models import User
from .permissions import allow, is_administrator, is_national_curator

allow(
    User,
    view=is_national_curator,
    add=is_administrator,
    change=is_administrator,
)
