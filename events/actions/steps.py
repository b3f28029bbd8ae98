"""What happened to a registration, for whoever organises."""

from datetime import datetime

from accounts.models import User
from events.models import Registration, RegistrationStep


def note_step(
    registration: Registration,
    text: str,
    *,
    now: datetime,
    user: User | None = None,
    reason: str = "",
) -> None:
    """Write down what happened, in fixed words; ``reason`` is what who organises wrote with it."""
    RegistrationStep.objects.create(
        registration=registration,
        text=text[:200],
        reason=reason,
        user=user,
        taken_at=now,
    )
