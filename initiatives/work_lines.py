"""How a mail to curators names what was sent in about practice examples."""

from django.urls import reverse

from curation.work_mail import WorkLine


def line_of_submission(initiative):
    """An example that waits to be judged."""
    page = reverse("admin:initiatives_initiative_review", args=[initiative.pk])
    return WorkLine(f"Ingezonden: {initiative}", page)


def line_of_proposal(proposal):
    """A change that somebody proposes."""
    page = reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])
    return WorkLine(str(proposal), page)


def line_of_tip(tip):
    """An example that a reader knows of."""
    page = reverse("admin:initiatives_tip_change", args=[tip.pk])
    return WorkLine(f"Tip: {tip}", page)
