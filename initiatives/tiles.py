"""The twelve provinces as tiles, with the number of examples in each."""

from dataclasses import dataclass

STEPS = (0, 1 / 3, 2 / 3)  # above this share of the highest number a tile is one step darker


@dataclass(frozen=True)
class Tile:
    """One province; ``level`` 0 to 3 is how dark it is."""

    name: str
    slug: str
    count: int
    level: int
    is_chosen: bool


def province_tiles(values):
    """A tile for every value of the province facet."""
    highest = max((value.count for value in values), default=0)
    return [Tile(v.label, v.key, v.count, sum(v.count > step * highest for step in STEPS), v.is_chosen) for v in values]
