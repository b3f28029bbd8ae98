"""Towns, villages and postcodes: in which municipality they are, and where.

They are lists of CBS and GeoNames that are replaced as a whole, so files and no tables; a newer one goes beside them.
The codes are those of the year of the file: what ended since lives on in others, as everywhere.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from django.conf import settings
from django.utils.text import slugify

FOLDER = settings.DATA_DIR / "plaatsen"
TOWNS = "woonplaatsen_2026.csv"
POSTCODES = "postcodes_2024.csv"
ALL_AGREE = "3 van 3"
POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*([a-z]{2})?\s*", re.IGNORECASE)
EARTH_RADIUS = 6_371  # kilometres
# how CBS tells towns of one name apart
REGION_BEHIND = re.compile(r" \(?(NH|Gld|GLD|NB|Gn|Ut)\)?$| gem\.? .*$")
SAINT = re.compile(r"\bsint-")  # people write it out or not, whichever the list does
NO_NAME_ALONE = {"2e", "ambt", "klein", "nieuw", "oud"}  # *Nieuw Heeten* is not *Nieuw*


@dataclass(frozen=True)
class Spot:
    """A town or postcode in a municipality (its CBS code), and its middle in degrees where that is known."""

    name: str
    municipality_code: str
    latitude: float | None
    longitude: float | None


@cache
def towns() -> dict[str, list[Spot]]:
    """The towns by their name as it is looked up, and as CBS tells it apart; one name may be of several."""
    rows = rows_of(TOWNS)
    written = {(row["naam"], row["gemeente"]) for row in rows}
    by_name = defaultdict(list)
    for row in rows:
        name = REGION_BEHIND.sub("", row["naam"])
        by_name[as_sought(name)].append(spot_of(name, row))
        if name != row["naam"]:
            by_name[as_sought(row["naam"])].append(spot_of(row["naam"], row))
        short = name_before_city(name, row["gemeente"], written)
        if short:
            by_name[as_sought(short)].append(spot_of(short, row))
    return dict(by_name)


def name_before_city(
    name: str,
    municipality_code: str,
    written: set,
) -> str:
    """*Hoogvliet* of *Hoogvliet Rotterdam*, which lies in Rotterdam; empty for any other name."""
    short, _, city = name.rpartition(" ")
    if short.lower() in NO_NAME_ALONE or (city, municipality_code) not in written:
        return ""
    return short


@cache
def postcodes() -> dict[str, list[Spot]]:
    """The possible municipalities of each postcode of four digits: several where the sources do not agree."""
    by_postcode = {}
    for row in rows_of(POSTCODES):
        spots = [spot_of(row["postcode"], row)]
        if row["bronnen_eens"] != ALL_AGREE:
            for name in row["plaatsen"].split("; "):
                spots += towns().get(as_sought(name), [])
        by_postcode[row["postcode"]] = spots
    return by_postcode


@cache
def doubtful_postcodes() -> frozenset[str]:
    """The postcodes of which the sources do not agree in which municipality they are."""
    doubtful = set()
    for row in rows_of(POSTCODES):
        if row["bronnen_eens"] != ALL_AGREE:
            doubtful.add(row["postcode"])
    return frozenset(doubtful)


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a file."""
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def spot_of(name: str, row: dict[str, str]) -> Spot:
    """A row of either file."""
    latitude = None
    longitude = None
    if row["breedtegraad"]:
        latitude = float(row["breedtegraad"])
        longitude = float(row["lengtegraad"])
    return Spot(name, row["gemeente"], latitude, longitude)


def postcode_in(text: str) -> str:
    """``3811`` of ``3811 AB``; empty where the text is no postcode."""
    match = POSTCODE.fullmatch(text)
    if match is None:
        return ""
    return match[1]


def spots_called(text: str) -> list[Spot]:
    """The towns with this name, or what a postcode may be."""
    postcode = postcode_in(text)
    if postcode:
        return postcodes().get(postcode, [])
    return towns().get(as_sought(text), [])


def as_sought(name: str) -> str:
    """A name as it is looked up: *Sint-Annaparochie* is *St. Annaparochie*."""
    return SAINT.sub("st-", slugify(name))


def is_doubtful(text: str) -> bool:
    """Whether this is a postcode of which the sources do not agree."""
    return postcode_in(text) in doubtful_postcodes()


@cache
def names_in_municipalities() -> dict[str, list[str]]:
    """{CBS code: its towns, and the postcodes of which all sources say so}."""
    names = defaultdict(list)
    for spots in towns().values():
        for spot in spots:
            names[spot.municipality_code].append(spot.name)
    for postcode, spots in postcodes().items():
        if postcode not in doubtful_postcodes():
            names[spots[0].municipality_code].append(postcode)
    return dict(names)


def kilometres_between(
    here: tuple[float, float],
    there: tuple[float, float],
) -> float:
    """The distance between two points in degrees (latitude, longitude), as the crow flies."""
    south = radians(here[0])
    north = radians(there[0])
    turned = radians(there[1] - here[1])
    half = (
        sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(turned / 2) ** 2
    )
    return 2 * EARTH_RADIUS * asin(sqrt(half))
