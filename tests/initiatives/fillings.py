"""Filling in one field of one thing as a reader does, and taking it over as a curator does."""

from initiatives.decisions import decide
from initiatives.models import ChangeProposal
from tests.review_factories import NOW
from tests.role_factories import national_curator


def fill_in(client, address, **typed):
    return client.post(f"/vul-aan/{address}/", typed)


def take_over():
    """Decide about the only proposal as a curator does, who takes over all of it."""
    proposal = ChangeProposal.objects.get()
    return decide(proposal=proposal, accepted=list(proposal.values), user=national_curator(), now=NOW)
