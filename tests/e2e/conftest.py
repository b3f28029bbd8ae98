"""A site for each process that runs tests, and a real browser to walk through it."""

import os
from contextlib import contextmanager

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests import templates
from tests.browser import LAUNCH, chromium_path
from tests.conftest import WORKER, use_database
from tests.e2e import site
from tests.e2e.waiting import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)


# they take longest: begun last, all would wait for one worker
BEGUN_FIRST = ["test_run.py", "test_every_page.py", "test_waiting_pages.py"]


def pytest_collection_modifyitems(items):
    """Mark these tests, and put the longest in front."""
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.name not in BEGUN_FIRST)


# --- the site --------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def site_database():
    """The name of a database with the starter content, for the running site."""
    name = templates.copy("content", f"{WORKER}_site")
    yield name
    templates.drop(name)


@pytest.fixture(scope="session")
def in_site(site_database, django_db_blocker):
    """``with in_site():`` lets a test read and write in the running site's database."""

    @contextmanager
    def within():
        own = connection.settings_dict["NAME"]
        with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patched:
            # Playwright runs its event loop in this thread, so that Django takes the test for asynchronous code.
            patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
            use_database(site_database)
            try:
                yield
            finally:
                use_database(own)

    return within


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """Where everything is kept that the running site makes."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def base_url(site_folder, site_database, in_site):
    """The address of the running site."""
    with in_site():
        site.prepare(site_folder)
    with site.running(site_folder, site_database) as address:
        yield address


# --- the browser -----------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": chromium_path(), **LAUNCH}


@pytest.fixture(scope="session")
def new_context(browser, base_url):
    """Makes contexts: what a browser keeps of one visitor."""

    def make(**options):
        context = browser.new_context(base_url=base_url, **options)
        context.set_default_timeout(PATIENCE * 1000)
        context.set_default_navigation_timeout(2 * PATIENCE * 1000)
        return context

    return make


@pytest.fixture(scope="session")
def visitor(new_context):
    """One page for many visitors after each other: a new one would take as long as most tests."""
    return new_context().new_page()


@pytest.fixture(scope="session")
def plain_visitor(new_context):
    """The same without JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture(scope="session")
def logged_in(new_context):
    """A page of an administrator who came in by password."""
    page = new_context().new_page()
    log_in(page, site.ADMINISTRATOR)
    return page


def log_in(page, address):
    """Come in with the password that everybody has here."""
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill(address)
    page.get_by_label("Wachtwoord").fill(site.PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/beheer/")


@pytest.fixture
def page(visitor):
    """The page of somebody who was never here before."""
    yield visitor
    forget_settings(visitor)
    visitor.evaluate("sessionStorage.clear(); localStorage.clear()")
    visitor.context.clear_cookies()


@pytest.fixture
def plain_page(plain_visitor):
    """The same without JavaScript."""
    yield plain_visitor
    plain_visitor.context.clear_cookies()


@pytest.fixture
def administrator(logged_in):
    """The page of the administrator."""
    yield logged_in
    forget_settings(logged_in)


def forget_settings(page):
    """As a page is before a test changes how it is looked at."""
    page.unroute_all()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")


def complaints_of(page):
    """A list to which the browser adds what it complains of from now on."""
    said = []
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
