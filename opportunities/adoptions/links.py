"""The secret link of who told that they do an example too: it confirms, and is asked for once a year."""

from django.conf import settings
from django.core.signing import Signer
from django.urls import reverse

from opportunities.models import AdoptionTeller
from visitors.signed_links import row_named

# a link made for something else is no link for this
SIGNER = Signer(salt="wij-doen-dit-ook")


def adoption_address(teller: AdoptionTeller) -> str:
    """The page of who told it, as a mail has it."""
    return settings.SITE_ADDRESS + adoption_path(teller)


def adoption_path(teller: AdoptionTeller) -> str:
    """The same within the site."""
    return reverse(
        "opportunities:adoption_detail",
        args=[SIGNER.sign(teller.pk)],
    )


def teller_with(token: str) -> AdoptionTeller | None:
    """Who a link is of, with what they told; ``None`` where it is not ours, or past its term."""
    tellers = AdoptionTeller.objects.select_related(
        "service__municipality",
        "service__provider",
        "service__example",
    )
    return row_named(tellers, SIGNER, token)
