"""What every test has: a database copied from a template, empty queues, files in a place of their own."""

import gc
import os
from itertools import count

import pytest
from django.conf import settings
from django.contrib import admin
from django.db import connection
from django.test import override_settings

from search.keeping import forget_index
from tests import templates
from tests.browser import NO_BROWSER, chromium_path
from tests.emptying import quick_emptying

__all__ = ["quick_emptying"]

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def pytest_sessionstart(session):
    """In CI browser tests without a browser are a failure, not a gap."""
    wants_browser = "not browser" not in session.config.option.markexpr
    if wants_browser and os.environ.get("CI") == "true" and not chromium_path():
        pytest.exit(NO_BROWSER, returncode=1)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Leave out, aloud, what needs a browser where there is none: nobody needs one to work on the rest."""
    in_browser = [item for item in items if item.get_closest_marker("browser")]
    if in_browser and not chromium_path():
        for item in in_browser:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_terminal_summary(terminalreporter):
    """Name every test that was left out, and why: for want of a browser or another program."""
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[-1].removeprefix("Skipped: ")
        terminalreporter.write_line(f"{report.nodeid}: {reason}", red=True, bold=True)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of the migrated database for this process, instead of migrating one."""
    name = templates.copy("migrated", WORKER)
    with django_db_blocker.unblock():
        use_database(name)
        yield
        connection.close_pool()
    templates.drop(name)


@pytest.fixture(scope="session")
def content_database(django_db_setup):
    """The name of a copy with the starter content, for this process."""
    name = templates.copy("content", f"{WORKER}_content")
    yield name
    templates.drop(name)


@pytest.fixture(scope="module")
def starter_content(content_database, django_db_blocker):
    """The database with the starter content instead of the empty one, for the files that ask for it."""
    empty = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        use_database(content_database)
        yield
        use_database(empty)


def use_database(name):
    """Let this process go on in another database."""
    connection.close()
    connection.close_pool()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@pytest.fixture(autouse=True)
def empty_index():
    """What a worker remembers of the documents ends with the test, as its database does."""
    forget_index()


@pytest.fixture(scope="session", autouse=True)
def settings_of_tests(tmp_path_factory):
    """No collected stylesheets, and quick passwords: hashing them slowly is for real ones."""
    plain_files = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        MOST_REMEMBERED=0,  # a test that has not committed would read a page of another
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES=settings.STORAGES | plain_files,
    ):
        yield


@pytest.fixture(scope="session")
def media_folders(tmp_path_factory):
    """Names of folders that are not there until a test keeps a file."""
    folder = tmp_path_factory.mktemp("media")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_media(settings, media_folders):
    """Files of a test go where nobody else looks."""
    settings.MEDIA_ROOT = next(media_folders)


@pytest.fixture
def no_menu(monkeypatch):
    """Leave the menu out of the curators' pages: half the time of most, for who asks many and looks at the rest."""
    monkeypatch.setattr(admin.site, "each_context", lambda request: {"has_permission": True})


def pytest_collection_finish():
    """Leave what imports made out of garbage collection, and collect less often: both took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000)
