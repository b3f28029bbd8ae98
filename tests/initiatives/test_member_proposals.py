"""A library member changes what is on the site: that is a proposal, and what is there stays."""

import pytest

from initiatives.models import ChangeProposal, Initiative
from tests.factories import LibraryFactory, MunicipalityFactory
from tests.review_factories import NOW, ChangeProposalFactory, publishable
from tests.role_factories import library_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def library():
    return LibraryFactory()


@pytest.fixture
def member(client, library):
    user = library_member(library)
    client.force_login(user)
    return user


def edit(initiative):
    return f"/mijn/voorbeelden/{initiative.slug}/"


def typed(initiative, **changes):
    """What the form sends: what is there, with these changes."""
    themes = list(initiative.themes.values_list("pk", flat=True))
    places = list(initiative.places.values_list("pk", flat=True))
    there = {"title": initiative.title, "entry_kind": "practice", "summary": initiative.summary}
    there |= {"themes": themes, "places": places}
    return {**there, **changes}


def test_what_is_published_is_proposed_and_stays(client, member, library):
    initiative = publishable(library, title="Oud")

    client.post(edit(initiative), typed(initiative, title="Nieuw", explanation="Andere naam"))

    proposal = ChangeProposal.objects.get()
    assert proposal.values == {"title": {"old": "Oud", "new": "Nieuw"}}
    assert (proposal.proposed_by, proposal.explanation) == (member, "Andere naam")
    assert Initiative.objects.get().title == "Oud"


def test_links_that_are_proposed_stay_as_they_are(client, member, library):
    initiative, place = publishable(library), MunicipalityFactory()
    before = list(initiative.places.all())

    client.post(edit(initiative), typed(initiative, places=[place.pk]))

    assert ChangeProposal.objects.get().values == {"places": {"old": [before[0].pk], "new": [place.pk]}}
    assert list(initiative.places.all()) == before


def test_a_form_that_changes_nothing_is_no_proposal(client, member, library):
    initiative = publishable(library, goal="Eerste regel\nTweede regel")

    client.post(edit(initiative), typed(initiative, goal="Eerste regel\r\nTweede regel"))

    assert ChangeProposal.objects.count() == 0


def test_a_second_proposal_replaces_the_first_that_is_open(client, member, library):
    initiative = publishable(library, title="Oud")
    ChangeProposalFactory(initiative=initiative, proposed_by=member, state="afgewezen", decided_at=NOW)

    for title in ("Eerst", "Later"):
        client.post(edit(initiative), typed(initiative, title=title))

    found = ChangeProposal.objects.undecided()
    assert [proposal.values["title"]["new"] for proposal in found] == ["Later"]
    assert ChangeProposal.objects.count() == 2


@pytest.mark.parametrize("explanation", ["nul\x00teken", "a" * 50_000])
def test_any_explanation_can_be_sent(client, member, library, explanation):
    initiative = publishable(library)

    response = client.post(edit(initiative), typed(initiative, title="Nieuw", explanation=explanation))

    assert response.status_code in (302, 422)
