"""The kansenkaart in words: everything that the table says, the largest chance first."""

from dataclasses import dataclass

from partners.wording import joined

from .chances import Chance
from .elsewhere import first_examples
from .levels import Need, Policy, Supply

GROUPED = {
    Chance.STRENGTH: "Het aanbod is daar al ruim.",
    Chance.NOT_NOW: "Kijk over een jaar opnieuw.",
}
NEEDS = {
    Need.HIGH: "De behoefte is hoog",
    Need.MEDIUM: "De behoefte is gemiddeld",
    Need.LOW: "De behoefte is laag",
    Need.UNKNOWN: "Hoe groot de behoefte is, weten we niet",
}
POLICIES = {
    Policy.PRIORITY: "het is een speerpunt van de gemeente",
    Policy.MENTIONED: "het beleid noemt dit thema",
    Policy.ABSENT: "het beleid noemt dit thema niet",
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
    """One point of the list; ``example`` is one from elsewhere that fits, where there is a chance."""

    heading: str
    text: str
    example: object = None


def in_words(matrix, here):
    """The ``Sentence``s of a matrix: a point for each chance, then one for each other outcome.

    ``here`` are ids of the municipality and of what ended in it; one query looks for examples elsewhere.
    """
    chances = [row for row in matrix.by_chance if row.chance in (Chance.BIG, Chance.CHANCE)]
    examples = first_examples([row.theme_ids for row in chances], here)
    sentences = [
        Sentence(f"{row.chance.label} bij {lower(row.theme.name)}.", levels_in_words(row), example)
        for row, example in zip(chances, examples, strict=True)
    ]
    sentences += [_together(chance, rows) for chance in GROUPED if (rows := matrix.with_chance(chance))]
    return sentences + _unknown(matrix.with_chance(Chance.UNKNOWN))


def _unknown(rows):
    """What is missing where nothing can be said."""
    if not rows:
        return []
    told = "; ".join(f"{row.theme.name} ({joined(row.missing)})" for row in rows)
    return [Sentence("Nog niet bekend: vul aan.", f"{told}. Tussen haakjes staat wat ontbreekt.")]


def levels_in_words(row):
    """Need and policy in one sentence, supply in the next."""
    return f"{NEEDS[row.need]} en {POLICIES[row.policy]}. {SUPPLIES[row.supply]}"


def _together(chance, rows):
    names = joined(lower(row.theme.name) for row in rows)
    label = {Chance.STRENGTH: ("Sterk punt is", "Sterke punten zijn")}.get(
        chance, ("Nu geen prioriteit heeft", "Nu geen prioriteit hebben")
    )
    return Sentence(label[len(rows) > 1], f"{names}. {GROUPED[chance]}")


def lower(name):
    """A name of a theme inside a sentence."""
    return name[:1].lower() + name[1:]
