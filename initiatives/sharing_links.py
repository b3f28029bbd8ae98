"""The secret link of who shares an example: with it they go on, see what happens with it, and change it."""

from django.conf import settings
from django.core.signing import Signer
from django.urls import reverse

from visitors.signed_links import row_named

from .models import Sharing

# a link made for something else is no link for this
SIGNER = Signer(salt="gedeeld-voorbeeld")


def follow_address(sharing):
    """The page of who shares an example, as a mail has it."""
    return settings.SITE_ADDRESS + follow_path(sharing)


def follow_path(sharing):
    """The same within the site."""
    return reverse(
        "initiatives:share_follow",
        args=[SIGNER.sign(sharing.pk)],
    )


def shared_with(token):
    """What the link is of, with its example; ``None`` where it is not ours, or past its term."""
    sharings = Sharing.objects.select_related("initiative")
    return row_named(sharings, SIGNER, token)
