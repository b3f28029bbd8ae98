"""With whom an organisation works, through which examples: rows of a table, and the same as a drawing."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import cos, radians, sin
from textwrap import shorten, wrap

from .models import Organisation

MOST_TOLD = 20  # companions, those that are met most often
MOST_NAMED = 6  # examples of each
MOST_DRAWN = 12  # more would hide each other's names
FEWEST_DRAWN = 3  # fewer are no network to look at
CENTRE = (360, 220)
RADIUS = (170, 165)  # across and down, in units of the drawing
BESIDE_DOT = 22  # from the middle of a dot to its name
LINE_LENGTH = 24  # letters of a name
THICKEST = 6


@dataclass(frozen=True)
class Companion:
    """An organisation, and the examples in which it takes part beside the one whose page this is.

    ``initiatives`` are the first of them, ``ids`` is all of them.
    """

    organisation: Organisation
    initiatives: list
    ids: frozenset[int]

    @property
    def more(self) -> int:
        """How many examples there are besides those that are named."""
        return len(self.ids) - len(self.initiatives)


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
        lines = wrap(
            shorten(name, 2 * LINE_LENGTH, placeholder="…"),
            LINE_LENGTH,
        )
        return Dot(
            x,
            y,
            len(companion.ids),
            lines,
        )

    @property
    def lines(self) -> list[Line]:
        """From the middle to everybody."""
        return [Line(*CENTRE, dot.x, dot.y, thickness(dot.count)) for dot in self.dots]

    @property
    def lines_between(self) -> list[Line]:
        """Between companions who are in the same examples."""
        lines = []
        pairs = combinations(
            zip(self.companions, self.dots, strict=True),
            2,
        )
        for (one, one_dot), (other, other_dot) in pairs:
            shared = one.ids & other.ids
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


class Companionship:
    """Whom these organisations meet in the published examples of theirs: ``count`` others, the first of them told."""

    def __init__(self, together: list[Organisation]) -> None:
        others = Organisation.objects.published().companions_of(together)
        ids = list(others.values_list("pk", flat=True))
        self.count = len(ids)
        self._first_ids = ids[:MOST_TOLD]
        self._entries = Organisation.objects.initiatives_of(together)

    @cached_property
    def companions(self) -> list[Companion]:
        """Those that they meet most often, each with the first of the examples that they share; 3 queries."""
        organisations = Organisation.objects.in_bulk(self._first_ids)
        shared = ids_shared(self._first_ids, self._entries)
        named = set()
        for ids in shared.values():
            named.update(ids[:MOST_NAMED])
        initiatives = self._entries.only("slug", "title").in_bulk(named)
        companions = []
        for pk in self._first_ids:
            first = [initiatives[number] for number in shared[pk][:MOST_NAMED]]
            companions.append(
                Companion(organisations[pk], first, frozenset(shared[pk]))
            )
        return companions


def ids_shared(
    organisations: list[int],
    entries,
) -> dict[int, list[int]]:
    """{organisation: ids of those of these entries in which it takes part}, by name; 1 query."""
    taking_part = entries.filter(organisations__in=organisations).order_by("sort_key")
    shared = defaultdict(list)
    for organisation_id, pk in taking_part.values_list("organisations", "pk"):
        if pk not in shared[organisation_id]:
            shared[organisation_id].append(pk)
    return shared


def drawing_of(companions: list[Companion]) -> CompanionDrawing | None:
    """The drawing; nothing where there are too few to draw."""
    if len(companions) < FEWEST_DRAWN:
        return None
    return CompanionDrawing(companions)


def thickness(count: int) -> int:
    """Of a line, for so many examples."""
    return min(count, THICKEST)
