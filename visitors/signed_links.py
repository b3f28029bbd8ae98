"""Links in mails that only work for a while: a signed text that says what the link is about."""

from datetime import timedelta
from typing import Any

from django.core import signing

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
