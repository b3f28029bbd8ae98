"""The kansenkaart in words: everything that the table says, the largest chance first."""

from dataclasses import dataclass

from partners.wording import joined

from .chances import Chance
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


def in_words(matrix, elsewhere):
    """The ``Sentence``s of a matrix: a point for each chance, then one for each other outcome."""
    sentences = [
        Sentence(f"{row.chance.label} bij {lower(row.theme.name)}.", levels_in_words(row), _example(row, elsewhere))
        for row in matrix.by_chance
        if row.chance in (Chance.BIG, Chance.CHANCE)
    ]
    sentences += [_together(chance, rows) for chance in GROUPED if (rows := matrix.with_chance(chance))]
    unknown = [
        f"{_capital(lower(row.theme.name))} ({joined(row.missing)})" for row in matrix.with_chance(Chance.UNKNOWN)
    ]
    if unknown:
        sentences.append(
            Sentence("Nog niet bekend: vul aan.", f"{'; '.join(unknown)}. Tussen haakjes staat wat ontbreekt.")
        )
    return sentences


def levels_in_words(row):
    """Need and policy in one sentence, supply in the next."""
    return f"{NEEDS[row.need]} en {POLICIES[row.policy]}. {SUPPLIES[row.supply]}"


def _together(chance, rows):
    names = joined(lower(row.theme.name) for row in rows)
    label = {Chance.STRENGTH: ("Sterk punt is", "Sterke punten zijn")}.get(
        chance, ("Nu geen prioriteit heeft", "Nu geen prioriteit hebben")
    )
    return Sentence(label[len(rows) > 1], f"{names}. {GROUPED[chance]}")


def _example(row, elsewhere):
    themes = {row.theme.pk, *(part.theme.pk for part in row.parts)}
    return next(iter(elsewhere.about(themes)), None)


def lower(name):
    """A name of a theme inside a sentence."""
    return name[:1].lower() + name[1:]


def _capital(name):
    return name[:1].upper() + name[1:]
