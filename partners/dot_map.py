"""A map of the Netherlands without tiles from elsewhere: one dot per municipality, at its centroid."""

from dataclasses import dataclass
from math import cos, radians

WIDTH, HEIGHT = 400, 470  # units of the drawing
WEST, NORTH = 3.30, 53.58  # degrees: the corner of the drawing
UNITS_PER_DEGREE = 163  # of latitude; a degree of longitude is shorter by the cosine
SHRINK = cos(radians(52.2))
SMALLEST, LARGEST = 2.2, 9.0  # radius


@dataclass(frozen=True)
class Dot:
    """A municipality on the map; ``count`` is what the dot's size shows."""

    municipality: object
    count: int
    x: float
    y: float
    radius: float


def dot_map(municipalities, counts):
    """Dots for these municipalities, empty ones first so that none covers a full one.

    ``counts`` gives a number by slug; a municipality that is not in it counts 0.
    """
    dots = [_dot(each, counts.get(each.slug, 0)) for each in municipalities if each.latitude is not None]
    return sorted(dots, key=lambda dot: dot.count)


def _dot(municipality, count):
    x = (float(municipality.longitude) - WEST) * UNITS_PER_DEGREE * SHRINK
    y = (NORTH - float(municipality.latitude)) * UNITS_PER_DEGREE
    radius = min(LARGEST, SMALLEST + 1.8 * count) if count else SMALLEST
    return Dot(municipality, count, round(x, 1), round(y, 1), round(radius, 1))
