"""A number for every request, in its answer and in every line that is logged while it lasts."""

import re
import uuid
from contextvars import ContextVar
from http import HTTPStatus

from django.conf import settings
from django.utils.log import log_response

HEADER = "X-Request-ID"
# what a proxy may give; anything else is not for our log
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
current = ContextVar("request_number", default="-")


def number_requests(get_response):
    """Give each request its number: that of a proxy of ours, or a new one."""

    def middleware(request):
        number = given_number(request) or uuid.uuid4().hex
        before = current.set(number)
        try:
            response = get_response(request)
            log_refusal(request, response)
        finally:
            current.reset(before)
        response[HEADER] = number
        return response

    return middleware


def log_refusal(request, response):
    """Log an error as Django does, which does so itself when the number is gone already."""
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        log_response(
            "%s: %s",
            response.reason_phrase,
            request.path,
            response=response,
            request=request,
        )


def given_number(request):
    """The number that a proxy of ours gave; ``None`` without one."""
    number = request.headers.get(HEADER, "")
    if settings.TRUSTED_PROXIES and GIVEN.fullmatch(number):
        return number
    return None
