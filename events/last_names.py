"""The order of people in lists: by the last word of their name, so that *de Vries* stands with the V."""

import re

from django.db.models import Value
from django.db.models.functions import Concat, Reverse, Right, StrIndex, Trim

from dutch.lexicon import fold
from partners.fields import plain, replaced

IN_BRACKETS = r" *\([^)]*\)"  # what somebody is, behind the name: Elsa Bakker (Bieb)


def by_last_name(registration):
    """The key to sort somebody by who is loaded."""
    words = re.sub(IN_BRACKETS, "", str(registration)).split() or [""]
    return (
        fold(words[-1]),
        fold(str(registration)),
        registration.pk,
    )


def last_name_in(field):
    """The same for a database, of the name in this field."""
    without_brackets = replaced(field, IN_BRACKETS, "", "g")
    name = Concat(Value(" "), Trim(without_brackets))
    letters = StrIndex(Reverse(name), Value(" ")) - 1
    return plain(Right(name, letters))
