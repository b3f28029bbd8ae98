"""The second link of what somebody made and may pass on: who has it, may change or delete that."""

from django.core import signing
from django.http import Http404


def secret_in(link: str, purpose: str) -> str:
    """The token that a keeper's link holds, signed for this purpose; ``Http404`` for a link that is not ours."""
    try:
        return signing.loads(link, salt=purpose)
    except signing.BadSignature:
        raise Http404("Deze link klopt niet.") from None
