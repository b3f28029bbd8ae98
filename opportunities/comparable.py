"""Which municipalities are most like one: by inhabitants, urbanity and the circumstances of those who live there."""

from collections import defaultdict
from dataclasses import dataclass
from math import log, sqrt

from partners.models import Municipality
from partners.wording import joined

from .models import IndicatorValue, Measurement

SIZE = "grootte"
HEAVY = {SIZE: 2, "urbanity_class": 2}  # what makes a municipality another kind of place counts twice
ALIKE = 0.35  # standard deviations: this near, two municipalities are alike in something
MOST_REASONS = 3
FEWEST_KNOWN = 0.5  # of the features that the one municipality has, the other must have
_known = {}  # measurement id -> (when its figures last changed, {municipality id: standardised}), per worker


@dataclass(frozen=True)
class Lookalike:
    """Another municipality, by its id; ``distance`` in standard deviations, ``reasons`` are in what they are alike."""

    pk: int
    distance: float
    reasons: tuple

    @property
    def in_words(self):
        """``Lijkt erop in grootte en aandeel 65-plussers``."""
        return f"Lijkt erop in {joined(self.reasons)}" if self.reasons else "Komt in cijfers het dichtst in de buurt"


def lookalikes(municipality, today):
    """The other municipalities of today, the most alike first; those of which too little is known are left out.

    2 queries, and one more after figures changed. Standardised differences, as in a search for nearest neighbours.
    """
    sizes = dict(Municipality.objects.current(today).order_by().values_list("pk", "population"))
    compared = Measurement.objects.compared()
    columns = {SIZE: _standardised({pk: log(size) for pk, size in sizes.items() if size})}
    columns |= _standardised_figures(compared)
    names = {SIZE: SIZE} | {each.indicator.slug: each.indicator.short_name for each in compared}
    return sorted(_compared(municipality.pk, sizes, columns, names), key=lambda each: (each.distance, each.pk))


def places_of(alike):
    """{id: municipality} of these ``Lookalike``s, in 1 query."""
    return Municipality.objects.only("name", "slug", "kind").in_bulk({each.pk for each in alike})


def _standardised_figures(compared):
    """{slug of the indicator: {municipality id: number}}; read again only where the database says that it changed."""
    stale = [each for each in compared if _known.get(each.pk, (None,))[0] != each.spread.changed_at]
    if stale:
        fresh = defaultdict(dict)
        rows = IndicatorValue.objects.filter(measurement__in=stale)
        for measurement, place, value in rows.values_list("measurement_id", "municipality_id", "value"):
            fresh[measurement][place] = float(value)
        for each in stale:
            _known[each.pk] = (each.spread.changed_at, _standardised(fresh[each.pk]))
    return {each.indicator.slug: _known[each.pk][1] for each in compared}


def _standardised(numbers):
    """How many standard deviations from nought each is; empty where all are the same, which tells nothing apart."""
    middle = sum(numbers.values()) / max(len(numbers), 1)
    scale = sqrt(sum((number - middle) ** 2 for number in numbers.values()) / max(len(numbers), 1))
    return {pk: number / scale for pk, number in numbers.items()} if scale else {}


def _compared(own, others, columns, names):
    """A ``Lookalike`` for each municipality of which enough is known."""
    mine = [(name, numbers[own], numbers) for name, numbers in columns.items() if own in numbers]
    for pk in others:
        steps = {name: abs(number - numbers[pk]) for name, number, numbers in mine if pk in numbers}
        if pk != own and steps and len(steps) >= FEWEST_KNOWN * len(mine):
            weights = {name: HEAVY.get(name, 1) for name in steps}
            distance = sum(step * weights[name] for name, step in steps.items()) / sum(weights.values())
            yield Lookalike(pk, distance, _reasons(steps, weights, names))


def _reasons(steps, weights, names):
    """In what two municipalities are alike, what counts most first."""
    alike = sorted((-weights[name], step, name) for name, step in steps.items() if step <= ALIKE)
    return tuple(names[name] for _, _, name in alike[:MOST_REASONS])
