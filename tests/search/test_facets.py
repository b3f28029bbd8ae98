"""The filter form: which values are there, which are shown at once, and which can be chosen."""

import pytest

from initiatives.filters import InitiativeFilter
from search.filters import SearchFilter
from tests.documents import write_documents
from tests.event_factories import EventFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.search.conftest import asked, document_of
from tests.search.facet_reading import boxes, shown_counts

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_those_with_most_documents_are_shown():
    partners = [PartnerFactory(slug=f"a{number:02}", name=f"A{number:02}") for number in range(20)]
    for number, partner in enumerate(partners):
        for _ in range(1 + number % 10 // 8):
            InitiativeFactory(partners=[partner])

    facet = asked("", InitiativeFilter).facets["partner"]

    expected = {"a08", "a09", "a18", "a19"} | {f"a{number:02}" for number in range(8)}
    assert ({value.key for value in facet.shown}, facet.size, facet.has_more) == (expected, 20, True)


def test_parts_stand_under_the_whole():
    leren, uwv = ThemeFactory(slug="leren"), PartnerFactory(slug="uwv")
    InitiativeFactory(
        themes=[ThemeFactory(slug="taal", parent=leren)], partners=[PartnerFactory(slug="uwv-hoorn", parent=uwv)]
    )
    facets = asked("", InitiativeFilter).facets

    for name, whole, part in (("thema", "leren", "taal"), ("partner", "uwv", "uwv-hoorn")):
        [value] = facets[name].values
        assert (value.key, value.count, [(each.key, each.count) for each in value.parts]) == (whole, 1, [(part, 1)])


def test_choosing_the_whole_finds_the_parts():
    leren, uwv, province = ThemeFactory(slug="leren"), PartnerFactory(slug="uwv"), ProvinceFactory(slug="nh")
    initiative = InitiativeFactory(
        themes=[ThemeFactory(parent=leren)],
        partners=[PartnerFactory(parent=uwv)],
        places=[MunicipalityFactory(province=province)],
    )
    InitiativeFactory()
    write_documents()

    for query in ({"thema": "leren"}, {"partner": "uwv"}, {"provincie": "nh"}):
        assert list(asked("", InitiativeFilter, **query).found) == [document_of(initiative, "praktijkvoorbeeld").id]


def test_years_are_those_of_the_documents_newest_first():
    for year in (2014, 2019, None, 2014):
        InitiativeFactory(year=year)

    facet = asked("", InitiativeFilter).facets["jaar"]

    assert [(value.key, value.label, value.count) for value in facet.values] == [
        ("2019", "2019", 1),
        ("2014", "2014", 2),
    ]


def test_everything_is_counted_by_kind():
    InitiativeFactory(themes=[ThemeFactory()])
    LibraryFactory()
    EventFactory()

    facet = asked("", SearchFilter).facets["soort"]

    counts = shown_counts(facet)
    there = dict.fromkeys(["praktijkvoorbeeld", "thema", "bibliotheek", "bijeenkomst"], 1)
    assert counts == dict.fromkeys(counts, 0) | there
    assert [counts[kind] for kind in ("gemeente", "partner", "netwerk", "document")] == [0, 0, 0, 0]


def test_a_value_without_documents_is_there_and_cannot_be_chosen(client):
    InitiativeFactory(phase="pilot")
    found = boxes(client, "/praktijkvoorbeelden/").boxes

    assert [("disabled" in found["fase", value]) for value in ("idee", "pilot", "gestopt")] == [True, False, True]


def test_a_chosen_value_without_documents_can_be_unticked(client):
    InitiativeFactory(phase="pilot", year=2014)
    InitiativeFactory(phase="idee", year=2019)

    box = boxes(client, "/praktijkvoorbeelden/", fase="idee", jaar="2014").boxes["fase", "idee"]

    assert ("checked" in box, "disabled" in box) == (True, False)


def test_all_parts_of_a_shown_whole_are_shown():
    whole = ThemeFactory(slug="z", position=1)
    parts = [ThemeFactory(slug=f"deel-{number:02}", parent=whole) for number in range(14)]
    InitiativeFactory(themes=[parts[0]])

    [value] = asked("", InitiativeFilter).facets["thema"].shown

    assert (value.key, len(value.parts)) == ("z", 14)


def test_what_leaves_nothing_comes_after_what_does():
    for number, slug in enumerate(["a", "b", "c"], 1):
        ThemeFactory(slug=slug, position=number)
    InitiativeFactory(themes=[ThemeFactory(slug="d", position=9)])

    assert [value.key for value in asked("", InitiativeFilter).facets["thema"].values] == ["d", "a", "b", "c"]


def test_a_municipality_that_ended_finds_what_happened_there_under_its_old_address():
    amsterdam = MunicipalityFactory(name="Amsterdam")
    weesp = MunicipalityFactory(name="Weesp", valid_until="2022-03-24")
    SuccessionFactory(predecessor=weesp, successor=amsterdam, takes_effect_on="2022-03-24")
    InitiativeFactory(title="Leeskring", places=[weesp])
    InitiativeFactory(title="Elders")

    filterset = asked("", InitiativeFilter, gemeente=weesp.slug)

    assert [document.title for document in filterset.results[:5]] == ["Leeskring"]
    assert filterset.chips[0][0] == "Weesp (nu Amsterdam)"
    assert {value.key for value in filterset.facets["gemeente"].values if value.is_chosen} == {amsterdam.slug}
