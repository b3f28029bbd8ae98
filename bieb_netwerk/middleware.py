"""What happens around every page."""

from django.conf import settings
from django.db import OperationalError
from django.shortcuts import render

LONGEST_ADDRESS = 4_000  # characters; the web server itself stops at twice as many, with an English sentence


def short_addresses(get_response):
    """Refuse an address that is longer than any of ours in Dutch: 414, or 400 where it holds too many choices."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if query.count("&") >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
            return render(request, "400.html", status=400)
        if len(request.path) + len(query) > LONGEST_ADDRESS:
            return render(request, "414.html", status=414)
        return get_response(request)

    return middleware


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
