"""What happened to a registration, for whoever organises."""

from events.models import RegistrationStep


def note_step(
    registration,
    text,
    *,
    now,
    user=None,
    reason="",
):
    """Write down what happened, in fixed words; ``reason`` is what who organises wrote with it."""
    RegistrationStep.objects.create(
        registration=registration,
        text=text[:200],
        reason=reason,
        user=user,
        taken_at=now,
    )
