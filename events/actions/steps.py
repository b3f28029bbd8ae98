"""What happened to a registration, for whoever organises."""

from events.models import RegistrationStep


def note_step(registration, text, *, now, user=None):
    """Write down what happened; ``text`` holds no names."""
    RegistrationStep.objects.create(registration=registration, text=text[:200], user=user, taken_at=now)
