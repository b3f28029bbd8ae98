"""Where something happened, named as it was then and as it is today."""

from dataclasses import dataclass

from partners.models import Municipality
from partners.successions import Successions


@dataclass(frozen=True)
class Place:
    """A municipality of then; ``successors`` are today's municipalities, empty where it still exists."""

    municipality: Municipality
    successors: list


def places_then_and_now(initiative, today):
    """The places of an initiative; 2 queries more where one of them ended."""
    then = list(initiative.places.all())
    ended = [place for place in then if place.has_ended]
    successions = Successions.on(today) if ended else None
    now = {place.pk: successions.living_on_in(place.pk) for place in ended}
    found = Municipality.objects.in_bulk([pk for pks in now.values() for pk in pks]) if ended else {}
    return [Place(place, [found[pk] for pk in now.get(place.pk, []) if pk != place.pk]) for place in then]
