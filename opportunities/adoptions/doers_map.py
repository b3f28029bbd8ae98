"""The map of who took an example over: where it is done, and where it stopped."""

from collections import defaultdict

from partners.choropleth import Reading, choropleth
from partners.models import Municipality
from partners.successions import Successions
from wording.enumerations import joined_at_most

TITLE = "Waar dit gebeurt"
DOES = "3"
STOPPED = "1"
LABELS = {
    DOES: "Hier doet iemand het",
    STOPPED: "Hier is alleen iemand bekend die stopte",
}
MOST_NAMED = 3


def map_of_doers(running, stopped, today):
    """Today's municipalities with who does it there, in 5 queries; ``None`` where nothing can be drawn."""
    successions = Successions.on(today)
    readings = {}
    for pk, services in by_municipality(stopped, successions).items():
        readings[pk] = Reading(STOPPED, f"{names_of(services)}, gestopt")
    # what is done goes before what stopped
    for pk, services in by_municipality(running, successions).items():
        readings[pk] = Reading(DOES, names_of(services))
    municipalities = Municipality.objects.filter(pk__in=readings)
    drawn = choropleth(TITLE, municipalities, readings, LABELS, today)
    if drawn.areas:
        return drawn
    return None


def by_municipality(services, successions):
    """{number of a municipality of today: services that are there}."""
    there = defaultdict(list)
    for service in services:
        main_successor = successions.living_on_in(service.municipality_id)[0]
        there[main_successor].append(service)
    return there


def names_of(services):
    """Who does these, each once."""
    names = dict.fromkeys(service.by or str(service) for service in services)
    return joined_at_most(names, MOST_NAMED)
