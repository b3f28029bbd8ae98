"""Municipalities side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db.models import QuerySet
from django.utils.text import slugify

from partners.models import Municipality
from partners.places import is_doubtful
from partners.successions import Successions
from wording.numbers import amount
from wording.years import OLD, is_old

from .comparing import UNKNOWN, CompareLine, UnknownName
from .matrix import Matrix, MatrixMaker
from .matrix_rows import Row
from .models import Measurement, Service
from .municipal_figure import MunicipalFigure
from .running import first_names

MOST_NAMED = 12  # examples in one cell
VOLUNTEERS_HEADING = "Cijfers over jongvolwassenen (wie meedeed, koos daar zelf voor)"


@dataclass
class NamedMunicipalities:
    """The municipalities that somebody named, and the names that were none."""

    municipalities: list[Municipality]
    unknown: list[UnknownName]


def municipalities_called(
    texts: list[str],
    today: date,
) -> NamedMunicipalities:
    """Municipalities of today by name or slug: one query for all exact names, and one more for each other text."""
    current = Municipality.objects.current(today).select_related("province")
    slugs = [slugify(text) for text in texts]
    by_slug = {}
    for municipality in current.filter(slug__in=slugs):
        by_slug[municipality.slug] = municipality
    named = NamedMunicipalities([], [])
    for text, slug in zip(texts, slugs, strict=True):
        if slug in by_slug:
            named.municipalities.append(by_slug[slug])
            continue
        possible = municipalities_like(text, current)
        if len(possible) == 1 and not is_doubtful(text):
            named.municipalities += possible
        else:
            named.unknown.append(UnknownName(text, possible))
    return named


def municipalities_like(
    text: str,
    current: QuerySet[Municipality],
) -> list[Municipality]:
    """Those of today that somebody may mean who types this."""
    matches = Municipality.objects.search(text)
    ids = [municipality.pk for municipality in matches]
    return list(current.filter(pk__in=ids))


def municipality_lines(
    municipalities: list[Municipality],
    today: date,
) -> list[CompareLine]:
    """Facts, the kansenkaart per theme and all figures of municipalities of today; always as many queries."""
    ids = [municipality.pk for municipality in municipalities]
    maker = MatrixMaker(
        ids,
        today,
        successions=Successions.on(today),
    )
    matrices = [maker.matrix(pk) for pk in ids]
    provinces = []
    populations = []
    for municipality in municipalities:
        provinces.append(str(municipality.province))
        populations.append(inhabitants(municipality))
    lines = [
        CompareLine("Provincie", provinces),
        CompareLine("Inwoners", populations),
        CompareLine("Kansenkaart", is_heading=True),
    ]
    for theme in maker.themes:
        rows = [row_in_words(matrix.row_of(theme)) for matrix in matrices]
        lines.append(CompareLine(theme.name, rows))
    return lines + supply_lines(matrices) + figure_lines(matrices, today)


def supply_lines(matrices: list[Matrix]) -> list[CompareLine]:
    """What happens there already."""
    places = {}  # by the id of the municipality, which is the first of them
    for matrix in matrices:
        [own_id, *_] = matrix.supplies.places
        places[own_id] = matrix.supplies.places
    examples = first_names(places, MOST_NAMED)
    initiatives = [names_of(examples[own_id]) for own_id in places]
    services = [names_of(matrix.supplies.counted_services) for matrix in matrices]
    return [
        CompareLine("Wat er gebeurt", is_heading=True),
        CompareLine("Praktijkvoorbeelden", initiatives),
        CompareLine("Ander bestaand aanbod", services),
    ]


def inhabitants(municipality: Municipality) -> str:
    """``361.742 (CBS, 2024)``."""
    if municipality.population is None:
        return UNKNOWN
    return f"{amount(municipality.population)} (CBS, {municipality.population_year})"


def row_in_words(row: Row) -> str:
    """The outcome, and the three levels that make it."""
    need = row.need.label.lower()
    policy = row.policy.label.lower()
    supply = row.supply.label.lower()
    if row.is_decided_by_volunteers:
        need = f"{need} volgens jongvolwassenen die zelf meededen"
    return f"{row.chance.label} (behoefte {need}, beleid {policy}, aanbod {supply})"


def names_of(supply: Iterable[str | Service]) -> str:
    """All their names in one cell."""
    return "; ".join(map(str, supply)) or UNKNOWN


def figure_lines(
    matrices: list[Matrix],
    today: date,
) -> list[CompareLine]:
    """A row for each indicator of which at least one of them has a figure, with year and source in the label."""
    measurements = {}
    figures = []  # of each municipality, by the id of the indicator
    for matrix in matrices:
        by_indicator = {}
        for figure in matrix.figures:
            measurements[figure.indicator.pk] = figure.measurement
            by_indicator[figure.indicator.pk] = figure
        figures.append(by_indicator)
    of_everybody = []
    of_volunteers = []
    for measurement in measurements.values():
        if measurement.is_of_volunteers:
            of_volunteers.append(measurement)
        else:
            of_everybody.append(measurement)
    return [
        *lines_of_measurements("Cijfers", of_everybody, figures, today),
        *lines_of_measurements(VOLUNTEERS_HEADING, of_volunteers, figures, today),
    ]


def lines_of_measurements(
    heading: str,
    measurements: list[Measurement],
    figures: list[dict[int, MunicipalFigure]],
    today: date,
) -> list[CompareLine]:
    """A heading and a row for each measurement; nothing without any.

    ``figures`` are those of each municipality, by the id of the indicator.
    """
    if not measurements:
        return []
    lines = [CompareLine(heading, is_heading=True)]
    for measurement in sorted(measurements, key=attrgetter("indicator.sort_key")):
        texts = []
        for by_indicator in figures:
            figure = by_indicator.get(measurement.indicator.pk)
            texts.append(figure_in_words(figure))
        has_aged = is_old(measurement.year, today)
        label = measurement_in_words(measurement, has_aged)
        lines.append(CompareLine(label, texts, is_old=has_aged))
    return lines


def measurement_in_words(measurement: Measurement, has_aged: bool) -> str:
    """``Eenzame volwassenen (RIVM 2014, ouder dan vijf jaar)``: what was measured, by whom and when."""
    publisher = measurement.source.publisher or measurement.source
    when = f"{publisher} {measurement.year}"
    if has_aged:
        when = f"{when}, {OLD}"
    return f"{measurement.indicator} ({when})"


def figure_in_words(figure: MunicipalFigure | None) -> str:
    """The figure with its unit, and whether it is of before a reorganisation."""
    if figure is None or figure.value is None:
        return UNKNOWN
    if figure.is_old_division:
        return f"{figure.in_words} (oude indeling)"
    return figure.in_words
