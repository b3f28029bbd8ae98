"""The map of who took an example over: where it is done, and where it stopped."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from partners.choropleth import Choropleth, Reading, choropleth
from partners.models import Municipality
from partners.successions import Successions
from wording.enumerations import joined_at_most

if TYPE_CHECKING:  # they are made with the querysets that give what was brought
    from opportunities.models import Service


TITLE = "Waar dit gebeurt"
DOES = "3"
STOPPED = "1"
LABELS = {
    DOES: "Hier doet iemand het",
    STOPPED: "Hier is alleen iemand bekend die stopte",
}
MOST_NAMED = 3


def map_of_doers(
    running: Iterable["Service"],
    stopped: Iterable["Service"],
    today: date,
) -> Choropleth | None:
    """Today's municipalities with who does it there, in 5 queries; ``None`` where nothing can be drawn."""
    successions = Successions.on(today)
    readings = {}
    for pk, services in by_municipality(stopped, successions).items():
        readings[pk] = Reading(
            STOPPED,
            f"{names_of(services)}, gestopt",
        )
    # what is done goes before what stopped
    for pk, services in by_municipality(running, successions).items():
        readings[pk] = Reading(
            DOES,
            names_of(services),
        )
    municipalities = Municipality.objects.filter(pk__in=readings)
    drawn = choropleth(TITLE, municipalities, readings, LABELS, today)
    if drawn.areas:
        return drawn
    return None


def by_municipality(
    services: Iterable["Service"],
    successions: Successions,
) -> dict[int, list["Service"]]:
    """{number of a municipality of today: services that are there}."""
    there = defaultdict(list)
    for service in services:
        main_successor = successions.living_on_in(service.municipality_id)[0]
        there[main_successor].append(service)
    return there


def names_of(services: Iterable["Service"]) -> str:
    """Who does these, each once."""
    names = [service.by or str(service) for service in services]
    return joined_at_most(dict.fromkeys(names), MOST_NAMED)
