"""Which polls this browser voted in, in a signed cookie with their numbers; it says nothing of what was voted."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core import signing

COOKIE = "peilingen"
KEPT = timedelta(days=365)
MOST = 50  # polls in one cookie; of the oldest we forget that this browser voted
SALT = "stembiljet"


def polls_voted_in(request):
    """Numbers of the polls in which this browser voted, the oldest first; none where the cookie is not ours."""
    text = request.get_signed_cookie(
        COOKIE,
        default="",
        salt=COOKIE,
    )
    return [int(number) for number in text.split(".") if number.isdecimal()]


def remember_vote(request, response, poll):
    """Let the browser keep that it voted."""
    numbers = [number for number in polls_voted_in(request) if number != poll.pk]
    text = ".".join(map(str, [*numbers, poll.pk][-MOST:]))
    response.set_signed_cookie(
        COOKIE,
        text,
        salt=COOKIE,
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def new_ballot(poll):
    """A form of its own for who opens the page, as a text that only we can make."""
    return signing.dumps(
        [poll.pk, str(uuid4())],
        salt=SALT,
    )


def number_of(ballot, poll):
    """The number of a form for this poll; ``None`` where it is none of ours."""
    try:
        pk, number = signing.loads(ballot, salt=SALT)
    except signing.BadSignature:
        return None
    if pk != poll.pk:
        return None
    return UUID(number)
