"""The order of people in lists: by the last word of their name, so that *de Vries* stands with the V."""

from django.db.models import Value
from django.db.models.functions import Concat, Reverse, Right, StrIndex

from dutch.lexicon import fold
from partners.fields import plain


def by_last_name(registration):
    """The key to sort somebody by who is loaded."""
    words = str(registration).split()
    return (fold(words[-1]), fold(str(registration)), registration.pk)


def last_name_in(field):
    """The same for a database, of the name in this field."""
    name = Concat(Value(" "), field)
    letters = StrIndex(Reverse(name), Value(" ")) - 1
    return plain(Right(name, letters))
