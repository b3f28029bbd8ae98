"""What the search does around a request."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from procrastinate.exceptions import AlreadyEnqueued

from .documents.catching_up import catch_up
from .learning import count_opened, words_before
from .tasks import write_remaining_documents

MOST_IN_A_REQUEST = 100  # documents; a worker writes the others
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def write_documents(get_response: GetResponse) -> GetResponse:
    """After every request that may have changed something: write the search documents before the answer goes out."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method not in SAFE:
            write_what_changed()
        return response

    return middleware


def write_what_changed() -> None:
    """Write documents of what changed, a few now and the others in the background.

    What was changed is stored already, so that a failure here must not look like a failure to do that.
    """
    try:
        if catch_up(MOST_IN_A_REQUEST):
            with transaction.atomic():
                write_remaining_documents.defer()
    except AlreadyEnqueued:
        return
    except DatabaseError:
        log.exception(
            "Zoekdocumenten zijn nog niet geschreven; een taak op de achtergrond probeert het weer."
        )


def count_openings(get_response: GetResponse) -> GetResponse:
    """Count that a result was opened: the browser tells which page of our own it came from."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if (
            request.method == "GET"
            and response.status_code == 200
            and comes_from_results(request)
        ):
            count_opened(request, words_before(request))
        return response

    return middleware


def comes_from_results(request: HttpRequest) -> bool:
    """Whether this is the page or file of something, opened from a list of results of a question."""
    name = getattr(request.resolver_match, "url_name", None) or ""
    if not name.endswith("_detail") and name != "document_file":
        return False
    return bool(words_before(request))
