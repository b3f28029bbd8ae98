"""What happens around every page."""

import codecs
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.shortcuts import render

from .absence import absence
from .refusals import (
    answer_to,
    only_of_users,
    too_large,
    unavailable,
    unreadable,
    with_page,
    without_length,
)
from .storage import StoredFileGoneError
from .uploads import largest_body, largest_body_of_anybody

LONGEST_ADDRESS = 4_000  # characters; the web server itself stops at twice as many, with an English sentence
MOST_CHOICES = 300


def whole_refusals(get_response):
    """Give a refusal without a page ours: Django says only in a header that a page takes no such request."""

    def middleware(request):
        response = get_response(request)
        is_refusal = 400 <= response.status_code < 500
        if is_refusal and not response.streaming and not response.content:
            return with_page(response)
        return response

    return middleware


def short_addresses(get_response):
    """Refuse an address that is longer than any of ours in Dutch: 414, or 400 where it holds too many choices."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if query.count("&") >= MOST_CHOICES:
            return render(request, "400.html", status=400)
        if len(request.path) + len(query) > LONGEST_ADDRESS:
            return render(request, "414.html", status=414)
        return get_response(request)

    return middleware


def readable_forms(get_response):
    """Refuse a form that nobody can read before anything tries: 400, where Django's own refusal would break again."""

    def middleware(request):
        if "HTTP_TRANSFER_ENCODING" in request.META:
            # it comes in chunks, which the web server leaves where they are
            return without_length(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal():
            return unreadable(request)
        if int(length) > largest_body(request.path):
            # the web server left it where it was
            return too_large(request)
        if is_in_other_letters(request) or has_no_parts(request):
            return unreadable(request)
        return get_response(request)

    return middleware


def large_forms_of_users(get_response):
    """Refuse large files of who is not logged in before anything reads them, also under a session that is over."""

    def middleware(request):
        length = int(request.META.get("CONTENT_LENGTH") or "0")
        is_large = length > largest_body_of_anybody(request.path)
        if is_large and not request.user.is_authenticated:
            return only_of_users(request)
        return get_response(request)

    return middleware


def is_in_other_letters(request):
    """Whether the body says that it is written in anything but UTF-8."""
    charset = request.content_params.get("charset")
    if charset is None:
        return False
    try:
        is_utf8 = codecs.lookup(charset).name == "utf-8"
    except (LookupError, ValueError):
        return True
    if is_utf8:
        request.encoding = "utf-8"  # however it was spelled
    return not is_utf8


def has_no_parts(request):
    """Whether this is a form in parts of which the border between them is not known."""
    if request.content_type != "multipart/form-data":
        return False
    try:
        MultiPartParser(request.META, BytesIO(), [])
    except MultiPartParserError:
        return True
    return False


def missing_answers(get_response):
    """Turn what no view looks out for into its page: a file that is gone, a database that is away, a full disk."""

    def middleware(request):
        if absence.lasts():
            return unavailable()
        return get_response(request)

    def process_exception(request, error):
        if is_stored_file_gone(error):
            raise Http404("Dit bestand is er niet meer.")
        return answer_to(error)

    middleware.process_exception = process_exception
    return middleware


def is_stored_file_gone(error):
    """Whether this error says that an uploaded file is no longer there."""
    if isinstance(error, StoredFileGoneError):
        return True
    if not isinstance(error, FileNotFoundError):
        return False
    path = Path(error.filename or "")
    return path.is_relative_to(settings.MEDIA_ROOT)
