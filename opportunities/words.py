"""The kansenkaart in words: everything that the table says, the largest chance first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from initiatives.models import Theme
from wording.enumerations import joined
from wording.years import OLD, is_old

from .choices import Need, Policy, Supply
from .matrix import Matrix
from .matrix_rows import Row
from .municipal_figure import MunicipalFigure

NEEDS = {
    Need.HIGH: "De behoefte is hoog.",
    Need.MEDIUM: "De behoefte ligt rond het midden.",
    Need.LOW: "De behoefte is laag.",
}
POLICIES = {
    Policy.PRIORITY: "Het is een speerpunt van de gemeente.",
    Policy.MENTIONED: "De gemeente of minstens de helft van de partijen noemt dit thema.",
    Policy.ABSENT: "De gemeente noemt dit thema niet.",
}
SUPPLIES = {
    Supply.AMPLE: "Het aanbod is ruim.",
    Supply.LIMITED: "Er is beperkt aanbod.",
    Supply.NONE: "Er is nog geen aanbod.",
}
NOT_KNOWN = {  # what nobody knows, as the end of a sentence
    "behoefte": "hoe groot de behoefte is",
    "beleid": "wat de gemeente wil",
    "aanbod": "wat er al is",
}


@dataclass(frozen=True)
class ThemeSentence:
    """What is said of one theme."""

    heading: str
    text: str


def in_words(
    matrix: Matrix,
    today: date,
) -> list[ThemeSentence]:
    """A sentence for each main theme of a matrix, the largest chance first."""
    sentences = []
    for row in matrix.by_chance:
        heading = f"{row.theme}: {lower(row.chance.label)}."
        sentences.append(ThemeSentence(heading, row_in_words(row, today)))
    return sentences


def row_in_words(row: Row, today: date) -> str:
    """The levels with the figure behind the need, what nobody knows, and the reason or next step."""
    sentences = []
    if row.decided_by:
        sentences.append(f"Dit gaat over {lower(row.decided_by.name)}.")
    if row.need and row.figure:
        sentences += [NEEDS[row.need], figure_in_words(row.figure, today)]
    if row.policy:
        sentences.append(POLICIES[row.policy])
    if row.supply:
        sentences.append(SUPPLIES[row.supply])
    unknown = [NOT_KNOWN[name] for name in row.missing]
    if unknown:
        sentences.append(f"We weten nog niet {joined(unknown)}.")
    sentences.append(f"{row.why}.")
    return " ".join(sentences)


def figure_in_words(
    figure: MunicipalFigure,
    today: date,
) -> str:
    """``Eenzame volwassenen: 12,3% (de helft van de gemeenten zit onder 10,1%; RIVM 2020).``"""
    source = f"{figure.measurement.source.publisher} {figure.measurement.year}".strip()
    if is_old(figure.measurement.year, today):
        source = f"{source}, {OLD}"
    if figure.measurement.caveat:
        source = f"{source}, {figure.measurement.caveat}"
    return f"{figure.indicator}: {figure.in_words} ({figure.middle}; {source})."


def lower(name: str) -> str:
    """A name of a theme inside a sentence."""
    return name[:1].lower() + name[1:]


def names_of_themes(themes: Iterable[Theme]) -> str:
    """``eenzaamheid en meedoen``: names of themes inside a sentence."""
    names = [lower(theme.name) for theme in themes]
    return joined(names)
