"""The kansenkaart in words: everything that the table says, the largest chance first."""

from dataclasses import dataclass

from partners.wording import joined

from .choices import CHANCES, Chance, Need, Policy, Supply
from .elsewhere import first_examples

NEEDS = {
    Need.HIGH: "De behoefte is hoog",
    Need.MEDIUM: "De behoefte is gemiddeld",
    Need.LOW: "De behoefte is laag",
    Need.UNKNOWN: "Hoe groot de behoefte is, weten we niet",
}
POLICIES = {
    Policy.PRIORITY: "het is een speerpunt van de gemeente",
    Policy.MENTIONED: "de gemeente of minstens de helft van de partijen noemt dit thema",
    Policy.ABSENT: "de gemeente noemt dit thema niet",
    Policy.UNKNOWN: "wat het beleid zegt, weten we niet",
}
SUPPLIES = {
    Supply.AMPLE: "Het aanbod is ruim.",
    Supply.LIMITED: "Er is beperkt aanbod.",
    Supply.NONE: "Er is nog geen aanbod.",
    Supply.UNKNOWN: "Welk aanbod er is, weten we niet.",
}


@dataclass(frozen=True)
class Sentence:
    """What is said of one theme; ``example`` is one from elsewhere that fits, where there is a chance."""

    heading: str
    text: str
    example: object = None


def in_words(matrix, here):
    """A ``Sentence`` for each main theme of a matrix, the largest chance first.

    ``here`` are ids of the municipality and of what ended in it; one query looks for examples elsewhere.
    """
    rows = matrix.by_chance
    is_chance = [row.chance in CHANCES for row in rows]
    examples = first_examples(
        [row.theme_ids if asks else set() for row, asks in zip(rows, is_chance, strict=True)], here
    )
    return [
        Sentence(f"{_outcome(row.chance)} bij {lower(row.theme.name)}.", _told(row), example)
        for row, example in zip(rows, examples, strict=True)
    ]


def _outcome(chance):
    """The outcome without what to do about it: that is told behind it."""
    return chance.label.partition(":")[0]


def _told(row):
    """The levels, the figure behind the need, and what is missing."""
    told = [f"{NEEDS[row.need]} en {POLICIES[row.policy]}.", SUPPLIES[row.supply]]
    if row.figure and row.figure.value is not None:
        measurement = row.figure.measurement
        source = f"{measurement.source.publisher} {measurement.year}".strip()
        told.append(f"{row.figure.indicator}: {row.figure.short} (middelste gemeente {row.figure.median}; {source}).")
    if row.chance == Chance.UNKNOWN:
        told.append(f"Vul aan: {joined(row.missing)}.")
    return " ".join(told)


def lower(name):
    """A name of a theme inside a sentence."""
    return name[:1].lower() + name[1:]
