"""The site as a WSGI application, asked one thing after another; nothing of it stays in the database."""

import re
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections, connection, transaction

from .question import TOKEN

CHANGES = ("INSERT", "UPDATE", "DELETE")
# what is counted of refusals too
NOT_CONTENT = (
    "django_session",
    "usersessions_",
    '"cache"',
    "contact_ratelimit",
    "axes_",
)
SAVEPOINT = re.compile(r'^SAVEPOINT "(\w+)"')
TAKEN_BACK = re.compile(r'^ROLLBACK TO SAVEPOINT "(\w+)"')


@dataclass
class Answer:
    """What came back, how much processor it took, what went wrong on the way and what it wrote."""

    status: int
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0
    error: BaseException | None = None
    writes: list = field(default_factory=list)

    @property
    def text(self):
        return self.body.decode(errors="replace")

    @property
    def is_html(self):
        return self.headers.get("Content-Type", "").startswith("text/html")


class Site:
    """Asks a WSGI application on behalf of visitors, who are known by their cookies: {visitor: session}."""

    def __init__(self, application, sessions):
        self.application, self.sessions = application, sessions

    def ask(self, question):
        """The answer; the database is afterwards as it was."""
        session = self.sessions[question.visitor]
        cookies = {"csrftoken": TOKEN} | ({"sessionid": session} if session else {})
        statements, errors = [], []
        start = time.process_time()
        with (
            _taken_back(),
            connection.execute_wrapper(partial(_note, statements)),
            _errors_in(errors),
        ):
            answer = self._answer(question.environ(cookies), errors)
        answer.seconds = time.process_time() - start
        answer.error = errors[0] if errors else None
        answer.writes = [sql for sql in statements if _is_write(sql)]
        return answer

    def _answer(self, environ, errors):
        answer = Answer(0)

        def start_response(status, headers, exc_info=None):
            answer.status, answer.headers = int(status.split()[0]), dict(headers)

        try:
            response = self.application(environ, start_response)
            answer.body = b"".join(response)
            response.close()
        except Exception as error:  # noqa: BLE001 whatever escapes is what we look for
            answer.status = 0
            errors.insert(0, error)
        return answer


@contextmanager
def _taken_back():
    """Have one transaction around a request, over which Django would not know better than to close the connection."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        request_started.connect(close_old_connections)
        request_finished.connect(close_old_connections)


@contextmanager
def _errors_in(errors):
    """Write down the errors that become a page of status 500."""

    def note(sender, request=None, **others):
        errors.append(sys.exc_info()[1])

    got_request_exception.connect(note, weak=False)
    try:
        yield
    finally:
        got_request_exception.disconnect(note)


def _note(statements, execute, sql, params, many, context):
    """Write down what is asked of the database; what a savepoint takes back was never done."""
    sql = str(sql)
    back = TAKEN_BACK.match(sql)
    if back:
        name = back[1]
        places = [
            place
            for place, each in enumerate(statements)
            if SAVEPOINT.match(each) and name in each
        ]
        del statements[places[-1] :]
    else:
        statements.append(sql)
    return execute(sql, params, many, context)


def _is_write(sql):
    is_change = sql.startswith(CHANGES) or "procrastinate_defer" in sql
    return is_change and not any(table in sql[:60] for table in NOT_CONTENT)
