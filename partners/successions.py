"""Which municipality of today a municipality of the past lives on in."""

from collections import defaultdict


class Successions:
    """The reorganisations in force on a day, as a graph that can be walked both ways.

    Municipalities are told apart by their number, never by name: *Sluis* ended in 1995 and another *Sluis*
    began in 2003, so that walking by name would come back where it started.
    """

    def __init__(self, pairs):
        """Take ``(predecessor id, successor id)`` pairs, the main part of a split first."""
        self._successors = defaultdict(list)
        self._predecessors = defaultdict(list)
        for predecessor, successor in pairs:
            self._successors[predecessor].append(successor)
            self._predecessors[successor].append(predecessor)

    @classmethod
    def on(cls, today):
        """Load them, in 1 query."""
        from .models import Succession

        in_force = Succession.objects.filter(takes_effect_on__lte=today).order_by("-is_main_part", "pk")
        return cls(in_force.values_list("predecessor_id", "successor_id"))

    def living_on_in(self, municipality_id):
        """Ids of today's municipalities, the main one first; itself where it never ended."""
        reached = _walk(municipality_id, self._successors)
        return [found for found in reached if not self._successors[found]] or [municipality_id]

    def merged_into(self, municipality_id):
        """Ids of the municipality and of all that ended in it, directly or through another."""
        return _walk(municipality_id, self._predecessors)


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
