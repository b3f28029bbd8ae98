"""Which municipalities are most like one: by inhabitants, urbanity and the circumstances of those who live there."""

from collections import defaultdict
from dataclasses import dataclass
from math import log
from statistics import pstdev

from partners.models import Municipality
from partners.wording import joined

from .models import IndicatorValue, Measurement

SIZE, SIZE_NAME = "grootte", "grootte"
HEAVY = {SIZE: 2, "urbanity_class": 2}  # what makes a municipality another kind of place counts twice
ALIKE = 0.35  # standard deviations: this near, two municipalities are alike in something
MOST_REASONS = 3
FEWEST_KNOWN = 0.5  # of the features that the one municipality has, the other must have


@dataclass(frozen=True)
class Lookalike:
    """Another municipality; ``distance`` in standard deviations, ``reasons`` are in what they are alike."""

    municipality: Municipality
    distance: float
    reasons: list

    @property
    def in_words(self):
        """``Lijkt erop in grootte en aandeel 65-plussers``."""
        return f"Lijkt erop in {joined(self.reasons)}" if self.reasons else "Komt in cijfers het dichtst in de buurt"


def lookalikes(municipality, today):
    """The other municipalities of today, the most alike first; those of which too little is known are left out.

    4 queries, whatever there is. Source of the way to compare: standardised differences, as in nearest neighbours.
    """
    places = Municipality.objects.current(today).only("name", "slug", "kind", "population", "province")
    places = {place.pk: place for place in places}
    features, names = _features(places)
    mine = features.pop(municipality.pk, {})
    scales = _scales([mine, *features.values()])
    found = (_compared(places[pk], mine, theirs, scales, names) for pk, theirs in features.items())
    return sorted(filter(None, found), key=lambda each: (each.distance, each.municipality.pk))


def _features(places):
    """{municipality id: {feature: number}} and {feature: name}; size as a logarithm, since twice as large is a step."""
    features = defaultdict(dict)
    for pk, place in places.items():
        if place.population:
            features[pk][SIZE] = log(place.population)
    compared = {each.pk: each.indicator for each in Measurement.objects.latest() if each.indicator.is_compared}
    rows = IndicatorValue.objects.of(compared, places).values_list("municipality_id", "measurement_id", "value")
    for pk, measurement, value in rows:
        features[pk][compared[measurement].slug] = float(value)
    return features, {SIZE: SIZE_NAME} | {each.slug: each.short_name for each in compared.values()}


def _scales(every):
    """How far municipalities lie apart in each feature; one in which they are all the same tells nothing."""
    columns = defaultdict(list)
    for features in every:
        for name, number in features.items():
            columns[name].append(number)
    return {name: scale for name, numbers in columns.items() if (scale := pstdev(numbers))}


def _compared(place, mine, theirs, scales, names):
    steps = {name: abs(mine[name] - theirs[name]) / scales[name] for name in mine if name in theirs and name in scales}
    if not steps or len(steps) < FEWEST_KNOWN * len(mine):
        return None
    weights = {name: HEAVY.get(name, 1) for name in steps}
    distance = sum(steps[name] * weights[name] for name in steps) / sum(weights.values())
    alike = sorted((name for name in steps if steps[name] <= ALIKE), key=lambda name: (-weights[name], steps[name]))
    return Lookalike(place, distance, [names[name] for name in alike[:MOST_REASONS]])
