"""The core of a note: a few sentences that can stand alone, each of which rests on something in the note."""

from collections.abc import Collection
from datetime import date
from operator import attrgetter

from initiatives.models import Initiative, Theme
from opportunities.choices import Audience, Need
from opportunities.matrix_rows import Row
from opportunities.municipal_figure import MunicipalFigure
from opportunities.words import lower
from partners.models import Municipality
from wording.enumerations import joined

from .cases import is_elsewhere, is_of_now
from .material import Material
from .theme_texts import Duty
from .theme_words import THEME_OF

# who has the duty itself
MUNICIPAL = (Audience.ALDERMAN, Audience.OFFICIAL, Audience.COUNCIL)
SENTENCES = {  # of an indicator, by slug; others get their name and figure
    "severely_lonely_pct_18plus": "was {figure} van de volwassenen ernstig eenzaam",
    "single_person_households_pct": "woonde in {figure} van de huishoudens één persoon",
    "control_over_own_life_pct_18plus": "had {figure} van de volwassenen regie over het eigen leven",
    "informal_carer_pct_18plus": "was {figure} van de volwassenen mantelzorger",
    "good_health_pct_18plus": "voelde {figure} van de volwassenen zich gezond",
    "volunteer_pct_18plus": "deed {figure} van de volwassenen vrijwilligerswerk",
    "social_assistance_per_1000": "kregen {figure} van elke 1.000 inwoners bijstand",
    "education_low_pct": "had {figure} van de inwoners van 15 tot 75 jaar een lage opleiding",
    "wmo_clients_per_1000": "kregen {figure} van elke 1.000 inwoners hulp uit de Wmo",
}
ALL_LOW = "Bij de andere thema’s waarvan we een cijfer hebben, is de behoefte laag."


def core_of(
    material: Material,
    rows: list[Row],
    audience: str,
    examples: list[Initiative],
    duties: list[Duty],
) -> list[str]:
    """What is at stake, what the municipality has to do with it, and what there is to build on."""
    sentences = opening(material, rows, audience)
    if audience in MUNICIPAL and duties:
        duty = duties[0]
        sentences.append(
            f"De {duty.law} ({duty.article}) geeft de gemeente een taak die past bij {lower(duty.theme)}."
        )
    sentences += policy_sentences(material, rows)
    return sentences + examples_elsewhere(rows, examples, material.here, material.today)


def policy_sentences(material: Material, rows: list[Row]) -> list[str]:
    """Of which themes the policy makes a priority, and which others it names."""
    priorities = []
    others = []
    for row in rows:
        name = lower(row.deciding_theme.name)
        if material.is_priority(row):
            priorities.append(name)
        elif material.is_in_policy(row):
            others.append(name)
    sentences = []
    if len(priorities) == 1:
        sentences.append(
            f"In het beleid van de gemeente is {priorities[0]} een speerpunt."
        )
    elif priorities:
        sentences.append(
            f"In het beleid van de gemeente zijn {joined(priorities)} speerpunten."
        )
    if others and priorities:
        sentences.append(f"Dat beleid noemt ook {joined(others)}.")
    elif others:
        sentences.append(f"Het beleid van de gemeente noemt {joined(others)}.")
    return sentences


def opening(
    material: Material,
    rows: list[Row],
    audience: str,
) -> list[str]:
    """The strongest figure, of what the audience is there for where that is needed; else what we want to talk about."""
    municipality = material.municipality
    high = [row for row in rows if row.need == Need.HIGH]
    if not high:
        names = [lower(row.theme.name) for row in rows]
        return [f"We praten graag met je over {joined(names)} in {municipality}."]
    own = [row for row in high if row.theme.slug == THEME_OF.get(audience)]
    strongest = max(own or high, key=attrgetter("deviation"))
    sentences = []
    if strongest.figure:
        sentences.append(figure_sentence(strongest.figure, municipality))
        sentences.append(material.meaning_of(strongest.figure))
    others = []
    for row in high:
        if row != strongest:
            others.append(lower(row.theme.name))
    if others:
        sentences.append(f"Ook bij {joined(others)} is de behoefte hoog.")
    if material.matrix.is_low_but_for([row.theme for row in rows]):
        sentences += low_elsewhere(rows)
    return sentences


def low_elsewhere(rows: list[Row]) -> list[str]:
    """That the need of all other themes is low; of the themes of the note, those around the middle are named first."""
    medium = [lower(row.theme.name) for row in rows if row.need == Need.MEDIUM]
    if not medium:
        return [ALL_LOW]
    return [f"Bij {joined(medium)} is de behoefte rond het midden.", ALL_LOW]


def figure_sentence(
    figure: MunicipalFigure,
    municipality: Municipality,
) -> str:
    """``In Vaals was 11,9% van de volwassenen ernstig eenzaam (2024).``"""
    known_from = years_of(figure)
    sentence = SENTENCES.get(figure.indicator.slug)
    if sentence is None:
        return (
            f"{figure.indicator} in {municipality}: {figure.in_words} ({known_from})."
        )
    return f"In {municipality} {sentence.format(figure=figure.short)} ({known_from})."


def years_of(figure: MunicipalFigure) -> str:
    """``2020, berekende schatting``: of when a figure is, and how it was made."""
    measurement = figure.measurement
    parts = [str(measurement.year), measurement.caveat]
    return ", ".join(part for part in parts if part)


def examples_elsewhere(
    rows: list[Row],
    examples: list[Initiative],
    here: Collection[int],
    today: date,
) -> list[str]:
    """What others do or did, only about themes of which such an example is in the note."""
    examples = [example for example in examples if is_elsewhere(example, here)]
    of_now = [example for example in examples if is_of_now(example, today)]
    now = themes_of(of_now, rows)
    then = [theme for theme in themes_of(examples, rows) if theme not in now]
    sentences = []
    if now:
        names = joined([lower(theme.name) for theme in now])
        sentences.append(f"Hieronder staat wat elders al gebeurt rond {names}.")
    if then:
        names = joined([lower(theme.name) for theme in then])
        sentences.append(f"Hieronder staat wat elders al is gedaan rond {names}.")
    return sentences


def themes_of(
    examples: list[Initiative],
    rows: list[Row],
) -> list[Theme]:
    """The themes of these rows themselves that one of the examples is about."""
    theme_ids: set[int] = set()
    for example in examples:
        theme_ids.update(theme.pk for theme in example.themes.all())
    return [row.theme for row in rows if row.theme.pk in theme_ids]
