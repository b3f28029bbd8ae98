"""Every public page has a document with what it is found by; what is not public has none."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from initiatives.choices import EntryKind
from initiatives.models import Initiative
from partners.models import Organisation
from search.codes import code
from search.options import load_options
from search.registry import FACETS, kinds_in_order
from tests.documents import write_documents
from tests.event_factories import EventFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.search.conftest import document_of, found_titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
KINDS = {
    "praktijkvoorbeeld": InitiativeFactory,
    "thema": ThemeFactory,
    "gemeente": MunicipalityFactory,
    "bibliotheek": LibraryFactory,
    "partner": PartnerFactory,
    "netwerk": NetworkFactory,
    "bijeenkomst": EventFactory,
}
TITLE_OF = {"praktijkvoorbeeld": "title", "bijeenkomst": "title"}


def codes_of(thing, kind):
    return set(document_of(thing, kind).codes)


def test_every_kind_has_a_document_whose_address_answers(client):
    things = {kind: make(**{TITLE_OF.get(kind, "name"): f"Naam van {kind}"}) for kind, make in KINDS.items()}
    write_documents()

    documents = {kind: document_of(thing, kind) for kind, thing in things.items()}

    titles = {kind: (document.title, document.card["title"]) for kind, document in documents.items()}
    assert titles == {kind: (f"Naam van {kind}",) * 2 for kind in KINDS}
    assert [kind for kind, document in documents.items() if code("soort", kind) not in document.codes] == []
    answers = {kind: client.get(document.card["url"]).status_code for kind, document in documents.items()}
    assert answers == dict.fromkeys(KINDS, 200)


HANGS_UNDER = [
    {"themes": ThemeFactory}, {"networks": NetworkFactory}, {"publishers": PartnerFactory},
    {"initiatives": InitiativeFactory}, {"publishers": LibraryFactory}, {"publishers": MunicipalityFactory},
    {"networks": lambda: NetworkFactory(archived_on=date(2020, 1, 1)), "themes": ThemeFactory},
    {"meetings": EventFactory},
    {"publishers": lambda: PartnerFactory(archived_on=date(2020, 1, 1))},
    {"publishers": lambda: LibraryFactory(archived_on=date(2020, 1, 1)), "themes": ThemeFactory},
    {"initiatives": lambda: InitiativeFactory(publication_state="gearchiveerd"), "networks": NetworkFactory},
]  # fmt: skip


def paper_under(number, relations):
    paper = DocumentFactory(title=f"Folder {number}")
    for relation, factory in relations.items():
        getattr(paper, relation).set([factory()])
    if "initiatives" in relations:
        paper.initiatives.add(InitiativeFactory())
    return paper


def test_a_document_without_file_leads_to_a_page_that_answers(client):
    papers = [paper_under(number, relations) for number, relations in enumerate(HANGS_UNDER)]
    write_documents()

    documents = [document_of(paper, "document") for paper in papers]

    assert [document.title for document in documents] == [paper.title for paper in papers]
    addresses = {document.title: document.card["url"] for document in documents if document.card["url"]}
    assert {title: client.get(url).status_code for title, url in addresses.items()} == dict.fromkeys(addresses, 200)


def test_a_document_with_an_address_of_its_own_leads_there():
    paper = DocumentFactory(url="https://voorbeeld.nl/folder.pdf")
    write_documents()

    assert document_of(paper, "document").card["url"] == "https://voorbeeld.nl/folder.pdf"


def test_what_ended_is_found_under_the_municipality_of_today():
    amsterdam = MunicipalityFactory(name="Amsterdam", slug="amsterdam")
    weesp = MunicipalityFactory(name="Weesp", valid_until=date(2022, 3, 24))
    SuccessionFactory(predecessor=weesp, successor=amsterdam)
    initiative, library = InitiativeFactory(title="Koffie", places=[weesp]), LibraryFactory(name="Bieb")
    library.work_area.set([weesp])

    assert found_titles("", gemeente="amsterdam") == ["Amsterdam", "Bieb", "Koffie"]
    assert found_titles("weesp", soort="praktijkvoorbeeld") == ["Koffie"]
    assert found_titles("weesp", soort="gemeente") == ["Amsterdam"]
    assert code("provincie", amsterdam.province_id) in codes_of(initiative, "praktijkvoorbeeld")


def test_an_ended_municipality_lives_on_through_another():
    names = ["A", "B", "C"]
    first, second, third = [MunicipalityFactory(name=name, slug=name.lower()) for name in names]
    for one, other, year in [(first, second, 2001), (second, third, 2010)]:
        SuccessionFactory(predecessor=one, successor=other, takes_effect_on=date(year, 1, 1))
        one.valid_until = date(year, 1, 1)
        one.save()
    initiative = InitiativeFactory(places=[first])
    write_documents()

    gemeente = {code("gemeente", each.pk) for each in (first, second, third)}
    assert codes_of(initiative, "praktijkvoorbeeld") & gemeente == {code("gemeente", third.pk)}


def test_a_municipality_is_found_by_its_other_names():
    MunicipalityAliasFactory(municipality=MunicipalityFactory(name="’s-Gravenhage"), name="Den Haag")

    assert found_titles("den haag") == ["’s-Gravenhage"]


def test_an_office_gives_the_code_of_what_it_is_an_office_of():
    uwv = PartnerFactory(name="UWV")
    office = PartnerFactory(name="UWV Hoorn", parent=uwv)
    network, paper = NetworkFactory(), DocumentFactory()
    NetworkMemberFactory(network=network, organisation=office)
    paper.publishers.set([office])
    things = [
        (InitiativeFactory(partners=[office]), "praktijkvoorbeeld"), (network, "netwerk"), (paper, "document"),
        (office, "partner"),
    ]  # fmt: skip
    write_documents()

    both = {code("partner", uwv.pk), code("partner", office.pk)}
    assert [kind for thing, kind in things if not both <= codes_of(thing, kind)] == []


def test_a_part_of_a_theme_gives_the_code_of_the_whole():
    whole = ThemeFactory(name="Leren")
    part = ThemeFactory(name="Taal", parent=whole)
    paper, initiative = DocumentFactory(), InitiativeFactory(themes=[part])
    paper.themes.set([part])
    write_documents()

    both = {code("thema", whole.pk), code("thema", part.pk)}
    kinds = [(part, "thema"), (initiative, "praktijkvoorbeeld"), (paper, "document")]
    assert [codes_of(*each) & both for each in kinds] == [both] * 3
    assert codes_of(whole, "thema") & both == {code("thema", whole.pk)}


def test_an_example_has_all_its_codes():
    group, province = TargetGroupFactory(), ProvinceFactory()
    place, care, library = (
        MunicipalityFactory(province=province),
        PartnerFactory(sector="zorg-en-welzijn"),
        LibraryFactory(),
    )
    initiative = InitiativeFactory(
        phase="pilot", year=2014, target_groups=[group], places=[place], partners=[care, library]
    )
    write_documents()

    assert codes_of(initiative, "praktijkvoorbeeld") == {
        code("compleet", 28),  # percent
        code("soort", "praktijkvoorbeeld"), code("fase", "pilot"), code("jaar", 2014), code("doelgroep", group.pk),
        code("gemeente", place.pk), code("provincie", province.pk), code("partner", care.pk),
        code("soort-partner", "zorg-en-welzijn"), code("bibliotheek", library.pk), code("wat", "practice"),
    }  # fmt: skip


def test_quality_is_freshness_and_completeness():
    today, library = timezone.localdate(), LibraryFactory()
    stale = InitiativeFactory()
    fresh = InitiativeFactory(confirmed_on=today, confirmed_by=library, next_check_on=today + timedelta(1))
    write_documents()

    stale, fresh = (document_of(each, "praktijkvoorbeeld").quality for each in (stale, fresh))
    assert (stale < 100, fresh > 100) == (True, True)


def test_no_two_fixed_choices_share_a_number():
    kinds = [kind.name for kind in kinds_in_order()]
    choices = {"soort": kinds, "soort-partner": Organisation.Sector.values, "fase": Initiative.Phase.values}
    choices["wat"] = EntryKind.values
    codes = {facet: {code(facet, value) for value in values} for facet, values in choices.items()}

    assert {facet: len(found) for facet, found in codes.items()} == {
        facet: len(values) for facet, values in choices.items()
    }


def test_every_facet_has_a_label_and_options():
    assert [name for name, facet in FACETS.items() if not facet.label] == []
    assert set(load_options()) == set(FACETS) - {"jaar", "volheid", "compleet"}


@pytest.mark.parametrize("length", [1_000, 30_000])
def test_a_text_of_any_length_is_written_and_holds_up_nothing_else(length):
    InitiativeFactory(title="Lang", goal=" ".join(f"woord{number}x{number * 7919}" for number in range(length)))
    InitiativeFactory(title="Gewoon")
    write_documents()

    assert found_titles("gewoon") == ["Gewoon"]
    assert found_titles("lang") == ["Lang"]
