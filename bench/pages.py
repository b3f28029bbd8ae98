"""Pages of the site through Django's test client, with all middleware, and their templates alone."""

from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    override_settings,
    setup_test_environment,
    teardown_test_environment,
)
from django.urls import Resolver404, resolve

from bench.timing import timed


class PageError(Exception):
    """A page did not come."""


class Site:
    """Asks questions of the site as a visitor."""

    def __init__(self):
        self.client = Client(SERVER_NAME="localhost")

    def ask(self, question):
        """The answer to one question."""
        response = self.client.get(question.url)
        if response.status_code != 200:
            raise PageError(f"{question.url} geeft {response.status_code}")
        return response

    def ready_template(self, question):
        """The template of the answer with its context, all lazy parts read, and how many results there are.

        A page that is remembered has no template, so this one is made anew.
        """
        setup_test_environment()
        try:
            with override_settings(MOST_REMEMBERED=0):
                response = self.ask(question)
        finally:
            teardown_test_environment()
        template, context = response.templates[0], response.context[0]
        template.render(context)
        return template, context, getattr(context.get("filter"), "count", None)


def has_page(question):
    """Whether the site has this address."""
    try:
        return bool(resolve(question.address))
    except Resolver404:
        return False


def measure_template(site, question, **limits):
    """Time only the rendering; ``queries`` is how many database queries it still makes, ``found`` the results."""
    template, context, found = site.ready_template(question)
    with CaptureQueriesContext(connection) as queries:
        template.render(context)
    took = timed(lambda _: template.render(context), [question], **limits)
    return took | {"queries": len(queries), "found": found}
