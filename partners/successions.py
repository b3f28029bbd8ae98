"""Which municipality of today a municipality of the past lives on in, and of which ones today's consist."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
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

        in_force = Succession.objects.decided().filter(takes_effect_on__lte=today).order_by("-is_main_part", "pk")
        return cls(in_force.values_list("predecessor_id", "successor_id", "takes_effect_on"))

    def living_on_in(self, municipality_id):
        """Ids of today's municipalities, the main one first; itself where it never ended."""
        reached = _walk(municipality_id, self._successors)
        return [found for found in reached if not self._successors[found]] or [municipality_id]

    def the_one_meant(self, municipalities):
        """The municipality under which all of these are found today, as it was called; ``None`` for several."""
        living = {tuple(self.living_on_in(municipality.pk)) for municipality in municipalities}
        if len(living) != 1:
            return None
        ended = [municipality for municipality in municipalities if self._successors[municipality.pk]]
        return [*ended, *municipalities][0]

    def merged_into(self, municipality_id):
        """Ids of the municipality and of all that ended in it, directly or through another."""
        return _walk(municipality_id, self._predecessors)

    def parts_on(self, municipality_id, day):
        """The ``Part``s that the municipality had on that day: itself, and all that went into it later."""
        found, waiting = {}, [Part(municipality_id, is_whole=True)]
        while waiting:
            here = waiting.pop()
            if here.municipality_id not in found:
                found[here.municipality_id] = here
                waiting += self._later_into(here, day)
        return list(found.values())

    def _later_into(self, part, day):
        return [
            Part(before, is_whole=part.is_whole and len(self._successors[before]) == 1)
            for before in self._predecessors[part.municipality_id]
            if self._days[before, part.municipality_id] > day
        ]


def _walk(start, steps):
    """Every id that can be reached, each once and the whole of one branch before the next.

    A loop in the data ends too.
    """
    found, waiting = [], [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.append(here)
            waiting.extend(reversed(steps[here]))
    return found
