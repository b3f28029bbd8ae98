"""What somebody reads when a page cannot be given: always ours, always Dutch, whatever went wrong."""

import errno
import sys

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import get_template, select_template
from procrastinate.exceptions import ConnectorException
from psycopg.errors import DiskFull

from .absence import absence
from .storage import FilesAwayError
from .uploads import largest_body

# the disk, our share of it, or a limit on one file
NO_ROOM = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
}
RETRY_AFTER = "30"  # seconds
REASONS = {
    TooManyFieldsSent: f"Het formulier heeft meer dan {settings.DATA_UPLOAD_MAX_NUMBER_FIELDS} velden. "
    "Bewaar het in delen.",
    TooManyFilesSent: f"Je stuurt meer dan {settings.DATA_UPLOAD_MAX_NUMBER_FILES} bestanden tegelijk.",
    RequestDataTooBig: "De tekst die je stuurt is te lang. Kort hem in, of bewaar hem in delen.",
}
UNREADABLE = "We kunnen niet lezen wat je stuurt. Vul het formulier op onze site nog een keer in."
TOO_LARGE = "Dit is te groot"
SMALLER = "Je stuurt meer dan {} MB. Kies een kleiner bestand, of kort je tekst in."
LOG_IN_FIRST = "Een groot bestand stuur je hier pas als je bent ingelogd. Log in en probeer het nog een keer."
NO_LENGTH = "Dit kunnen we zo niet aannemen"
SAY_LENGTH = (
    "Je programma zegt niet vooraf hoe groot het is wat je stuurt. "
    "Verstuur het met je browser, of laat je programma de lengte meesturen (Content-Length)."
)
TITLE = "Dit formulier kunnen we niet lezen"


def bad_request(request, exception=None):
    """400, with what was too much; the request itself may be unreadable, so the page asks it nothing."""
    context = {}
    reason = REASONS.get(type(exception))
    if reason:
        context = {"title": TITLE, "reason": reason}
    return page("400.html", 400, context)


def unreadable(request):
    """400 for a form whose letters or parts cannot be told apart."""
    return page("400.html", 400, {"title": TITLE, "reason": UNREADABLE})


def too_large(request):
    """413 for a form with files that are too large to take in."""
    megabytes = largest_body(request.path) // 1024**2
    reason = SMALLER.format(megabytes)
    return page("400.html", 413, {"title": TOO_LARGE, "reason": reason})


def only_of_users(request):
    """413 for large files of who is not logged in."""
    return page("400.html", 413, {"title": TOO_LARGE, "reason": LOG_IN_FIRST})


def without_length(request):
    """411 for a body of which nobody knows how long it is."""
    return page("400.html", 411, {"title": NO_LENGTH, "reason": SAY_LENGTH})


def csrf_failure(request, reason=""):
    """403 for a form that did not come from our page, or stood open too long."""
    return page("403_csrf.html", 403)


def server_error(request):
    """500, or what is the matter with the server; Django calls this while it handles the error."""
    _, error, _ = sys.exc_info()
    return answer_to(error) or page("500.html", 500)


def with_page(response):
    """The same refusal with our page in it, where a library gave none: its status and headers stay."""
    template = select_template([f"{response.status_code}.html", "400.html"])
    response.content = template.render()
    response["Content-Type"] = "text/html; charset=utf-8"
    return response


def answer_to(error):
    """The page for an error that is no mistake of ours; ``None`` for any other."""
    causes = causes_of(error)
    if any(map(is_disk_full, causes)):
        return page("507.html", 507)
    if any(map(is_database_away, causes)):
        return unavailable()
    if any(isinstance(cause, FilesAwayError) for cause in causes):
        return come_back("503_files.html")
    return None


def unavailable():
    """503: come back in a moment. Who comes next looks first whether the database is back."""
    absence.suspect()
    return come_back("503.html")


def come_back(name):
    """503, with when to try again."""
    response = page(name, 503)
    response["Retry-After"] = RETRY_AFTER
    return response


def causes_of(error):
    """This error and those that led to it; the task library lets two lead to each other."""
    causes = []
    while error is not None and error not in causes:
        causes.append(error)
        error = error.__cause__ or error.__context__
    return causes


def is_disk_full(error):
    """Whether there is no room, on our disk or on that of the database."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    return isinstance(error, DiskFull)


def is_database_away(error):
    """Whether a page or a task could not reach the database."""
    return isinstance(error, OperationalError | ConnectorException)


def page(name, status, context=None):
    """A page that asks nothing of the request, which may be what is broken."""
    template = get_template(name)
    html = template.render(context)
    return HttpResponse(html, status=status)
