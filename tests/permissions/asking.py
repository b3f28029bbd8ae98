"""Asking a page as somebody, without leaving a trace."""

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.documents import write_documents

NOT_CONTENT = ("django_session", '"cache"')
REFUSED = (403, 404)
NOT_THIS_METHOD = 405


def client_of(user):
    """A browser in which this user is logged in; ``None`` is nobody. Errors of ours become answers with status 500."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def ask(client, method, path, data=None, *, follow=False):
    """The answer, with ``writes``: what it did to the database; that is all taken back."""
    write_documents()  # of what the test made: that is no trace of this question
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        response = getattr(client, method.lower())(path, data or {}, follow=follow)
        if response.streaming:
            b"".join(response.streaming_content)  # which closes the file
        transaction.set_rollback(True)
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session.value
    response.writes = [each["sql"] for each in queries.captured_queries if is_write(each["sql"])]
    return response


def is_write(sql):
    """Whether a statement changes something that we keep."""
    is_change = sql.startswith(("INSERT", "UPDATE", "DELETE"))
    return is_change and not any(table in sql[:60] for table in NOT_CONTENT)


def is_refused(response):
    """Whether the answer is a plain no, and nothing was written."""
    return response.status_code in (*REFUSED, NOT_THIS_METHOD) and not response.writes


def is_given(response):
    """Whether the page is shown, or leads on."""
    return response.status_code in (200, 302)


def is_sent_to_log_in(response):
    """Whether somebody who did not log in ends at the page where that is done (asked with ``follow``)."""
    path = response.redirect_chain[-1][0] if response.redirect_chain else ""
    return response.status_code == 200 and path.startswith("/inloggen/") and not response.writes
