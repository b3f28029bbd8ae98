"""Municipalities or practice examples side by side: rows with a label and one text for each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from urllib.parse import urlencode

from django.utils.text import slugify

from initiatives.models import Initiative
from initiatives.record import RECORD, RecordField
from partners.models import Municipality
from partners.places import is_doubtful
from partners.successions import Successions
from wording.numbers import amount
from wording.years import OLD, is_old

from .figures import MunicipalFigure
from .matrix import Matrix, MatrixMaker, Row
from .models import Measurement, Service

MOST = 4  # side by side; more cannot be read
UNKNOWN = "Niet bekend"
TAKEN_OVER = "Wie dit ook doet, naar eigen opgave"
VOLUNTEERS_HEADING = "Cijfers over jongvolwassenen (wie meedeed, koos daar zelf voor)"


@dataclass(frozen=True)
class CompareLine:
    """One row; ``texts`` in the order of what is compared, ``is_heading`` starts a group, ``is_old`` is grey."""

    label: str
    texts: list[str] = field(default_factory=list)
    is_heading: bool = False
    is_old: bool = False

    @property
    def is_the_same(self) -> bool:
        """Whether it tells nothing apart."""
        return len(set(self.texts)) == 1


def municipalities_called(
    texts: list[str], today: date
) -> tuple[list[Municipality], list[tuple]]:
    """Municipalities of today by name or slug; and (text, what it could be) for each text that is not one of them.

    One query for all exact names, and one more for each text that is none.
    """
    current = Municipality.objects.current(today).select_related("province")
    slugs = {text: slugify(text) for text in texts}
    by_slug = {
        municipality.slug: municipality
        for municipality in current.filter(slug__in=slugs.values())
    }
    municipalities = []
    unknown = []
    for text in texts:
        if slugs[text] in by_slug:
            municipalities.append(by_slug[slugs[text]])
            continue
        matching_ids = [
            municipality.pk for municipality in Municipality.objects.search(text)
        ]
        possible = list(current.filter(pk__in=matching_ids))
        if len(possible) == 1 and not is_doubtful(text):
            municipalities += possible
        else:
            unknown.append((text, possible))
    return municipalities, unknown


def query_of(name: str, compared: Iterable[Municipality | Initiative]) -> str:
    """The query string of a page on which these are side by side."""
    return urlencode([(name, page.slug) for page in compared])


def municipality_lines(
    municipalities: list[Municipality], today: date
) -> list[CompareLine]:
    """Facts, the kansenkaart per theme and all figures of municipalities of today; always as many queries."""
    ids = [municipality.pk for municipality in municipalities]
    maker = MatrixMaker(ids, today, successions=Successions.on(today))
    matrices = [maker.matrix(pk) for pk in ids]
    lines = [
        CompareLine(
            "Provincie", [str(municipality.province) for municipality in municipalities]
        ),
        CompareLine(
            "Inwoners", [inhabitants(municipality) for municipality in municipalities]
        ),
        CompareLine("Kansenkaart", is_heading=True),
    ]
    for theme in maker.themes:
        lines.append(
            CompareLine(
                theme.name, [row_in_words(matrix.row_of(theme)) for matrix in matrices]
            )
        )
    lines += [
        CompareLine("Wat er gebeurt", is_heading=True),
        CompareLine(
            "Praktijkvoorbeelden",
            [names_of(matrix.supplies.initiatives) for matrix in matrices],
        ),
        CompareLine(
            "Ander bestaand aanbod",
            [names_of(matrix.supplies.counted_services) for matrix in matrices],
        ),
    ]
    return lines + figure_lines(matrices, today)


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
    if row.figure and row.figure.measurement.is_of_volunteers:
        need = f"{need} volgens jongvolwassenen die zelf meededen"
    return f"{row.chance.label} (behoefte {need}, beleid {policy}, aanbod {supply})"


def names_of(supply: Iterable[Initiative | Service]) -> str:
    """All their names in one cell."""
    return "; ".join(str(service) for service in supply) or UNKNOWN


def figure_lines(matrices: list[Matrix], today: date) -> list[CompareLine]:
    """A row for each indicator of which at least one of them has a figure, with year and source in the label."""
    measurements = {}
    figures = {}  # (place in the row, indicator id) -> the figure
    for place, matrix in enumerate(matrices):
        for figure in matrix.figures:
            measurements[figure.indicator.pk] = figure.measurement
            figures[place, figure.indicator.pk] = figure
    of_everybody = [
        measurement
        for measurement in measurements.values()
        if not measurement.is_of_volunteers
    ]
    of_volunteers = [
        measurement
        for measurement in measurements.values()
        if measurement.is_of_volunteers
    ]
    lines = lines_of_measurements(
        "Cijfers", of_everybody, figures, len(matrices), today
    )
    return lines + lines_of_measurements(
        VOLUNTEERS_HEADING, of_volunteers, figures, len(matrices), today
    )


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
    for measurement in sorted(measurements, key=attrgetter("indicator.sort_key")):
        publisher = measurement.source.publisher or measurement.source
        indicator = measurement.indicator
        texts = []
        for place in range(places):
            figure = figures.get((place, indicator.pk))
            texts.append(figure_in_words(figure))
        when = f"{publisher} {measurement.year}"
        has_aged = is_old(measurement.year, today)
        if has_aged:
            when = f"{when}, {OLD}"
        lines.append(CompareLine(f"{indicator} ({when})", texts, is_old=has_aged))
    return lines


def figure_in_words(figure: MunicipalFigure | None) -> str:
    """The figure with its unit, and whether it is of before a reorganisation."""
    if figure is None or figure.value is None:
        return UNKNOWN
    if figure.is_old_division:
        return f"{figure.in_words} (oude indeling)"
    return figure.in_words


def initiative_lines(initiatives: list[Initiative], today: date) -> list[CompareLine]:
    """What is known of examples (loaded ``for_page``), row by row; what is known of none of them is left out."""
    lines = [
        CompareLine(
            "Hoe zeker",
            [initiative.freshness_on(today).label for initiative in initiatives],
        )
    ]
    stories = [story_of(initiative, today) for initiative in initiatives]
    for label in stories[0]:
        texts = [" ".join(story[label].split()) for story in stories]
        if any(texts):
            lines.append(CompareLine(label, [text or UNKNOWN for text in texts]))
    taken_over = taken_over_in_words(initiatives, today)
    if any(taken_over):
        lines.append(CompareLine(TAKEN_OVER, [text or UNKNOWN for text in taken_over]))
    return lines


def taken_over_in_words(initiatives: list[Initiative], today: date) -> list[str]:
    """Of each example who took it over and what it brought, as they told it; empty where nobody did."""
    brought = Service.objects.filter(example__in=initiatives).brought(today)
    texts = []
    for initiative in initiatives:
        text = ""
        if initiative.pk in brought:
            text = brought[initiative.pk].in_words
        texts.append(text)
    return texts


def story_of(initiative: Initiative, today: date) -> dict[str, str]:
    """{label: text}, in the order of the record; empty where nobody knows it."""
    story = {}
    for entry in RECORD:
        if entry.compared:
            story[entry.compared] = text_of(entry, initiative, today)
    return story


def text_of(entry: RecordField, initiative: Initiative, today: date) -> str:
    """What a cell says of this field, where need be with what belongs to it."""
    if entry.name == "phase":
        return initiative.phase_on(today)
    if entry.name == "places" and initiative.is_national:
        return "In het hele land"
    if entry.name == "cost_band":
        return costs_of(initiative)
    if entry.name == "figures":
        return figures_of(initiative)
    if entry.name == "sources":
        return "; ".join(str(source) for source in initiative.sources.all())
    return entry.in_words(initiative)


def figures_of(initiative: Initiative) -> str:
    """All figures, each with its period."""
    texts = []
    for figure in initiative.figures.all():
        texts.append(
            f"{amount(figure.value)} {figure.unit} {figure.label} ({figure.period})"
        )
    return "; ".join(texts)


def costs_of(initiative: Initiative) -> str:
    """Between which amounts, and what is known beside that."""
    if not initiative.cost_band:
        return initiative.cost_note
    return f"{initiative.get_cost_band_display()} {initiative.cost_note}"
