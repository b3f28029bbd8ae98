"""Asking a page as somebody, without leaving a trace."""

from copy import copy
from functools import partial

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings

from tests.documents import write_documents

CHANGES = ("INSERT", "UPDATE", "DELETE")
LEAVES_SOMETHING = ("procrastinate_", "set_config", " UPDATE", "_lock")
FAILED = "a statement failed: nothing can be asked until the transaction is taken back"
NOT_CONTENT = ("django_session", "usersessions_", '"cache"')
REFUSED = (403, 404)
NOT_THIS_METHOD = 405
LEADS_TO_LOG_IN = ("/inloggen/", "/beheer/login/", "/beheer/")  # each leads who may not come in to the one before
KNOWN_USER = "tests.permissions.asking.KnownUser"
NOT_RENDERED = "tests.permissions.asking.NotRendered"
WHOLE = "tests.whole"


def client_of(user):
    """A browser in which this user is logged in; ``None`` is nobody. Errors of ours become answers with status 500."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def hasty_client_of(user):
    """The same for who asks hundreds of pages and looks at the status: a view decides, and nothing is rendered
    unless it is asked for whole.

    Everything else runs as for anybody; only the user is not looked up again for each page, and no session is kept.
    """
    client = Client(raise_request_exception=False, **{"tests.user": user or AnonymousUser()})
    middleware = [KNOWN_USER if "AuthenticationMiddleware" in each else each for each in settings.MIDDLEWARE]
    middleware.remove("accounts.middleware.curators_leave_in_time")
    with override_settings(MIDDLEWARE=[*middleware, NOT_RENDERED]):
        client.handler.load_middleware()
    return client


class KnownUser:
    """Middleware for a browser that says who it is of."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.user = request.META["tests.user"]
        return self.get_response(request)


class NotRendered:
    """Middleware that leaves the template of an answer alone, unless the page is asked for whole."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        if WHOLE not in request.META:
            response.content = b""
        return response


def ask(client, method, path, data=None, *, follow=False):
    """The answer, with ``writes``: what it did to the database; that is all taken back."""
    return Asker(client).ask(method, path, data, follow=follow)


class Asker:
    """Asks one thing after another, each of the world as it was when this was made."""

    def __init__(self, client):
        write_documents()  # of what the test made: that is no trace of a question
        self.client, self.cookies = client, copy(client.cookies)
        self.start = transaction.savepoint()

    def ask(self, method, path, data=None, *, follow=False, whole=False):
        """The answer, with ``writes``: what it did to the database; that is all taken back."""
        statements, extra = [], {WHOLE: True} if whole else {}
        with connection.execute_wrapper(partial(note, statements)):
            response = getattr(self.client, method.lower())(path, data or {}, follow=follow, **extra)
            if response.streaming:
                b"".join(response.streaming_content)  # which closes the file
        if connection.needs_rollback or not all(map(is_plain_question, statements)):
            transaction.savepoint_rollback(self.start)
            transaction.set_rollback(False)
        self.client.cookies = copy(self.cookies)
        response.writes = [sql for sql in statements if is_write(sql)]
        return response


def note(statements, execute, sql, params, many, context):
    """Write down what is asked of the database, and ask it."""
    statements.append(str(sql))
    try:
        return execute(sql, params, many, context)
    except DatabaseError:
        statements.append(FAILED)
        raise


def is_plain_question(sql):
    """Whether a statement cannot leave anything behind: no row, lock, task, setting or savepoint."""
    return sql.startswith("SELECT ") and not any(word in sql for word in LEAVES_SOMETHING)


def is_write(sql):
    """Whether a statement changes something that we keep, or leaves work for later."""
    is_change = sql.startswith(CHANGES) or "procrastinate_defer" in sql
    return is_change and not any(table in sql[:60] for table in NOT_CONTENT)


def is_refused(response):
    """Whether the answer is a plain no, and nothing was written."""
    return response.status_code in (*REFUSED, NOT_THIS_METHOD) and not response.writes


def is_given(response):
    """Whether the page is shown, or leads on."""
    return response.status_code in (200, 302)


def is_sent_to_log_in(response):
    """Whether somebody is sent to the page where one logs in, and nothing was written."""
    where = response.url.partition("?")[0] if response.status_code == 302 else ""
    return where in LEADS_TO_LOG_IN and not response.writes


def ends_at_log_in(response):
    """Whether somebody who did not log in ends at the page where that is done (asked with ``follow``)."""
    path = response.redirect_chain[-1][0] if response.redirect_chain else ""
    return response.status_code == 200 and path.startswith("/inloggen/") and not response.writes
