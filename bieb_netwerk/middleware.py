"""What happens around every page."""

from django.db import OperationalError
from django.shortcuts import render


def unavailable_database(get_response):
    """Say in Dutch that the site is away for a moment when the database does not answer: 503, not 500."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, error):
        if isinstance(error, OperationalError):
            response = render(request, "503.html", status=503)
            response["Retry-After"] = "30"
            return response
        return None

    middleware.process_exception = process_exception
    return middleware
