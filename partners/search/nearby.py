"""How far municipalities and libraries are from a town, postcode or municipality."""

import re

from django.utils import timezone

from partners.models import Library, Municipality
from partners.places import is_doubtful, kilometres_between, spots_called
from partners.successions import Successions
from search.codes import code
from search.nearby import Surroundings

CBS_CODE = re.compile(r"GM\d{4}")


def surroundings_of(text):
    """The surroundings of what this text names; the municipalities to choose from where that may be several."""
    today = timezone.localdate()
    successions = Successions.on(today)
    of_today = Municipality.objects.current(today).exclude(latitude=None).in_bulk()
    meant = municipalities_meant(text, of_today, successions)
    if not meant:
        return None
    is_one = len(meant) == 1 and not is_doubtful(text)
    if not is_one:
        choices = [(municipality.cbs_code, str(municipality)) for municipality in meant]
        return Surroundings(choices=tuple(choices))
    municipality = meant[0]
    return Surroundings(
        str(municipality),
        distances_from(
            middle_of(text, municipality),
            municipality,
            of_today,
        ),
    )


def municipalities_meant(text, of_today, successions):
    """Today's municipalities with this code, or with a town, postcode or name like it."""
    if CBS_CODE.fullmatch(text):
        named = Municipality.objects.filter(cbs_code=text)
    else:
        named = Municipality.objects.search(text)
    living = []
    for pk in named.values_list("pk", flat=True):
        living += successions.living_on_in(pk)
    return [of_today[pk] for pk in dict.fromkeys(living) if pk in of_today]


def middle_of(text, municipality):
    """The point of the town or postcode where there is one, else that of the municipality."""
    spots = [spot for spot in spots_called(text) if spot.latitude is not None]
    if len(spots) == 1:
        return spots[0].latitude, spots[0].longitude
    return float(municipality.latitude), float(municipality.longitude)


def distances_from(middle, home, of_today):
    """{code of a municipality or library: kilometres}; a library is as near as the nearest part of its work area."""
    away = {}
    for pk, municipality in of_today.items():
        there = (float(municipality.latitude), float(municipality.longitude))
        away[pk] = round(kilometres_between(middle, there))
    away[home.pk] = 0
    distances = {code("gemeente", pk): kilometres for pk, kilometres in away.items()}
    areas = Library.work_area.through.objects.filter(municipality__in=away)
    for library, pk in areas.values_list("organisation_id", "municipality_id"):
        key = code("bibliotheek", library)
        distances[key] = min(away[pk], distances.get(key, away[pk]))
    return distances
