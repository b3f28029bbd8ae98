"""Which municipalities are most like one: by inhabitants, urbanity and the circumstances of those who live there."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from math import log, sqrt
from operator import attrgetter

from partners.models import Municipality
from wording.enumerations import joined

from .models import IndicatorValue, Measurement

SIZE = "grootte"
# what makes a municipality another kind of place counts twice
WEIGHTS = {SIZE: 2, "urbanity_class": 2}
# standard deviations: this near, two municipalities are alike in something
ALIKE = 0.35
MOST_REASONS = 3
# what is told otherwise than as a share
EQUALLY = {SIZE: "even groot", "stedelijkheid": "even stedelijk"}
FEWEST_KNOWN = 0.5  # of the features that the one municipality has, the other must have


@dataclass(frozen=True)
class KeptFigures:
    """The figures of one measurement, standardised, by the id of the municipality; and when they last changed."""

    changed_at: datetime
    numbers: dict[int, float]


_kept_figures: dict[int, KeptFigures] = {}  # by the id of the measurement, per worker


@dataclass(frozen=True)
class Lookalike:
    """Another municipality, by its id; ``distance`` in standard deviations, ``reasons`` are in what they are alike."""

    pk: int
    distance: float
    reasons: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """``Ongeveer even groot en even stedelijk, met een vergelijkbaar aandeel 65-plussers``."""
        equals = []
        shares = []
        for reason in self.reasons:
            if reason in EQUALLY:
                equals.append(EQUALLY[reason])
            else:
                shares.append(reason)
        parts = []
        if equals:
            parts.append(f"ongeveer {joined(equals)}")
        if shares:
            parts.append(f"met een vergelijkbaar {joined(shares)}")
        sentence = ", ".join(parts) or "komt in cijfers het dichtst in de buurt"
        return sentence[:1].upper() + sentence[1:]


@dataclass(frozen=True)
class Feature:
    """Something in which municipalities can be alike; ``numbers`` by the id of the municipality, standardised."""

    slug: str
    name: str
    numbers: dict[int, float]

    @cached_property
    def weight(self) -> int:
        """How often it counts."""
        return WEIGHTS.get(self.slug, 1)


@dataclass(frozen=True)
class Likeness:
    """How near two municipalities are in one feature, in standard deviations."""

    feature: Feature
    distance: float

    @property
    def rank(self) -> tuple[int, float, str]:
        """What counts most comes first, then what is nearest."""
        return -self.feature.weight, self.distance, self.feature.slug


def lookalikes(
    municipality: Municipality,
    today: date,
) -> list[Lookalike]:
    """The other municipalities of today, the most alike first; those of which too little is known are left out.

    2 queries, and one more after figures changed. Standardised differences, as in a search for nearest neighbours.
    """
    of_today = Municipality.objects.current(today).order_by()
    inhabitants = dict(of_today.values_list("pk", "population"))
    features = [size_feature(inhabitants), *figure_features()]
    known = [feature for feature in features if municipality.pk in feature.numbers]
    alike = []
    for pk in inhabitants:
        if pk == municipality.pk:
            continue
        lookalike = compared(municipality.pk, pk, known)
        if lookalike:
            alike.append(lookalike)
    return sorted(alike, key=attrgetter("distance", "pk"))


def municipalities_of(alike: list[Lookalike]) -> dict[int, Municipality]:
    """{id: municipality} of these, in 1 query."""
    ids = {lookalike.pk for lookalike in alike}
    return Municipality.objects.only("name", "slug", "kind").in_bulk(ids)


def compared(
    own_id: int,
    other_id: int,
    features: list[Feature],
) -> Lookalike | None:
    """How alike the other is, by features that are known of the first; ``None`` where too little is known of it."""
    shared = [feature for feature in features if other_id in feature.numbers]
    if not shared or len(shared) < FEWEST_KNOWN * len(features):
        return None
    total = 0.0
    total_weight = 0
    alike = []
    for feature in shared:
        own_number = feature.numbers[own_id]
        other_number = feature.numbers[other_id]
        distance = abs(own_number - other_number)
        total += distance * feature.weight
        total_weight += feature.weight
        if distance <= ALIKE:
            alike.append(Likeness(feature, distance))
    alike.sort(key=attrgetter("rank"))
    strongest = alike[:MOST_REASONS]
    reasons = [likeness.feature.name for likeness in strongest]
    return Lookalike(
        pk=other_id,
        distance=total / total_weight,
        reasons=tuple(reasons),
    )


def size_feature(inhabitants: dict[int, int | None]) -> Feature:
    """The size of municipalities, by {id: number of inhabitants}: twice as many is one step, however many they are."""
    sizes = {}
    for pk, number in inhabitants.items():
        if number:
            sizes[pk] = log(number)
    return Feature(SIZE, SIZE, standardised(sizes))


def figure_features() -> list[Feature]:
    """A feature for each indicator by which municipalities are compared.

    Figures are kept in memory, and read again only where the database says that they changed.
    """
    measurements = Measurement.objects.compared()
    stale = [measurement for measurement in measurements if is_stale(measurement)]
    if stale:
        read_again(stale)
    features = []
    for measurement in measurements:
        indicator = measurement.indicator
        feature = Feature(
            slug=indicator.slug,
            name=indicator.short_name,
            numbers=_kept_figures[measurement.pk].numbers,
        )
        features.append(feature)
    return features


def is_stale(measurement: Measurement) -> bool:
    """Whether the figures of this measurement are not in memory, or changed since they came there."""
    kept = _kept_figures.get(measurement.pk)
    if kept is None:
        return True
    return kept.changed_at != measurement.spread.changed_at


def read_again(measurements: list[Measurement]) -> None:
    """Keep the figures of these measurements in memory, standardised; 1 query."""
    figures: dict[int, dict[int, float]] = defaultdict(dict)
    values = IndicatorValue.objects.filter(measurement__in=measurements)
    rows = values.values_list("measurement_id", "municipality_id", "value")
    for measurement_id, municipality_id, value in rows:
        figures[measurement_id][municipality_id] = float(value)
    for measurement in measurements:
        _kept_figures[measurement.pk] = KeptFigures(
            changed_at=measurement.spread.changed_at,
            numbers=standardised(figures[measurement.pk]),
        )


def standardised(numbers: dict[int, float]) -> dict[int, float]:
    """How many standard deviations from nought each is; empty where all are the same, which tells nothing apart."""
    count = max(len(numbers), 1)
    middle = sum(numbers.values()) / count
    squares = [(number - middle) ** 2 for number in numbers.values()]
    deviation = sqrt(sum(squares) / count)
    if not deviation:
        return {}
    return {pk: number / deviation for pk, number in numbers.items()}
