"""How complete an example is: the same for one and for a list, and what the site cannot do without."""

import pytest

from initiatives.completeness import CHECKS, missing_of, percentage, with_completeness
from initiatives.models import Initiative
from tests.factories import (
    ContactPersonFactory,
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.review_factories import publishable

pytestmark = pytest.mark.django_db
ALWAYS = "title"  # no example without one can be stored

FILLED_BY = [
    ("themes", lambda one: one.themes.add(ThemeFactory())),
    ("places", lambda one: one.places.add(MunicipalityFactory())),
    ("places", {"is_national": True}),
    ("lead", lambda one: ParticipationFactory(initiative=one, role="trekker")),
    ("sources", lambda one: one.sources.add(SourceFactory())),
    ("sources", lambda one: change(one, confirmed_on="2026-01-01", confirmed_by=LibraryFactory())),
    ("target_groups", lambda one: one.target_groups.add(TargetGroupFactory())),
    ("background", {"background": "x"}),
    ("goal", {"goal": "x"}),
    ("approach", {"approach": "x"}),
    ("materials", {"materials": "x"}),
    ("cost_band", {"cost_band": "geen"}),
    ("cost_band", {"cost_note": "x"}),
    ("effort", {"effort": "x"}),
    ("results", {"results": "x"}),
    ("results", lambda one: FigureFactory(initiative=one)),
    ("lessons", {"lessons": "x"}),
    ("transferability", {"transferability": "x"}),
    ("transferability", {"preconditions": "x"}),
    ("phase", {"phase": "pilot"}),
    ("year", {"year": 2016}),
    ("contact", lambda one: change(one, contact=ContactPersonFactory())),
]


def change(initiative, **values):
    Initiative.objects.filter(pk=initiative.pk).update(**values)


def names(missing):
    return {check.name for check in missing}


def annotated(initiative):
    return with_completeness(Initiative.objects.filter(pk=initiative.pk)).get().completeness


def test_an_empty_example_misses_all_but_its_title():
    missing = missing_of(InitiativeFactory())

    assert names(missing) == names(CHECKS) - {ALWAYS}
    assert percentage(missing) == 6


def test_each_thing_counts_for_one():
    wrong = []

    for name, fill in FILLED_BY:
        initiative = InitiativeFactory()
        change(initiative, **fill) if isinstance(fill, dict) else fill(initiative)
        missing, share = names(missing_of(initiative)), annotated(initiative)
        if missing != names(CHECKS) - {ALWAYS, name} or share != pytest.approx(100 * 2 / len(CHECKS)):
            wrong.append((name, fill, missing, share))

    assert wrong == []


def test_every_check_is_tried_above():
    assert {name for name, _ in FILLED_BY} | {ALWAYS} == names(CHECKS)


def test_a_partner_is_no_lead():
    initiative = InitiativeFactory()
    ParticipationFactory(initiative=initiative, role="partner")

    assert "lead" in names(missing_of(initiative))


def test_what_two_of_a_kind_add_is_counted_once():
    initiative = publishable(themes=ThemeFactory.create_batch(3))
    FigureFactory.create_batch(2, initiative=initiative)

    assert annotated(initiative) == pytest.approx(100 * 6 / len(CHECKS))
    assert with_completeness(Initiative.objects.all()).count() == 1


def test_required_is_what_the_site_cannot_do_without():
    assert [check.name for check in CHECKS if check.is_required] == ["title", "themes", "places", "lead", "sources"]


def test_what_is_required_is_told_first():
    missing = missing_of(InitiativeFactory(themes=[ThemeFactory()]))

    assert [check.is_required for check in missing] == [True] * 3 + [False] * 13


def test_an_example_with_everything_is_complete():
    initiative = publishable(target_groups=[TargetGroupFactory()])
    filled = {name: value for _, fill in FILLED_BY if isinstance(fill, dict) for name, value in fill.items()}

    change(initiative, contact=ContactPersonFactory(), **filled)

    assert (missing_of(initiative), annotated(initiative)) == ([], 100)


def test_one_example_costs_one_query(django_assert_num_queries):
    initiative = publishable()

    with django_assert_num_queries(1):
        missing_of(initiative)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_one_query(django_assert_num_queries, count):
    for _ in range(count):
        publishable()

    with django_assert_num_queries(1):
        found = [initiative.completeness for initiative in with_completeness(Initiative.objects.all())]

    assert len(found) == count
