"""Links in mails: a signed text that says what the link is about, and for some only for a while."""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db.models import QuerySet

BROKEN = "Deze link klopt niet. Kopieer hem nog eens uit de mail."


class LinkRefusedError(Exception):
    """A link that is not ours, too old or already used, in one Dutch sentence."""


def opened(
    token: str,
    *,
    purpose: str,
    days: int,
    expired: str,
) -> Any:
    """What the token of a link holds; ``expired`` is said of one that was made more than so many days ago."""
    try:
        return signing.loads(
            token,
            salt=purpose,
            max_age=timedelta(days=days),
        )
    except signing.SignatureExpired:
        raise LinkRefusedError(expired) from None
    except signing.BadSignature:
        raise LinkRefusedError(BROKEN) from None


def row_named(rows: QuerySet, signer: signing.Signer, token: str) -> Any:
    """The row that a link of this signer names, as long as it is there; ``None`` where it is not ours, or gone."""
    try:
        number = signer.unsign(token)
    except signing.BadSignature:
        return None
    return rows.filter(pk=number).first()
