"""How far municipalities and libraries are from a town, postcode or municipality."""

import re

from django.utils import timezone

from partners.models import Library, Municipality
from partners.places import is_doubtful, kilometres_between, spots_called
from partners.successions import Successions
from search.codes import code
from search.nearby import Surroundings

MOST_TO_CHOOSE = 12  # of more, which some letters may bring, nobody reads the list
CBS_CODE = re.compile(r"GM\d{4}")


def surroundings_of(text):
    """The surroundings of what this text names; the municipalities to choose from where that may be several."""
    today = timezone.localdate()
    successions = Successions.on(today)
    of_today = Municipality.objects.current(today).exclude(latitude=None).in_bulk()
    municipalities = municipalities_called(text, of_today, successions)
    if not 1 <= len(municipalities) <= MOST_TO_CHOOSE:
        return None
    if len(municipalities) > 1 or is_doubtful(text):
        return surroundings_to_choose(municipalities)
    [municipality] = municipalities
    middle = middle_of(text, municipality)
    return Surroundings(
        label=str(municipality),
        kilometres=distances_from(middle, municipality, of_today),
    )


def surroundings_to_choose(municipalities):
    """Each of these municipalities, of which nobody knows which one is meant."""
    choices = []
    for municipality in municipalities:
        choices.append((municipality.cbs_code, str(municipality)))
    return Surroundings(choices=tuple(choices))


def municipalities_called(text, of_today, successions):
    """Today's municipalities with this code, or with a town, postcode or name like it."""
    if CBS_CODE.fullmatch(text):
        called_so = Municipality.objects.filter(cbs_code=text)
    else:
        called_so = Municipality.objects.search(text)
    living = []
    for pk in called_so.values_list("pk", flat=True):
        living += successions.living_on_in(pk)
    distinct = dict.fromkeys(living)
    return [of_today[pk] for pk in distinct if pk in of_today]


def middle_of(text, municipality):
    """The point of the town or postcode where there is one, else that of the municipality."""
    spots = [spot for spot in spots_called(text) if spot.latitude is not None]
    if len(spots) == 1:
        return spots[0].latitude, spots[0].longitude
    return point_of(municipality)


def point_of(municipality):
    """Where a municipality is, in degrees north and east."""
    return float(municipality.latitude), float(municipality.longitude)


def distances_from(middle, home, of_today):
    """{code of a municipality or library: kilometres}; a library is as near as the nearest part of its work area."""
    kilometres_to = {}
    for pk, municipality in of_today.items():
        kilometres = kilometres_between(middle, point_of(municipality))
        kilometres_to[pk] = round(kilometres)
    kilometres_to[home.pk] = 0
    distances = {}
    for pk, kilometres in kilometres_to.items():
        distances[code("gemeente", pk)] = kilometres
    areas = Library.work_area.through.objects.filter(municipality__in=kilometres_to)
    for library, pk in areas.values_list("organisation_id", "municipality_id"):
        library_code = code("bibliotheek", library)
        nearest_so_far = distances.get(library_code, kilometres_to[pk])
        distances[library_code] = min(kilometres_to[pk], nearest_so_far)
    return distances
