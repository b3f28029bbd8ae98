"""A world in which every text is hostile, and a browser that opens it without the content policy."""

import logging

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.browser import LAUNCH, chromium_path
from tests.documents import write_documents
from tests.e2e.waiting import PATIENCE
from tests.hostile.browsing import Browser
from tests.hostile.filling import fill
from tests.hostile.payloads import PAYLOADS
from tests.hostile.world import make_hostile_world


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": chromium_path(), **LAUNCH}


@pytest.fixture(autouse=True)
def refusals_not_logged(caplog):
    """Hundreds of pages ask for pictures that are not there."""
    caplog.set_level(logging.ERROR, logger="django.request")


@pytest.fixture(scope="session")
def beside_the_browser():
    """Playwright runs its event loop in this thread, so that Django takes the tests for asynchronous code."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="package")
def hostile_world(beside_the_browser, browser, django_db_setup, django_db_blocker, tmp_path_factory):
    """One thing of every kind, with payloads in every text; made once.

    The browser comes first: Django has another connection to the database where an event loop runs.
    """
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("world")),
    ):
        world = make_hostile_world()
        world.filled = fill(PAYLOADS)
        write_documents()
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def look(hostile_world, browser):
    """A function that gives a browser of somebody, by role; none of them has the content policy."""
    contexts = []

    def make(role, **options):
        client = Client(raise_request_exception=False)
        if hostile_world.users[role]:
            client.force_login(hostile_world.users[role])
        contexts.append(browser.new_context(bypass_csp=not options.get("has_policy")))
        contexts[-1].set_default_timeout(PATIENCE * 1000)
        return Browser(contexts[-1].new_page(), client, **options)

    yield make
    for context in contexts:
        context.close()
