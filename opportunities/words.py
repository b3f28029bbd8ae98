"""The kansenkaart in words: everything that the table says, the largest chance first."""

from dataclasses import dataclass

from initiatives.models import Initiative
from wording.enumerations import joined

from .choices import CHANCES, Chance, Need, Policy, Supply
from .elsewhere import first_examples
from .matrix import Matrix, Row

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
class ThemeSentence:
    """What is said of one theme; ``example`` is one from elsewhere that fits, where there is a chance."""

    heading: str
    text: str
    example: Initiative | None = None


def in_words(matrix: Matrix, here: list[int]) -> list[ThemeSentence]:
    """A sentence for each main theme of a matrix, the largest chance first.

    ``here`` are ids of the municipality and of what ended in it; one query looks for examples elsewhere.
    """
    rows = matrix.by_chance
    groups = []
    for row in rows:
        if row.chance in CHANCES:
            groups.append(row.theme_ids)
        else:
            groups.append(set())
    sentences = []
    for row, example in zip(rows, first_examples(groups, here), strict=True):
        heading = f"{row.chance.name_only} bij {lower(row.theme.name)}."
        sentences.append(ThemeSentence(heading, row_in_words(row), example))
    return sentences


def row_in_words(row: Row) -> str:
    """The levels, the figure behind the need, and what is missing."""
    sentences = [f"{NEEDS[row.need]} en {POLICIES[row.policy]}.", SUPPLIES[row.supply]]
    figure = row.figure
    if figure and figure.value is not None:
        source = f"{figure.measurement.source.publisher} {figure.measurement.year}".strip()
        middle = f"middelste gemeente {figure.median}; {source}"
        sentences.append(f"{figure.indicator}: {figure.short} ({middle}).")
    if row.chance == Chance.UNKNOWN:
        sentences.append(f"Vul aan: {joined(row.missing)}.")
    return " ".join(sentences)


def lower(name: str) -> str:
    """A name of a theme inside a sentence."""
    return name[:1].lower() + name[1:]
