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


def province_tiles(facet):
    """A tile for every option of the province facet."""
    highest = max((option.count for option in facet.options.values()), default=0)
    return [
        Tile(o.label, o.key, o.count, sum(o.count > step * highest for step in STEPS), o.is_chosen)
        for o in facet.options.values()
    ]
