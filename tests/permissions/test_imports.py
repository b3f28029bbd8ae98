"""An import of a curator of A: rows of B are refused one by one, and the rest is not."""

from types import SimpleNamespace

import pytest

from initiatives.models import Initiative, Participation
from initiatives.resources import FigureResource, InitiativeResource, ParticipationResource
from opportunities.resources import PassageResource, PolicyDocumentResource, ServiceResource, SupplyCheckResource
from partners.resources import BranchResource, ContactPersonResource, LibraryResource, MembershipResource
from sources.models import Source
from sources.resources import SourceResource
from spreadsheets.importing import NOT_YOURS, Importer
from tests import factories
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db
NOT_THEIRS = [("", NOT_YOURS)]


def brought_in(resource, rows, user):
    """(outcome, problems) of every row that this user brings in."""
    importer = Importer(resource(), set().union(*rows), user=user)
    return [
        (result.outcome, [("", reason) for _, reason in result.problems])
        for result in importer.run(enumerate(rows, start=2))
    ]


def test_a_row_of_b_is_refused_and_a_row_of_a_is_not(country):
    ours, theirs = country.own["initiatives.initiative"], country.other["initiatives.initiative"]
    rows = [{"slug": ours.slug, "doel": "Lezen"}, {"slug": theirs.slug, "doel": "Lezen"}]

    found = brought_in(InitiativeResource, rows, country.user)

    assert found == [("veranderd", []), ("geweigerd", NOT_THEIRS)]
    assert [Initiative.objects.get(pk=each.pk).goal for each in (ours, theirs)] == ["Lezen", ""]


def test_a_national_curator_brings_in_both(country):
    rows = [{"slug": each["initiatives.initiative"].slug, "doel": "Lezen"} for each in (country.own, country.other)]

    found = brought_in(InitiativeResource, rows, national_curator())

    assert found == [("veranderd", []), ("veranderd", [])]


ELSEWHERE = {
    "initiative there": (
        InitiativeResource,
        lambda there: {"slug": "nieuw", "titel": "N", "samenvatting": "N", "gemeenten": there.municipality},
    ),
    "national initiative": (
        InitiativeResource,
        lambda there: {"slug": "nieuw", "titel": "N", "samenvatting": "N", "landelijk": "ja"},
    ),
    "figure": (
        FigureResource,
        lambda there: {
            "praktijkvoorbeeld": there.initiative,
            "waarde": "5",
            "wat": "n",
            "periode": "2020",
            "soort": "genoemd",
            "bron": there.source,
        },
    ),
    "participation": (
        ParticipationResource,
        lambda there: {"praktijkvoorbeeld": there.initiative, "organisatie": there.library, "rol": "financier"},
    ),
    "branch": (BranchResource, lambda there: {"slug": "nieuw", "bibliotheek": there.library, "naam": "N"}),
    "library": (LibraryResource, lambda there: {"slug": "nieuw", "naam": "N", "provincie": there.province}),
    "library of no province": (LibraryResource, lambda there: {"slug": "nieuw", "naam": "N"}),
    "contact person": (
        ContactPersonResource,
        lambda there: {
            "organisatie": there.library,
            "naam": "N",
            "telefoon": "0",
            "toestemming_op": "2026-01-01",
            "verwijderen_op": "2027-01-01",
        },
    ),
    "member": (MembershipResource, lambda there: {"gebruiker": there.user, "bibliotheek": there.library}),
    "policy": (
        PolicyDocumentResource,
        lambda there: {
            "slug": "n",
            "gemeente": there.municipality,
            "soort": "beleidsnota",
            "titel": "N",
            "van": "2026",
        },
    ),
    "passage": (
        PassageResource,
        lambda there: {"beleidsstuk": there.document, "thema": there.theme, "citaat": "N", "gewicht": "genoemd"},
    ),
    "service": (
        ServiceResource,
        lambda there: {"gemeente": there.municipality, "naam": "N", "themas": there.theme, "publicatie": "ingezonden"},
    ),
    "supply check": (
        SupplyCheckResource,
        lambda there: {
            "gemeente": there.municipality,
            "thema": there.theme,
            "bekeken_op": "2026-01-01",
            "bron": there.source,
        },
    ),
}


def test_a_new_row_elsewhere_is_refused(country):
    there = SimpleNamespace(
        municipality=country.other["partners.municipality"].cbs_code,
        initiative=country.other["initiatives.initiative"].slug,
        library=country.other["partners.library"].slug,
        source=country.other["sources.source"].slug,
        province=country.b.slug,
        user=factories.UserFactory().email,
        document=country.other["opportunities.policydocument"].slug,
        theme=country.other["initiatives.theme"].slug,
    )
    found = {}

    for name, (resource, row) in ELSEWHERE.items():
        manager = resource._meta.model._default_manager
        count = manager.count()
        found[name] = (brought_in(resource, [row(there)], country.user), manager.count() - count)

    assert found == dict.fromkeys(ELSEWHERE, ([("geweigerd", NOT_THEIRS)], 0))


AWAY = {
    "initiative becomes national": (
        InitiativeResource,
        lambda country: {"slug": own_slug(country), "landelijk": "ja"},
    ),
    "initiative": (
        InitiativeResource,
        lambda country: {"slug": own_slug(country), "gemeenten": place_in_b(country)},
    ),
    "library": (
        LibraryResource,
        lambda country: {"slug": country.own["partners.library"].slug, "provincie": country.b.slug},
    ),
    "branch": (
        BranchResource,
        lambda country: {
            "slug": country.own["partners.branch"].slug,
            "bibliotheek": country.other["partners.library"].slug,
        },
    ),
    "policy": (
        PolicyDocumentResource,
        lambda country: {"slug": country.own["opportunities.policydocument"].slug, "gemeente": place_in_b(country)},
    ),
}


def test_an_own_row_cannot_leave(country):
    found = {name: brought_in(resource, [row(country)], country.user) for name, (resource, row) in AWAY.items()}

    assert found == dict.fromkeys(AWAY, [("geweigerd", NOT_THEIRS)])


def test_a_lead_of_a_does_not_take_over_an_initiative_of_b(country):
    theirs = country.other["initiatives.initiative"]
    row = {"praktijkvoorbeeld": theirs.slug, "organisatie": country.own["partners.library"].slug, "rol": "trekker"}

    found = brought_in(ParticipationResource, [row], country.user)

    assert found == [("geweigerd", NOT_THEIRS)]
    assert Participation.objects.filter(initiative=theirs).count() == 1


def test_everybody_who_keeps_entries_brings_in_sources(country):
    found = brought_in(SourceResource, [{"slug": "nieuw", "titel": "Nieuw", "soort": "artikel"}], country.user)

    assert found == [("nieuw", [])]
    assert Source.objects.filter(slug="nieuw").exists() is True


def test_a_source_that_is_there_stays_as_it_is(country):
    source = country.own["sources.source"]

    found = brought_in(SourceResource, [{"slug": source.slug, "titel": "Anders"}], country.user)

    assert found == [("geweigerd", NOT_THEIRS)]


def own_slug(country):
    """An initiative of A by its place alone."""
    return factories.InitiativeFactory(places=[country.own["partners.municipality"]]).slug


def place_in_b(country):
    return country.other["partners.municipality"].cbs_code
