"""Rows of another curator cannot be ticked, and say whose they are."""

import pytest

from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ProvinceFactory
from tests.queries import number_of_queries
from tests.role_factories import national_curator, province_curator

pytestmark = pytest.mark.django_db
LISTS = ["initiatives/initiative", "partners/library"]


@pytest.fixture
def provinces():
    """The province of the curator, and another."""
    return ProvinceFactory(name="Drenthe"), ProvinceFactory(name="Zeeland")


def fill(provinces):
    """One row of both provinces in both lists."""
    for province in provinces:
        LibraryFactory(province=province)
        InitiativeFactory().places.add(MunicipalityFactory(province=province))


def boxes_and_page(client, name):
    """How many rows can be ticked, and the page."""
    page = client.get(f"/beheer/{name}/").content.decode()
    return page.count('name="_selected_action"'), page


def test_only_own_rows_can_be_ticked(client, provinces):
    fill(provinces)
    client.force_login(province_curator(provinces[0]))

    for name in LISTS:
        boxes, page = boxes_and_page(client, name)

        assert (name, boxes, "Hoort bij Zeeland" in page, "Hoort bij Drenthe" in page) == (name, 1, True, False)


def test_a_row_of_nobody_says_that_it_cannot_be_changed(client, provinces):
    InitiativeFactory()
    client.force_login(province_curator(provinces[0]))

    boxes, page = boxes_and_page(client, "initiatives/initiative")

    assert (boxes, "Hier mag je niets aan veranderen" in page) == (0, True)


def test_a_national_curator_ticks_all(client, provinces):
    fill(provinces)
    client.force_login(national_curator())

    assert [boxes_and_page(client, name)[0] for name in LISTS] == [2, 2]


def test_a_list_costs_the_same_with_more_rows_of_others(client, provinces):
    client.force_login(province_curator(provinces[0]))
    fill(provinces)
    few = [number_of_queries(lambda name=name: client.get(f"/beheer/{name}/")) for name in LISTS]
    fill(provinces)
    fill(provinces)

    assert [number_of_queries(lambda name=name: client.get(f"/beheer/{name}/")) for name in LISTS] == few
