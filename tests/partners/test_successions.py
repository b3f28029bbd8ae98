"""Real cases: Weesp went to Amsterdam, Haaren was split, Sluis came back as another municipality."""

from datetime import date

import pytest

from partners.successions import Successions
from tests.factories import MunicipalityFactory, SuccessionFactory

TODAY = date(2026, 1, 1)


def walked(*arrows):
    """Successions between municipalities that are told by a letter: ``AB`` is A that went to B."""
    return Successions([(*arrow, TODAY) for arrow in arrows])


def test_municipality_that_never_ended_lives_on_as_itself():
    assert walked("AB").living_on_in("C") == ["C"]


def test_chain_is_walked_in_one_hop():
    assert walked("AB", "BC", "CD").living_on_in("A") == ["D"]


def test_split_gives_all_parts():
    assert walked("AB", "AC", "AD").living_on_in("A") == ["B", "C", "D"]


def test_parts_that_came_together_again_are_told_once():
    assert walked("AB", "AC", "BD", "CD").living_on_in("A") == ["D"]


def test_main_part_that_merged_later_still_comes_first():
    assert walked("AB", "AC", "BD").living_on_in("A") == ["D", "C"]


def test_all_that_ended_in_a_municipality_are_found_branch_by_branch():
    assert walked("AB", "BC", "XC").merged_into("C") == ["C", "B", "A", "X"]


def test_municipality_that_took_nothing_over_is_only_itself():
    assert walked("AB").merged_into("A") == ["A"]


@pytest.mark.parametrize(
    ("arrows", "ended_in_it"), [(["AA"], ["A"]), (["AB", "BA"], ["A", "B"]), (["AB", "BC", "CA"], ["A", "C", "B"])]
)
def test_loop_in_the_data_ends(arrows, ended_in_it):
    successions = walked(*arrows)

    assert successions.living_on_in("A") == ["A"]
    assert successions.merged_into("A") == ended_in_it


def test_exit_of_a_loop_in_the_data_is_found():
    assert walked("AB", "BA", "BC").living_on_in("A") == ["C"]


@pytest.mark.django_db
def test_successions_are_loaded_in_one_query(django_assert_num_queries):
    weesp = SuccessionFactory()

    with django_assert_num_queries(1):
        successions = Successions.on(TODAY)

    assert successions.living_on_in(weesp.predecessor_id) == [weesp.successor_id]


@pytest.mark.django_db
def test_main_part_of_a_split_comes_first():
    haaren = MunicipalityFactory()
    for is_main_part in (False, True, False):
        SuccessionFactory(predecessor=haaren, is_main_part=is_main_part)
    first, main, last = [each.successor_id for each in haaren.successions.order_by("pk")]

    assert Successions.on(TODAY).living_on_in(haaren.pk) == [main, first, last]


@pytest.mark.django_db
def test_name_that_came_back_makes_no_loop():
    old, new = MunicipalityFactory.create_batch(2, name="Sluis")
    between = MunicipalityFactory(name="Sluis-Aardenburg")
    SuccessionFactory(predecessor=old, successor=between, takes_effect_on=date(1995, 1, 1))
    SuccessionFactory(predecessor=between, successor=new, takes_effect_on=date(2003, 1, 1))

    successions = Successions.on(TODAY)

    assert successions.living_on_in(old.pk) == [new.pk]
    assert successions.merged_into(new.pk) == [new.pk, between.pk, old.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(("takes_effect_on", "in_force"), [(date(2026, 1, 1), True), (date(2026, 1, 2), False)])
def test_succession_is_in_force_from_its_day_on(takes_effect_on, in_force):
    coming = SuccessionFactory(takes_effect_on=takes_effect_on)
    expected = coming.successor_id if in_force else coming.predecessor_id

    assert Successions.on(TODAY).living_on_in(coming.predecessor_id) == [expected]
