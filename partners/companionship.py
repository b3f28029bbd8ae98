"""With whom an organisation works, through which examples: rows of a table, and the same as a drawing."""

from dataclasses import dataclass
from itertools import combinations
from math import cos, radians, sin
from textwrap import shorten, wrap

from .models import Organisation

MOST_DRAWN = 12  # more would hide each other's names
FEWEST_DRAWN = 3  # fewer are no network to look at
CENTRE = (360, 220)
RADIUS = (170, 165)  # across and down, in units of the drawing
BESIDE_DOT = 22  # from the middle of a dot to its name
LINE_LENGTH = 24  # letters of a name
THICKEST = 6


@dataclass(frozen=True)
class Companion:
    """An organisation, and the examples in which it takes part beside the one whose page this is."""

    organisation: Organisation
    initiatives: list


@dataclass(frozen=True)
class Dot:
    """A companion in the drawing: where it stands, and its name in one or two lines beside it."""

    x: int
    y: int
    count: int
    name: list[str]

    @property
    def name_x(self) -> int:
        """Where the name begins or ends."""
        return self.x + BESIDE_DOT * (1 if self.x >= CENTRE[0] else -1)

    @property
    def anchor(self) -> str:
        """Which end of the name stands beside the dot."""
        return "start" if self.x >= CENTRE[0] else "end"


@dataclass(frozen=True)
class Line:
    """Between two who work together; the thicker, the more examples."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int


class CompanionDrawing:
    """An organisation in the middle, the companions that it meets most often around it."""

    centre = CENTRE

    def __init__(self, companions: list[Companion]) -> None:
        self.companions = companions[:MOST_DRAWN]
        self.is_part = len(companions) > MOST_DRAWN
        self.dots = []
        for number, companion in enumerate(self.companions):
            self.dots.append(self.dot(number, companion))

    def dot(self, number: int, companion: Companion) -> Dot:
        """The companion on its place of the circle, the first one on top."""
        angle = radians(360 * number / len(self.companions) - 90)
        x = round(CENTRE[0] + RADIUS[0] * cos(angle))
        y = round(CENTRE[1] + RADIUS[1] * sin(angle))
        name = companion.organisation.short_name or companion.organisation.name
        lines = wrap(shorten(name, 2 * LINE_LENGTH, placeholder="…"), LINE_LENGTH)
        return Dot(x, y, len(companion.initiatives), lines)

    @property
    def lines(self) -> list[Line]:
        """From the middle to everybody."""
        return [Line(*CENTRE, dot.x, dot.y, thickness(dot.count)) for dot in self.dots]

    @property
    def lines_between(self) -> list[Line]:
        """Between companions who are in the same examples."""
        lines = []
        pairs = combinations(zip(self.companions, self.dots, strict=True), 2)
        for (one, one_dot), (other, other_dot) in pairs:
            shared = []
            for initiative in one.initiatives:
                if initiative in other.initiatives:
                    shared.append(initiative)
            if shared:
                lines.append(
                    Line(
                        one_dot.x,
                        one_dot.y,
                        other_dot.x,
                        other_dot.y,
                        thickness(len(shared)),
                    )
                )
        return lines


def companions_in(
    initiatives: list, organisations: list[Organisation]
) -> list[Companion]:
    """What each of these organisations takes part in, of initiatives with their participations loaded."""
    companions = []
    for organisation in organisations:
        shared = []
        for initiative in initiatives:
            if takes_part(organisation, initiative):
                shared.append(initiative)
        companions.append(Companion(organisation, shared))
    return companions


def takes_part(organisation: Organisation, initiative) -> bool:
    """Whether it has any role in the initiative."""
    return any(
        part.organisation_id == organisation.pk
        for part in initiative.participations.all()
    )


def drawing_of(companions: list[Companion]) -> CompanionDrawing | None:
    """The drawing; nothing where there are too few to draw."""
    if len(companions) < FEWEST_DRAWN:
        return None
    return CompanionDrawing(companions)


def thickness(count: int) -> int:
    """Of a line, for so many examples."""
    return min(count, THICKEST)
