"""Members and curators who write about one example at the same time."""

import pytest
from django.test import Client
from django.urls import reverse

from initiatives.models import ChangeProposal, Initiative
from tests.factories import LibraryFactory
from tests.filled_forms import filled_in
from tests.review_factories import ChangeProposalFactory, publishable
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def library():
    return LibraryFactory(name="De Bieb")


def opened(library, initiative):
    """A member's browser, the address of the form, and what stands in it."""
    client = Client()
    client.force_login(library_member(library))
    address = f"/mijn/voorbeelden/{initiative.slug}/"
    return client, address, filled_in(client.get(address).content.decode(), "example")


def test_two_members_keep_what_each_changed_of_a_draft(library):
    draft = publishable(library, goal="Lezen.", lessons="Begin klein.", publication_state="concept")
    an, address, by_an = opened(library, draft)
    bo, _, by_bo = opened(library, draft)

    bo.post(address, by_bo | {"goal": "Rekenen."})
    page = an.post(address, by_an | {"lessons": "Begin groot."}, follow=True).content.decode()

    draft.refresh_from_db()
    assert (draft.goal, draft.lessons) == ("Rekenen.", "Begin groot.")
    assert "Iemand anders veranderde intussen: Doel. Dat is ook bewaard." in page


def test_a_member_sees_what_another_wrote_in_the_same_field_but_not_who(library):
    draft = publishable(library, goal="Lezen.", publication_state="concept")
    an, address, by_an = opened(library, draft)
    bo, _, by_bo = opened(library, draft)

    bo.post(address, by_bo | {"goal": "Rekenen."})
    page = an.post(address, by_an | {"goal": "Schrijven."}).content.decode()

    assert "Iemand anders heeft dit op" in page
    assert "Daar staat nu: ‘Rekenen.’" in page
    assert Initiative.objects.get(pk=draft.pk).goal == "Rekenen."


def test_a_proposal_does_not_take_back_what_a_curator_changed_meanwhile(library):
    published = publishable(library, goal="Lezen.", lessons="Begin klein.", publication_state="gepubliceerd")
    an, address, by_an = opened(library, published)

    Initiative.objects.filter(pk=published.pk).update(goal="Rekenen.")
    an.post(address, by_an | {"lessons": "Begin groot."})

    assert list(ChangeProposal.objects.get().values) == ["lessons"]


def test_a_curator_decides_about_what_was_on_the_page(client):
    initiative = publishable(LibraryFactory(), goal="Lezen.")
    proposal = ChangeProposalFactory(initiative=initiative, values={"goal": {"old": "Lezen.", "new": "Schrijven."}})
    client.force_login(national_curator())
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()
    pressed = filled_in(page, "proposal")

    Initiative.objects.filter(pk=initiative.pk).update(goal="Rekenen.")
    answer = client.post(reverse("admin:proposal_decide", args=[proposal.pk]), pressed, follow=True).content.decode()

    proposal.refresh_from_db()
    assert "Intussen veranderd: doel. Kijk nog een keer." in answer
    assert (proposal.state, Initiative.objects.get(pk=initiative.pk).goal) == (ChangeProposal.State.OPEN, "Rekenen.")
