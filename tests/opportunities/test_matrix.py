"""The kansenkaart: themes with their levels, and what those rest on."""

from datetime import date

import pytest

from opportunities.choices import Chance, Need, Policy, Supply
from opportunities.matrix import MatrixMaker
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import ServiceFactory, SupplyCheckFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


@pytest.fixture
def municipality():
    return MunicipalityFactory()


def matrix(municipality, **options):
    return MatrixMaker([municipality.pk], TODAY, **options).matrix(municipality.pk)


def levels(row):
    return row.need, row.policy, row.supply


def test_of_a_municipality_of_which_nobody_knows_anything_all_is_missing(municipality):
    part = ThemeFactory(parent=ThemeFactory())

    rows = matrix(municipality).every_row

    assert [row.theme for row in rows] == [part.parent, part]
    assert [levels(row) for row in rows] == [(Need.UNKNOWN, Policy.UNKNOWN, Supply.UNKNOWN)] * 2
    assert [row.missing for row in rows] == [["behoefte", "beleid", "aanbod"]] * 2
    assert [(row.chance, row.why, row.figure) for row in rows] == [
        (Chance.UNKNOWN, "Vraag wat inwoners nodig hebben", None)
    ] * 2


def test_a_row_has_its_levels_and_the_rule_that_they_fall_under(municipality):
    theme = ThemeFactory()
    figure = needs(municipality, theme, Need.HIGH)
    wants(municipality, theme, "speerpunt")
    SupplyCheckFactory(municipality=municipality, theme=theme)

    [row] = matrix(municipality).rows

    assert levels(row) == (Need.HIGH, Policy.PRIORITY, Supply.NONE)
    assert (row.chance, row.why) == (Chance.BIG, "Veel behoefte, in het beleid, weinig aanbod")
    assert (row.missing, row.figure.measurement) == ([], figure.measurement)


def test_missing_names_what_nobody_knows(municipality):
    theme = ThemeFactory()
    needs(municipality, theme, Need.MEDIUM)
    ServiceFactory(municipality=municipality, themes=[theme])

    assert matrix(municipality).row_of(theme).missing == ["beleid"]


@pytest.mark.parametrize(
    ("own", "parts", "expected"),
    [
        (Need.LOW, [Need.HIGH, Need.MEDIUM], Need.HIGH),
        (Need.MEDIUM, [Need.LOW], Need.MEDIUM),
        (None, [Need.LOW, Need.MEDIUM], Need.MEDIUM),
        (Need.LOW, [], Need.LOW),
    ],
)
def test_where_only_needs_are_known_a_main_theme_has_the_largest(municipality, own, parts, expected):
    theme = ThemeFactory()
    if own:
        needs(municipality, theme, own)
    for need in parts:
        needs(municipality, ThemeFactory(parent=theme), need)

    row = matrix(municipality).row_of(theme)

    assert (row.need, row.figure.need) == (expected, expected)
    assert [part.need for part in row.parts] == parts


def test_need_of_one_part_and_supply_of_another_are_no_chance(municipality):
    main = ThemeFactory()
    needy, supplied = ThemeFactory.create_batch(2, parent=main)
    needs(municipality, needy, Need.HIGH)
    wants(municipality, supplied, "speerpunt")
    SupplyCheckFactory(municipality=municipality, theme=supplied)

    row = matrix(municipality).row_of(main)

    assert [part.chance for part in row.parts] == [Chance.HIGH_NEED, Chance.CHANCE]
    assert (row.chance, row.decided_by, row.need) == (Chance.CHANCE, supplied, Need.UNKNOWN)


def test_of_parts_with_the_same_outcome_the_one_furthest_from_the_middle_is_named(municipality):
    main = ThemeFactory()
    near, far = ThemeFactory.create_batch(2, parent=main)
    figures = [needs(municipality, part, Need.HIGH) for part in (near, far)]
    figures[1].value = 60
    figures[1].save()

    assert matrix(municipality).row_of(main).decided_by == far


def test_a_main_theme_that_decides_itself_names_no_part(municipality):
    main = ThemeFactory()
    needs(municipality, main, Need.HIGH)
    needs(municipality, ThemeFactory(parent=main), Need.LOW)

    row = matrix(municipality).row_of(main)

    assert (row.chance, row.decided_by) == (Chance.HIGH_NEED, None)


def test_a_figure_of_the_main_theme_says_nothing_of_a_part(municipality):
    part = ThemeFactory(parent=ThemeFactory())
    needs(municipality, part.parent, Need.HIGH)

    assert [row.need for row in matrix(municipality).every_row] == [Need.HIGH, Need.UNKNOWN]


