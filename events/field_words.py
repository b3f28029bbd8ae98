"""What the columns of spreadsheets take over from the fields of models."""

from accounts import kinds

from .models import Event


def words_of(model, name):
    """The words that a field takes."""
    return [word for word, _ in kinds.field_of(model, name).choices]


def default_of(name):
    """What an event has where nobody says otherwise."""
    return kinds.field_of(Event, name).default
