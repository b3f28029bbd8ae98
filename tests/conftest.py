"""What every test has: empty queues, mail and files in a place of their own."""

import pytest
from django.db import connection


@pytest.fixture(autouse=True)
def empty_job_tables(request):
    """Empty procrastinate's tables after a test that commits: Django does not flush what it does not manage."""
    yield
    if "transactional_db" in request.fixturenames:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers CASCADE")


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    """Files and mail of a test go where nobody else looks."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Hashing a password slowly is for real ones."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
