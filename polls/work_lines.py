"""How a mail to curators names what somebody wrote beside a vote; none of the words are theirs."""

from django.urls import reverse

from curation.work_mail import WorkLine

from .models import Vote


def line_of_motive(vote: Vote) -> WorkLine:
    """A motive that waits to be placed."""
    page = reverse("admin:polls_vote_change", args=[vote.pk])
    return WorkLine(f"Motief bij de peiling ‘{vote.poll}’", page)
