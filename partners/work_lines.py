"""How a mail to curators names who says to work somewhere; none of the words are theirs."""

from django.urls import reverse

from curation.work_mail import WorkLine


def line_of_claim(claim):
    """Somebody who waits for a curator to say that they work there."""
    page = reverse("admin:partners_claim_change", args=[claim.pk])
    return WorkLine(f"Aanvraag bij {claim.organisation}", page)
