"""Municipalities side by side."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from django.utils.text import slugify

from partners.models import Municipality
from partners.places import is_doubtful
from partners.successions import Successions
from wording.numbers import amount
from wording.years import OLD, is_old

from .comparing import UNKNOWN, CompareLine
from .matrix import Matrix, MatrixMaker
from .matrix_rows import Row
from .models import Measurement, Service
from .municipal_figure import MunicipalFigure
from .running import first_names

MOST_NAMED = 12  # examples in one cell
VOLUNTEERS_HEADING = "Cijfers over jongvolwassenen (wie meedeed, koos daar zelf voor)"


def municipalities_called(
    texts: list[str],
    today: date,
) -> tuple[list[Municipality], list[tuple]]:
    """Municipalities of today by name or slug; and (text, what it could be) for each text that is not one of them.

    One query for all exact names, and one more for each text that is none.
    """
    current = Municipality.objects.current(today).select_related("province")
    slugs = {text: slugify(text) for text in texts}
    by_slug = {}
    for municipality in current.filter(slug__in=slugs.values()):
        by_slug[municipality.slug] = municipality
    municipalities = []
    unknown = []
    for text in texts:
        slug = slugs[text]
        if slug in by_slug:
            municipalities.append(by_slug[slug])
            continue
        matches = Municipality.objects.search(text)
        matching_ids = [municipality.pk for municipality in matches]
        possible = list(current.filter(pk__in=matching_ids))
        if len(possible) == 1 and not is_doubtful(text):
            municipalities += possible
        else:
            unknown.append((text, possible))
    return municipalities, unknown


def municipality_lines(
    municipalities: list[Municipality],
    today: date,
) -> list[CompareLine]:
    """Facts, the kansenkaart per theme and all figures of municipalities of today; always as many queries."""
    ids = [municipality.pk for municipality in municipalities]
    maker = MatrixMaker(ids, today, successions=Successions.on(today))
    matrices = [maker.matrix(pk) for pk in ids]
    provinces = [str(municipality.province) for municipality in municipalities]
    populations = [inhabitants(municipality) for municipality in municipalities]
    lines = [
        CompareLine("Provincie", provinces),
        CompareLine("Inwoners", populations),
        CompareLine("Kansenkaart", is_heading=True),
    ]
    for theme in maker.themes:
        rows = [matrix.row_of(theme) for matrix in matrices]
        outcomes = [row_in_words(row) for row in rows]
        lines.append(CompareLine(theme.name, outcomes))
    lines += supply_lines(matrices)
    lines += figure_lines(matrices, today)
    return lines


def supply_lines(matrices: list[Matrix]) -> list[CompareLine]:
    """What happens there already."""
    supplies = [matrix.supplies for matrix in matrices]
    places = {supply.places[0]: supply.places for supply in supplies}
    examples = first_names(places, MOST_NAMED)
    initiatives = [names_of(examples[supply.places[0]]) for supply in supplies]
    services = [names_of(supply.counted_services) for supply in supplies]
    return [
        CompareLine("Wat er gebeurt", is_heading=True),
        CompareLine("Praktijkvoorbeelden", initiatives),
        CompareLine("Ander bestaand aanbod", services),
    ]


def inhabitants(municipality: Municipality) -> str:
    """``361.742 (CBS, 2024)``."""
    if municipality.population is None:
        return UNKNOWN
    number = amount(municipality.population)
    return f"{number} (CBS, {municipality.population_year})"


def row_in_words(row: Row) -> str:
    """The outcome, and the three levels that make it."""
    need = row.need.label.lower()
    policy = row.policy.label.lower()
    supply = row.supply.label.lower()
    if row.figure and row.figure.measurement.is_of_volunteers:
        need = f"{need} volgens jongvolwassenen die zelf meededen"
    return f"{row.chance.label} (behoefte {need}, beleid {policy}, aanbod {supply})"


def names_of(supply: Iterable[str | Service]) -> str:
    """All their names in one cell."""
    return "; ".join(map(str, supply)) or UNKNOWN


def figure_lines(matrices: list[Matrix], today: date) -> list[CompareLine]:
    """A row for each indicator of which at least one of them has a figure, with year and source in the label."""
    measurements = {}
    figures = {}  # (place in the row, indicator id) -> the figure
    for place, matrix in enumerate(matrices):
        for figure in matrix.figures:
            measurements[figure.indicator.pk] = figure.measurement
            figures[place, figure.indicator.pk] = figure
    of_everybody = []
    of_volunteers = []
    for measurement in measurements.values():
        if measurement.is_of_volunteers:
            of_volunteers.append(measurement)
        else:
            of_everybody.append(measurement)
    lines = lines_of_measurements(
        "Cijfers",
        of_everybody,
        figures,
        places=len(matrices),
        today=today,
    )
    lines += lines_of_measurements(
        VOLUNTEERS_HEADING,
        of_volunteers,
        figures,
        places=len(matrices),
        today=today,
    )
    return lines


def lines_of_measurements(
    heading: str,
    measurements: list[Measurement],
    figures: dict[tuple[int, int], MunicipalFigure],
    places: int,
    today: date,
) -> list[CompareLine]:
    """A heading and a row for each measurement; nothing without any."""
    if not measurements:
        return []
    lines = [CompareLine(heading, is_heading=True)]
    in_order = sorted(measurements, key=attrgetter("indicator.sort_key"))
    for measurement in in_order:
        indicator = measurement.indicator
        texts = []
        for place in range(places):
            figure = figures.get((place, indicator.pk))
            texts.append(figure_in_words(figure))
        publisher = measurement.source.publisher or measurement.source
        when = f"{publisher} {measurement.year}"
        has_aged = is_old(measurement.year, today)
        if has_aged:
            when = f"{when}, {OLD}"
        line = CompareLine(f"{indicator} ({when})", texts, is_old=has_aged)
        lines.append(line)
    return lines


def figure_in_words(figure: MunicipalFigure | None) -> str:
    """The figure with its unit, and whether it is of before a reorganisation."""
    if figure is None or figure.value is None:
        return UNKNOWN
    if figure.is_old_division:
        return f"{figure.in_words} (oude indeling)"
    return figure.in_words