def test_only_the_figure_that_decides_makes_a_need(municipality):
    theme = ThemeFactory()
    needs(municipality, theme, Need.LOW)
    other = needs(municipality, theme, Need.HIGH, is_lead=False)

    found = matrix(municipality)

    assert found.row_of(theme).need == Need.LOW
    assert other.measurement in [figure.measurement for figure in found.figures]
    assert len(matrix(municipality, leads_only=True).figures) == 1


def test_supply_of_different_parts_is_not_added_up(municipality):
    main = ThemeFactory()
    parts = ThemeFactory.create_batch(3, parent=main)
    for part in parts:
        ServiceFactory(municipality=municipality, themes=[part])

    row = matrix(municipality).row_of(main)

    assert [part.supply for part in row.parts] == [Supply.LIMITED] * 3
    assert row.supply != Supply.AMPLE


def test_a_part_has_its_own_policy_and_supply_not_those_of_the_main_theme(municipality):
    part = ThemeFactory(parent=ThemeFactory())
    wants(municipality, part.parent)
    ServiceFactory(municipality=municipality, themes=[part.parent])

    assert levels(matrix(municipality).row_of(part)) == (Need.UNKNOWN, Policy.UNKNOWN, Supply.UNKNOWN)


def test_who_looked_at_the_main_theme_looked_at_its_parts(municipality):
    part = ThemeFactory(parent=ThemeFactory())
    SupplyCheckFactory(municipality=municipality, theme=part.parent)

    assert [row.supply for row in matrix(municipality).every_row] == [Supply.NONE, Supply.NONE]


def test_who_looked_at_a_part_did_not_look_at_the_main_theme(municipality):
    part = ThemeFactory(parent=ThemeFactory())
    SupplyCheckFactory(municipality=municipality, theme=part)

    assert [row.supply for row in matrix(municipality).every_row] == [Supply.UNKNOWN, Supply.NONE]


def test_rows_are_given_by_chance_and_equal_ones_in_their_own_order(municipality):
    unknown, strength, chance, other = (ThemeFactory(position=place) for place in range(4))
    ServiceFactory.create_batch(3, municipality=municipality, themes=[strength])
    for theme in (chance, other):
        needs(municipality, theme, Need.HIGH)
        ServiceFactory(municipality=municipality, themes=[theme])

    found = matrix(municipality)

    assert [row.theme for row in found.rows] == [unknown, strength, chance, other]
    assert [row.theme for row in found.by_chance] == [chance, other, strength, unknown]
    assert [row.chance for row in found.by_chance[:2]] == [Chance.CHANCE, Chance.CHANCE]


def test_municipalities_that_are_loaded_together_stay_apart():
    theme, places = ThemeFactory(), MunicipalityFactory.create_batch(2)
    needs(places[0], theme, Need.HIGH)
    wants(places[1], theme)
    ServiceFactory(municipality=places[1], themes=[theme])

    maker = MatrixMaker([each.pk for each in places], TODAY)

    assert [levels(maker.matrix(each.pk).row_of(theme)) for each in places] == [
        (Need.HIGH, Policy.UNKNOWN, Supply.UNKNOWN),
        (Need.UNKNOWN, Policy.MENTIONED, Supply.LIMITED),
    ]


def fill(municipality, *themes):
    """One more of everything that a kansenkaart is made of, some of it from a municipality that went into it."""
    ended = MunicipalityFactory(valid_until="2025-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2025-01-01")
    for theme in themes:
        wants(municipality, theme)
        for place in (municipality, ended):
            ServiceFactory(municipality=place, themes=[theme])
            InitiativeFactory(places=[place], themes=[theme], phase="lopend")


def cost(*municipalities):
    ids = [each.pk for each in municipalities]

    def make():
        maker = MatrixMaker(ids, TODAY)
        return [maker.matrix(pk).by_chance[0].missing for pk in ids]

    return number_of_queries(make)


def test_costs_as_many_queries_for_three_municipalities_as_for_one():
    part = ThemeFactory(parent=ThemeFactory())
    places = MunicipalityFactory.create_batch(3)
    for place in places:
        needs(place, part, Need.HIGH, is_lead=place == places[0])
        fill(place, part, part.parent)

    assert cost(*places) == cost(places[0])


def test_costs_as_many_queries_for_three_of_everything_as_for_one(municipality):
    main = ThemeFactory()
    costs = []
    for _ in range(3):
        part = ThemeFactory(parent=main)
        needs(municipality, part, Need.HIGH)
        fill(municipality, main, part)
        costs.append(cost(municipality))

    assert costs == [costs[0]] * 3
