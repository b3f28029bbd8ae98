"""What to talk about in a municipality: the themes in which it is furthest from the middle, and what goes with them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from initiatives.models import Initiative, MunicipalDuty, Theme

from .choices import Need
from .elsewhere import Recommendations
from .matrix import Matrix
from .matrix_rows import Row
from .models import IndicatorValue
from .municipal_figure import MunicipalFigure

MOST_SUBJECTS = 3
TENTHS = {5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen"}
NEARLY_ALL = 97  # percent of the municipalities


@dataclass(frozen=True)
class Subject:
    """A theme to talk about: its row, the figure by which it was chosen and what that means, what the law asks, and an
    example from elsewhere.
    """

    row: Row
    figure: MunicipalFigure
    meaning: str
    duty: MunicipalDuty | None
    example: Initiative | None

    @property
    def theme(self) -> Theme:
        """What it is about."""
        return self.row.theme


def subjects_of(
    matrix: Matrix,
    recommendations: Recommendations,
) -> list[Subject]:
    """At most three subjects, the most striking first; as many queries for each municipality."""
    rows = matrix.most_striking(MOST_SUBJECTS)
    themes = [row.theme for row in rows]
    figures = [row.figure for row in rows if row.figure]
    duties = duties_of(themes)
    meanings = meanings_of(figures)
    examples = recommendations.first_for(themes)
    subjects = []
    for row, figure, meaning, example in zip(
        rows,
        figures,
        meanings,
        examples,
        strict=True,
    ):
        duty = duties.get(row.theme.pk)
        subjects.append(Subject(row, figure, meaning, duty, example))
    return subjects


def duties_of(themes: Iterable[Theme]) -> dict[int, MunicipalDuty]:
    """{theme id: its first duty, else the first of its main theme}; 1 query."""
    theme_ids = set()
    for theme in themes:
        theme_ids |= {theme.pk, theme.parent_id}
    by_theme = defaultdict(list)
    of_themes = MunicipalDuty.objects.filter(theme__in=theme_ids - {None})
    for duty in of_themes.order_by("position", "pk"):
        by_theme[duty.theme_id].append(duty)
    duties = {}
    for theme in themes:
        own_or_above = by_theme[theme.pk] or by_theme[theme.parent_id]
        if own_or_above:
            duties[theme.pk] = own_or_above[0]
    return duties


def meanings_of(figures: list[MunicipalFigure]) -> list[str]:
    """What each figure means beside those of all municipalities, in a sentence; 1 query."""
    if not figures:
        return []
    counts = {}
    for place, figure in enumerate(figures):
        measured = Q(measurement=figure.measurement)
        below = measured & Q(value__lt=figure.value)
        above = measured & Q(value__gt=figure.value)
        counts[f"below_{place}"] = Count("pk", filter=below)
        counts[f"above_{place}"] = Count("pk", filter=above)
    measurements = [figure.measurement for figure in figures]
    values = IndicatorValue.objects.filter(measurement__in=measurements)
    counted = values.aggregate(**counts)
    meanings = []
    for place, figure in enumerate(figures):
        compared = compared_in_words(
            below=counted[f"below_{place}"],
            above=counted[f"above_{place}"],
            count=figure.spread.count,
        )
        if figure.need == Need.MEDIUM:
            compared = f"rond het midden: {compared}"
        meanings.append(f"Dat is {compared}.")
    return meanings


def compared_in_words(
    below: int,
    above: int,
    count: int,
) -> str:
    """``meer dan in acht van de tien gemeenten``: of ``count`` that many are ``below`` and ``above``."""
    for word, fewer in (("meer", below), ("minder", above)):
        if fewer * 100 >= count * NEARLY_ALL:
            return f"{word} dan in bijna alle gemeenten"
        tenths = fewer * 10 // count
        if tenths in TENTHS:
            return f"{word} dan in {TENTHS[tenths]} van de tien gemeenten"
    return "ongeveer evenveel als in andere gemeenten"
