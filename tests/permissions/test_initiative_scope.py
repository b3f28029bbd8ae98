"""Whose an initiative is, and with it what hangs under it: its lead library's province, else its places."""

import pytest

from tests import evidence_factories as evidence
from tests import factories
from tests.factories import InitiativeFactory, ProvinceFactory
from tests.role_factories import MembershipFactory, province_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def provinces():
    return {"A": ProvinceFactory(code="PV80"), "B": ProvinceFactory(code="PV81"), "": None}


def curators_of(thing, provinces):
    """The letters of the provinces whose curator may change it."""
    manager = type(thing)._default_manager
    users = {letter: province_curator(provinces[letter]) for letter in "AB"}
    return "".join(letter for letter in "AB" if manager.editable_by(users[letter]).filter(pk=thing.pk).exists())


def initiative_of(provinces, places="", leads="", partners="", **fields):
    """Places, lead libraries and libraries that take part, each a letter of its province."""
    initiative = InitiativeFactory(places=[municipality(provinces[letter]) for letter in places], **fields)
    for role, letters in {"trekker": leads, "partner": partners}.items():
        for letter in letters:
            library = factories.LibraryFactory(province=provinces[letter])
            factories.ParticipationFactory(initiative=initiative, organisation=library, role=role)
    return initiative


def municipality(province):
    return factories.MunicipalityFactory(province=province)


def test_whose_an_initiative_is(provinces):
    cases = [
        ({"leads": "A", "places": "B"}, "A"),
        ({"leads": "A"}, "A"),
        ({"leads": "AB"}, "AB"),
        ({"leads": "AA"}, "A"),
        ({"leads": "AB", "places": "A"}, "AB"),
        ({"places": "A"}, "A"),
        ({"places": "AB"}, "AB"),
        ({"places": "A", "partners": "B"}, "A"),
        ({"partners": "A"}, ""),
        ({"leads": "A", "places": "A", "is_national": True}, ""),
        ({"places": "A", "is_national": True}, ""),
        ({}, ""),
        ({"leads": "A", "publication_state": "gearchiveerd"}, "A"),
        ({"places": "A", "publication_state": "concept"}, "A"),
        ({"leads": "A", "places": "B", "publication_state": "ingezonden"}, "A"),
    ]

    assert [(given, curators_of(initiative_of(provinces, **given), provinces)) for given, _ in cases] == cases


@pytest.mark.parametrize("role", ["opdrachtgever", "financier", "partner"])
def test_a_library_in_another_role_does_not_count(provinces, role):
    initiative = initiative_of(provinces, places="A")
    library = factories.LibraryFactory(province=provinces["B"])
    factories.ParticipationFactory(initiative=initiative, organisation=library, role=role)

    assert curators_of(initiative, provinces) == "A"


@pytest.mark.parametrize("make", [factories.PartnerFactory, factories.MunicipalityFactory], ids=["partner", "gemeente"])
def test_a_lead_that_is_no_library_does_not_count(provinces, make):
    initiative = initiative_of(provinces, places="A")
    factories.ParticipationFactory(initiative=initiative, organisation=make(province=provinces["B"]), role="trekker")

    assert curators_of(initiative, provinces) == "A"


HANGS_UNDER_AN_INITIATIVE = [
    factories.ParticipationFactory,
    factories.FigureFactory,
    evidence.CitationFactory,
    evidence.PhotoFactory,
    evidence.RecognitionFactory,
]


@pytest.mark.parametrize(
    "given",
    [{"leads": "A", "places": "B"}, {"places": "AB"}, {"places": "A", "is_national": True}, {}],
    ids=str,
)
def test_what_hangs_under_an_initiative_follows_it(provinces, given):
    found = {}

    for make in HANGS_UNDER_AN_INITIATIVE:
        initiative = initiative_of(provinces, **given)
        its = curators_of(make(initiative=initiative), provinces)
        found[make.__name__] = (its, curators_of(initiative, provinces))

    assert {name: (its, whose) for name, (its, whose) in found.items() if its != whose} == {}


@pytest.mark.parametrize("letter", ["A", "B", ""])
def test_what_is_about_an_organisation_follows_it(provinces, letter):
    makers = [factories.FigureFactory, evidence.CitationFactory, evidence.PhotoFactory]
    organisation = factories.PartnerFactory(province=provinces[letter])

    found = [curators_of(make(initiative=None, organisation=organisation), provinces) for make in makers]

    assert found == [letter] * 3


def test_what_is_about_a_theme_or_network_is_of_no_province(provinces):
    of_nobody = [
        make(initiative=None, **{name: owner()})
        for make in (factories.FigureFactory, evidence.CitationFactory)
        for name, owner in (("theme", factories.ThemeFactory), ("network", factories.NetworkFactory))
    ]

    assert [curators_of(thing, provinces) for thing in of_nobody] == [""] * 4


@pytest.mark.parametrize("letter", ["A", "B", ""])
def test_what_hangs_under_a_library_follows_it(provinces, letter):
    library = factories.LibraryFactory(province=provinces[letter])
    hanging = {
        "branch": factories.BranchFactory(library=library),
        "contact person": factories.ContactPersonFactory(organisation=library),
        "member": MembershipFactory(library=library, user=factories.UserFactory()),
        "former member": MembershipFactory(library=library, user=factories.UserFactory(), is_active=False),
    }

    assert {name: curators_of(thing, provinces) for name, thing in hanging.items()} == dict.fromkeys(hanging, letter)


def test_a_branch_follows_its_library_and_not_where_it_stands(provinces):
    library = factories.LibraryFactory(province=provinces["A"])

    branch = factories.BranchFactory(library=library, municipality=municipality(provinces["B"]))

    assert curators_of(branch, provinces) == "A"


def test_a_branch_of_nobody_knows_which_library_follows_where_it_stands(provinces):
    branch = factories.BranchFactory(library=None, municipality=municipality(provinces["B"]))

    assert curators_of(branch, provinces) == "B"


@pytest.mark.parametrize("letter", ["A", "B"])
def test_another_name_follows_its_municipality(provinces, letter):
    alias = factories.MunicipalityAliasFactory(municipality=municipality(provinces[letter]))

    assert curators_of(alias, provinces) == letter


@pytest.mark.parametrize(
    ("publisher", "about", "expected"),
    [("A", None, "A"), (None, "B", "B"), ("A", "B", "AB"), ("", None, ""), (None, None, "")],
)
def test_a_document_is_of_who_gave_it_out_and_of_what_it_is_about(provinces, publisher, about, expected):
    document = evidence.DocumentFactory()
    if publisher is not None:
        document.publishers.add(factories.PartnerFactory(province=provinces[publisher]))
    if about is not None:
        document.initiatives.add(initiative_of(provinces, leads=about))

    assert curators_of(document, provinces) == expected
