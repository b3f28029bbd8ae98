"""Outlines of municipalities and provinces as paths of a drawing: one file per kind and year of the division.

A next year is a next file beside the others: ``gemeenten_2027.json`` counts from 1 January 2027.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings

from partners.models import Municipality
from partners.successions import Successions

FOLDER = settings.DATA_DIR / "omtrekken"
MUNICIPALITIES = "gemeenten"
PROVINCES = "provincies"
STEP = re.compile(r"([Ml])([^Mlz]*)")
NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing, in its units."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """How high it is."""
        return self.bottom - self.top


WHOLE_COUNTRY = Box(0, 0, 1000, 1181)


@dataclass(frozen=True)
class Outline:
    """The ``path`` of one area, as an SVG reads it, and the rectangle around it."""

    path: str
    box: Box


def year_for(kind: str, today: date) -> int:
    """The newest year of which there are outlines on that day, or the first one where the day is earlier."""
    years = []
    for path in FOLDER.glob(f"{kind}_*.json"):
        _, _, year = path.stem.partition("_")
        years.append(int(year))
    past = [year for year in years if year <= today.year]
    if past:
        return max(past)
    return min(years)


@cache
def outlines_of_year(
    kind: str,
    year: int,
) -> dict[str, Outline]:
    """The outlines by CBS code; read once, since they never change."""
    drawing = json.loads((FOLDER / f"{kind}_{year}.json").read_text())
    outlines = {}
    for area in drawing[kind]:
        outlines[area["code"]] = Outline(
            area["d"],
            box_of(area["d"]),
        )
    return outlines


def outlines_on(today: date) -> dict[int, list[Outline]]:
    """The outlines of today's municipalities by id, in 2 queries; one that took in another has both.

    So the map is right from the day of a reorganisation, also while there is no file of its year yet.
    """
    by_code = outlines_of_year(
        MUNICIPALITIES,
        year_for(MUNICIPALITIES, today),
    )
    successions = Successions.on(today)
    outlines = defaultdict(list)
    known = Municipality.objects.filter(cbs_code__in=by_code).order_by("cbs_code")
    for pk, code in known.values_list("pk", "cbs_code"):
        main_successor = successions.living_on_in(pk)[0]
        outlines[main_successor].append(by_code[code])
    return outlines


def province_outlines(today: date) -> dict[str, Outline]:
    """The outlines of the provinces by CBS code."""
    return outlines_of_year(PROVINCES, year_for(PROVINCES, today))


def box_of(path: str) -> Box:
    """The rectangle around a path of ``M`` (to a point) and ``l`` (steps from there)."""
    x = 0
    y = 0
    across = []
    down = []
    for letter, numbers in STEP.findall(path):
        values = [int(number) for number in NUMBER.findall(numbers)]
        if letter == "M":
            x = 0
            y = 0
        for step_x, step_y in zip(values[::2], values[1::2], strict=True):
            x += step_x
            y += step_y
            across.append(x)
            down.append(y)
    return Box(
        min(across),
        min(down),
        max(across),
        max(down),
    )


def box_around(boxes: list[Box]) -> Box:
    """The smallest rectangle with all of these in it."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
