"""A web server that only renders the template of the front page from what it was made of: no query, no middleware."""

from copy import copy

from django.db import connection

from bench.pages import Site
from bench.questions import Question
from bieb_netwerk.wsgi import application as site

assert site  # noqa: S101 it makes Django ready
TEMPLATE, CONTEXT, _ = Site().ready_template(Question("/"))
connection.close()
connection.close_pool()  # processes that come from this one share no connection
HEADERS = [("Content-Type", "text/html; charset=utf-8")]


def application(environ, start_response):
    """The front page, whatever was asked."""
    page = TEMPLATE.render(copy(CONTEXT)).encode()
    start_response("200 OK", [*HEADERS, ("Content-Length", str(len(page)))])
    return [page]
