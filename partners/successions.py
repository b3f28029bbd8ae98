"""Which municipality of today a municipality of the past lives on in, and of which ones today's consist."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class MunicipalityPart:
    """A municipality of an earlier day; ``is_whole`` is false where it was split and only a piece came here."""

    municipality_id: int
    is_whole: bool


class Successions:
    """The reorganisations in force on a day, as a graph that can be walked both ways.

    Municipalities are told apart by their number, never by name: *Sluis* ended in 1995 and another *Sluis*
    began in 2003, so that walking by name would come back where it started.
    """

    def __init__(self, rows):
        """Take ``(predecessor id, successor id, date)`` rows, the main part of a split first."""
        self._successors = defaultdict(list)
        self._predecessors = defaultdict(list)
        self._days = {}
        for predecessor, successor, day in rows:
            self._successors[predecessor].append(successor)
            self._predecessors[successor].append(predecessor)
            self._days[predecessor, successor] = day

    @classmethod
    def on(cls, today):
        """Load them, in 1 query."""
        from .models import Succession

        in_force = (
            Succession.objects.decided()
            .filter(takes_effect_on__lte=today)
            .order_by("-is_main_part", "pk")
        )
        return cls(
            in_force.values_list("predecessor_id", "successor_id", "takes_effect_on")
        )

    def living_on_in(self, municipality_id):
        """Ids of today's municipalities, the main one first; itself where it never ended."""
        reached = walk(municipality_id, self._successors)
        living = [pk for pk in reached if not self._successors[pk]]
        return living or [municipality_id]

    def the_one_meant(self, municipalities):
        """The municipality under which all of these are found today, as it was called; ``None`` for several."""
        living = set()
        for municipality in municipalities:
            living.add(tuple(self.living_on_in(municipality.pk)))
        if len(living) != 1:
            return None
        for municipality in municipalities:
            has_ended = bool(self._successors[municipality.pk])
            if has_ended:
                return municipality
        return municipalities[0]

    def merged_into(self, municipality_id):
        """Ids of the municipality and of all that ended in it, directly or through another."""
        return walk(municipality_id, self._predecessors)

    def parts_on(self, municipality_id, day):
        """The parts that the municipality had on that day: itself, and all that went into it later."""
        parts = {}
        waiting = [MunicipalityPart(municipality_id, is_whole=True)]
        while waiting:
            part = waiting.pop()
            if part.municipality_id not in parts:
                parts[part.municipality_id] = part
                waiting += self.parts_added_after(part, day)
        return list(parts.values())

    def parts_added_after(self, part, day):
        """What went directly into this part after that day."""
        parts = []
        for predecessor in self._predecessors[part.municipality_id]:
            if self._days[predecessor, part.municipality_id] > day:
                was_split = len(self._successors[predecessor]) > 1
                is_whole = part.is_whole and not was_split
                parts.append(MunicipalityPart(predecessor, is_whole=is_whole))
        return parts


def walk(start, steps):
    """Every id that can be reached, each once and the whole of one branch before the next.

    A loop in the data ends too.
    """
    reached = []
    waiting = [start]
    while waiting:
        pk = waiting.pop()
        if pk not in reached:
            reached.append(pk)
            waiting.extend(reversed(steps[pk]))
    return reached
