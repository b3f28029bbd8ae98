"""Where something happened, named as it was then and as it is today."""

from dataclasses import dataclass
from itertools import chain

from partners.models import Municipality
from partners.successions import Successions


@dataclass(frozen=True)
class PlaceThenAndNow:
    """A municipality of then; ``successors`` are today's municipalities, empty where it still exists."""

    municipality: Municipality
    successors: list


def places_then_and_now(initiative, today):
    """The places of an initiative; 2 queries more where one of them ended."""
    then = list(initiative.places.all())
    if not any(municipality.has_ended for municipality in then):
        return [PlaceThenAndNow(municipality, successors=[]) for municipality in then]
    successions = Successions.on(today)
    successor_ids = {}
    for municipality in then:
        successor_ids[municipality.pk] = []
        if municipality.has_ended:
            living_on = successions.living_on_in(municipality.pk)
            successor_ids[municipality.pk] = [
                pk for pk in living_on if pk != municipality.pk
            ]
    today_by_id = Municipality.objects.in_bulk(
        set(chain.from_iterable(successor_ids.values()))
    )
    places = []
    for municipality in then:
        successors = [today_by_id[pk] for pk in successor_ids[municipality.pk]]
        places.append(PlaceThenAndNow(municipality, successors))
    return places
