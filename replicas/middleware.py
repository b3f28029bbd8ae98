"""Pages for who is not logged in are read from the replica, where there is one and it is close enough behind.

Not read there is what somebody just wrote: who sent a form gets a cookie that lasts longer than the replica may be
behind, and says nothing else. Pages behind a secret link neither: the link may have been mailed a moment ago.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from visitors.private_pages import BEHIND_LOG_IN, secrets_of

from .reading import PRIMARY, REPLICA, own_source, read_primary, read_replica, source
from .standing import STANDING, has_replica

READING = ("GET", "HEAD")
ASKING = (*READING, "OPTIONS", "TRACE")
JUST_WROTE_SECONDS = 15
PAGE = Callable[[HttpRequest], HttpResponseBase]


def read_from_replica(get_response: PAGE) -> PAGE:
    """Middleware: choose where a request reads; what the replica could not give is asked from the primary."""
    if not has_replica():
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with own_source():
            response = get_response(request)
            if is_asked_again(request, response):
                request.is_second_try = True
                read_primary()
                response = get_response(request)
        if request.method not in ASKING:
            remember_writing(response)
        return response

    middleware.process_view = choose_source  # type: ignore[attr-defined]
    middleware.process_exception = note_failure  # type: ignore[attr-defined]
    return middleware


def choose_source(request: HttpRequest, *page: Any) -> None:
    """Before the page is made: let it be read from the replica, where that is as good."""
    if is_from_anybody(request) and STANDING.may_be_read():
        read_replica()


def note_failure(
    request: HttpRequest,
    error: Exception,
) -> HttpResponse | None:
    """After an error: whether it is one of the replica, of which nobody needs to hear."""
    if source() == PRIMARY or not isinstance(error, Error):
        return None
    STANDING.doubt()
    request.replica_failed = True
    return HttpResponse(status=503)  # nobody gets it: the primary is asked


def is_from_anybody(request: HttpRequest) -> bool:
    """Whether this only reads, and nothing says that somebody may look for what they just wrote."""
    if request.method not in READING or getattr(request, "is_second_try", False):
        return False
    if request.path.startswith(BEHIND_LOG_IN) or secrets_of(request.resolver_match):
        return False
    own = {
        settings.SESSION_COOKIE_NAME,
        settings.JUST_WROTE_COOKIE,
        settings.MESSAGES_COOKIE,
    }
    return own.isdisjoint(request.COOKIES)


def is_asked_again(
    request: HttpRequest,
    response: HttpResponseBase,
) -> bool:
    """Whether the replica failed, around the page too, or may not know yet what the primary does."""
    if getattr(request, "replica_failed", False):
        return True
    is_no_page = response.status_code == 404 or response.status_code >= 500
    return source() == REPLICA and is_no_page


def remember_writing(response: HttpResponseBase) -> None:
    """Let this browser read the primary for a moment."""
    response.set_cookie(
        settings.JUST_WROTE_COOKIE,
        "1",
        max_age=JUST_WROTE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
