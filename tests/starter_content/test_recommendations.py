"""Which examples the municipalities are told: not everybody the same few."""

import random
from collections import Counter
from datetime import date

import pytest

from initiatives.completeness import with_completeness
from opportunities.elsewhere import Recommendations, examples_not_in, with_fullness
from opportunities.matrix import MatrixMaker
from partners.models import Municipality
from partners.successions import Successions

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)
MUNICIPALITIES = 70
MOST = 0.25  # of the municipalities


@pytest.fixture(scope="module")
def told(starter_content, django_db_blocker):
    """How many of 70 municipalities are told each example, by slug: first of a theme, or as a lesson."""
    with django_db_blocker.unblock():
        everywhere = list(Municipality.objects.current(TODAY))
        chosen = random.Random(1).sample(everywhere, MUNICIPALITIES)  # noqa: S311 the same ones in every run
        successions = Successions.on(TODAY)
        maker = MatrixMaker([place.pk for place in chosen], TODAY, leads_only=True, successions=successions)
        counts = Counter()
        for place in chosen:
            themes = [row.theme for row in maker.matrix(place.pk).most_striking(3)]
            recommendations = Recommendations(place, TODAY, successions)
            firsts = [example for example in recommendations.first_for(themes) if example]
            lessons = [lesson.initiative for lesson in recommendations.lessons(firsts)]
            counts.update(example.slug for example in firsts + lessons)
    return counts


def test_no_example_is_told_in_more_than_a_quarter_of_the_municipalities(told):
    assert {slug: count for slug, count in told.items() if count > MOST * MUNICIPALITIES} == {}


def test_the_five_fullest_examples_are_told_somewhere(told):
    examples = with_completeness(with_fullness(examples_not_in([])))
    fullest = examples.order_by("-fullness", "-completeness", "sort_key").values_list("slug", flat=True)[:5]

    assert [slug for slug in fullest if slug not in told] == []
