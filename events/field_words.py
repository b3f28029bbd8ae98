"""What the columns of spreadsheets take over from the fields of models."""

from .models import Event


def words_of(model, name):
    """The words that a field takes."""
    return [word for word, _ in model._meta.get_field(name).choices]


def default_of(name):
    """What an event has where nobody says otherwise."""
    return Event._meta.get_field(name).default
