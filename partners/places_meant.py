"""Which municipality somebody means who types a name, a town or a postcode in a form."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from wording.enumerations import joined

from .models import Municipality
from .successions import Successions

MOST_NAMED = 4  # municipalities, where a place may be more than one
UNKNOWN_PLACE = (
    "Deze plaats kennen we niet. Vul de naam van de gemeente in, of laat het leeg."
)


def municipality_meant(typed):
    """The municipality of today that is meant, or ``None``; raises ``ValidationError`` where it may be several."""
    if not typed:
        return None
    meant = municipalities_of_today(typed)
    called_so = [
        municipality
        for municipality in meant
        if municipality.name.casefold() == typed.casefold()
    ]
    if len(called_so) == 1:  # there is a Hoorn on Terschelling too
        meant = called_so
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise ValidationError(UNKNOWN_PLACE)
    names = joined(meant[:MOST_NAMED], "of")
    raise ValidationError(f"Welke gemeente bedoel je? Vul in: {names}.")


def municipalities_of_today(typed):
    """The municipalities of today with this name, town or postcode, or that what had it lives on in."""
    today = timezone.localdate()
    successions = Successions.on(today)
    living = set()
    for match in Municipality.objects.search(typed):
        living.update(successions.living_on_in(match.pk))
    return list(Municipality.objects.current(today).filter(pk__in=living))
