"""Which examples the municipalities are told: not everybody the same few."""

import random
from collections import Counter
from datetime import date

import pytest

from initiatives.completeness import with_completeness
from initiatives.fullness import with_fullness
from initiatives.models import Initiative
from opportunities.elsewhere import Recommendations
from opportunities.matrix import MatrixMaker
from partners.models import Municipality
from partners.successions import Successions

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)
MUNICIPALITIES = 70
MOST = 0.25  # of 70 municipalities
MOST_OF_ALL = 0.2  # of all: so that nearly every 70 of them stay below the quarter
FEWEST_OF_ALL = 0.045
SAMPLES = 50
MOST_SAMPLES = 5  # of fifty: chance alone brings an example that a sixth is told in a quarter of a few of them


@pytest.fixture(scope="module")
def told(starter_content, django_db_blocker):
    """What every municipality is told, first of its themes or as a lesson: {slug: slugs of examples}."""
    with django_db_blocker.unblock():
        everywhere = list(Municipality.objects.current(TODAY))
        successions = Successions.on(TODAY)
        maker = MatrixMaker([place.pk for place in everywhere], TODAY, leads_only=True, successions=successions)
        told = {}
        for place in everywhere:
            themes = [row.theme for row in maker.matrix(place.pk).most_striking(3)]
            recommendations = Recommendations(place, TODAY, successions)
            firsts = [example for example in recommendations.first_for(themes) if example]
            lessons = [lesson.initiative for lesson in recommendations.lessons(firsts, themes)]
            told[place.slug] = {example.slug for example in firsts + lessons}
    return told


@pytest.fixture(scope="module")
def fullest(starter_content, django_db_blocker):
    with django_db_blocker.unblock():
        examples = with_completeness(with_fullness(Initiative.objects.published().to_follow()))
        return list(examples.order_by("-fullness", "-completeness", "sort_key").values_list("slug", flat=True)[:5])


@pytest.fixture(scope="module")
def samples(told):
    """How many of 70 municipalities are told each example, for fifty choices of 70."""
    counts = []
    for seed in range(SAMPLES):
        chosen = random.Random(seed).sample(sorted(told), MUNICIPALITIES)  # noqa: S311 the same ones in every run
        counts.append(Counter(slug for place in chosen for slug in told[place]))
    return counts


def test_no_example_is_told_in_more_than_a_fifth_of_all_municipalities(told):
    counts = Counter(slug for slugs in told.values() for slug in slugs)

    assert {slug: count for slug, count in counts.items() if count > MOST_OF_ALL * len(told)} == {}


def test_the_five_fullest_examples_are_told_in_many_places(told, fullest):
    counts = Counter(slug for slugs in told.values() for slug in slugs)

    assert [slug for slug in fullest if counts[slug] < FEWEST_OF_ALL * len(told)] == []


def test_hardly_any_seventy_municipalities_have_an_example_in_more_than_a_quarter(samples):
    too_often = [counts for counts in samples if max(counts.values()) > MOST * MUNICIPALITIES]

    assert len(too_often) <= MOST_SAMPLES


def test_hardly_any_seventy_municipalities_miss_one_of_the_five_fullest(samples, fullest):
    missing = [counts for counts in samples if not set(fullest) <= set(counts)]

    assert len(missing) <= MOST_SAMPLES
