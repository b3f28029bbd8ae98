"""The map of the Netherlands: municipalities as areas in a colour, with a legend, drawn without anybody's tiles."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partners.models import Municipality
from partners.outlines import (
    WHOLE_COUNTRY,
    Box,
    box_around,
    outlines_on,
    province_outlines,
)

MARGIN = 0.06  # of the width, around what a map zooms in on
NAMES_ABOVE = 1.9  # lines of letters: the room above the land in which a name appears
LETTERS_PER_WIDTH = 24
SMALLEST_WIDTH = 160  # units: one small municipality does not fill the drawing
UNKNOWN = "x"  # the shade of what nobody knows


@dataclass(frozen=True)
class Reading:
    """What the map says of a municipality: ``shade`` is the class of its colour, ``text`` stands after its name."""

    shade: str
    text: str


@dataclass(frozen=True)
class LegendLine:
    """One colour of the map, what it means, and how many municipalities have it."""

    shade: str
    label: str
    count: int


@dataclass(frozen=True)
class Area:
    """A municipality on the map, as one path; ``url`` is where it leads."""

    municipality: Municipality
    url: str
    path: str
    reading: Reading


class Choropleth:
    """A map of ``areas``, within ``frame``; ``land`` are the provinces behind them."""

    def __init__(
        self,
        title: str,
        areas: list[Area],
        frame: Box,
        land: Iterable[str],
        labels: dict[str, str],
    ) -> None:
        """``labels``: what each shade means, in the order of the legend."""
        self.title = title
        self.areas = areas
        self.frame = frame
        self.land = land
        self.labels = labels

    @property
    def letter_size(self) -> int:
        """The size of letters in units of the drawing, so that they look the same however far it zooms."""
        return round(self.frame.width / LETTERS_PER_WIDTH)

    @property
    def top(self) -> int:
        """Where the drawing begins: above the land, where the names appear."""
        return self.frame.top - round(NAMES_ABOVE * self.letter_size)

    @property
    def view_box(self) -> str:
        """The part of the country that is drawn."""
        return f"{self.frame.left} {self.top} {self.frame.width} {self.frame.bottom - self.top}"

    @property
    def names_at(self) -> tuple[int, int]:
        """The point at which a name begins."""
        return self.frame.left, self.top + self.letter_size

    @property
    def legend(self) -> list[LegendLine]:
        """The colours that are on the map, with how many municipalities have each."""
        counts = Counter(area.reading.shade for area in self.areas)
        lines = []
        for shade, label in self.labels.items():
            if counts[shade]:
                lines.append(LegendLine(shade, label, counts[shade]))
        return lines


def choropleth(
    title: str,
    municipalities: Iterable[Municipality],
    readings: dict[int, Reading],
    labels: dict[str, str],
    today: date,
    *,
    below: str = "",
    zooms: bool = False,
) -> Choropleth:
    """A map of these municipalities of today with a reading (by id), in 2 queries.

    ``below`` is put after the address of a municipality; ``zooms``: the map is as large as they are.
    """
    outlines = outlines_on(today)
    areas = []
    boxes = []
    for municipality in municipalities:
        drawn = outlines.get(municipality.pk)
        reading = readings.get(municipality.pk)
        if drawn and reading:
            address = municipality.get_absolute_url() + below
            path = "".join(outline.path for outline in drawn)
            areas.append(Area(municipality, address, path, reading))
            boxes += [outline.box for outline in drawn]
    frame = WHOLE_COUNTRY
    if zooms and boxes:
        frame = with_margin(box_around(boxes))
    land = [outline.path for outline in province_outlines(today).values()]
    return Choropleth(title, areas, frame, land, labels)


def with_margin(box: Box) -> Box:
    """A somewhat larger rectangle, and never a very small one."""
    width = max(box.width, SMALLEST_WIDTH)
    margin = round(width * MARGIN) + (width - box.width) // 2
    return Box(
        box.left - margin,
        box.top - margin,
        box.right + margin,
        box.bottom + margin,
    )
