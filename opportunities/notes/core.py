"""The core of a note: a few sentences that can stand alone, each of which rests on something in the note."""

from collections.abc import Collection
from datetime import date
from operator import attrgetter

from django.utils.text import capfirst

from initiatives.models import Initiative, Theme
from opportunities.choices import Audience, Need
from opportunities.matrix_rows import Row
from opportunities.municipal_figure import MunicipalFigure
from opportunities.words import lower, names_of_themes
from partners.models import Municipality

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
    "young_adults_has_debts_pct": "had {figure} van de jongvolwassenen schulden",
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
        sentences.append(duty_sentence(duties[0]))
    sentences += policy_sentences(material, rows)
    sentences += examples_elsewhere(rows, examples, material.here, material.today)
    return sentences


def duty_sentence(duty: Duty) -> str:
    """Which law gives the municipality a task."""
    law = f"De {duty.law} ({duty.article})"
    return f"{law} geeft de gemeente een taak die past bij {lower(duty.theme)}."


def policy_sentences(
    material: Material,
    rows: list[Row],
) -> list[str]:
    """Of which themes the policy makes a priority, and which others it names."""
    priorities = []
    others = []
    for row in rows:
        if material.is_priority(row):
            priorities.append(row.deciding_theme)
        elif material.is_in_policy(row):
            others.append(row.deciding_theme)
    sentences = []
    if priorities:
        names = names_of_themes(priorities)
        are_priorities = f"zijn {names} speerpunten"
        if len(priorities) == 1:
            are_priorities = f"is {names} een speerpunt"
        sentences.append(f"In het beleid van de gemeente {are_priorities}.")
    if others:
        names = names_of_themes(others)
        start = "Het beleid van de gemeente noemt"
        if priorities:
            start = "Dat beleid noemt ook"
        sentences.append(f"{start} {names}.")
    return sentences


def opening(
    material: Material,
    rows: list[Row],
    audience: str,
) -> list[str]:
    """The strongest figure, of what the audience is there for where that is needed; else what we want to talk about."""
    themes = [row.theme for row in rows]
    high = [row for row in rows if row.need == Need.HIGH]
    if not high:
        return talk_about(material, rows)
    own_theme = THEME_OF.get(audience)
    own = [row for row in high if row.theme.slug == own_theme]
    strongest = max(own or high, key=attrgetter("deviation"))
    sentences = told_figure(material, strongest)
    others = [row.theme for row in high if row != strongest]
    if others:
        names = names_of_themes(others)
        sentences.append(f"Ook bij {names} is de behoefte hoog.")
    if material.matrix.is_low_but_for(themes):
        sentences += low_elsewhere(rows)
    return sentences


def talk_about(
    material: Material,
    rows: list[Row],
) -> list[str]:
    """What we want to talk about where no need is high, after the figure around the middle that is nearest to it."""
    sentences = []
    medium = [row for row in rows if row.need == Need.MEDIUM]
    if medium:
        nearest = max(medium, key=attrgetter("deviation"))
        sentences = told_figure(material, nearest)
    names = names_of_themes([row.theme for row in rows])
    wish = f"We praten graag met je over {names} {material.municipality.where}."
    return [*sentences, wish]


def told_figure(material: Material, row: Row) -> list[str]:
    """The figure of a theme, and what it means beside those of all municipalities."""
    if row.figure is None:
        return []
    return [
        figure_sentence(row.figure, material.municipality),
        material.meaning_of(row.figure),
    ]


def low_elsewhere(rows: list[Row]) -> list[str]:
    """That the need of all other themes is low; of the themes of the note, those around the middle are named first."""
    medium = [row.theme for row in rows if row.need == Need.MEDIUM]
    if not medium:
        return [ALL_LOW]
    names = names_of_themes(medium)
    return [f"Bij {names} is de behoefte rond het midden.", ALL_LOW]


def figure_sentence(
    figure: MunicipalFigure,
    municipality: Municipality,
) -> str:
    """``In Vaals was 11,9% van de volwassenen ernstig eenzaam (2024).``"""
    indicator = figure.indicator
    years = years_of(figure)
    sentence = SENTENCES.get(indicator.slug)
    if sentence is None:
        return f"{indicator} {municipality.where}: {figure.in_words} ({years})."
    statement = sentence.format(figure=figure.short)
    return f"{capfirst(municipality.where)} {statement} ({years})."


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
        names = names_of_themes(now)
        sentences.append(f"Hieronder staat wat elders al gebeurt rond {names}.")
    if then:
        names = names_of_themes(then)
        sentences.append(f"Hieronder staat wat elders al is gedaan rond {names}.")
    return sentences


def themes_of(
    examples: list[Initiative],
    rows: list[Row],
) -> list[Theme]:
    """The themes of these rows themselves that one of the examples is about."""
    theme_ids: set[int] = set()
    for example in examples:
        for theme in example.themes.all():
            theme_ids.add(theme.pk)
    return [row.theme for row in rows if row.theme.pk in theme_ids]
