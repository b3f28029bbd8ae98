"""How one part of the site is."""

from dataclasses import dataclass
from datetime import datetime

GOOD = "Goed"
LOOK = "Let op"
WRONG = "Mis"


@dataclass(frozen=True)
class HealthPart:
    """One part of the site; ``since`` is when it went wrong, where that is known."""

    name: str
    state: str
    says: str
    since: datetime | None = None
    to_do: str = ""
    link: str = ""
