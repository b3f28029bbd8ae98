"""The same hostile world and browser as the tests have."""

import os

import pytest

from tests.conftest import django_db_setup, media_folders, own_media, settings_of_tests  # noqa: F401
from tests.hostile.conftest import (  # noqa: F401
    beside_the_browser,
    browser_type_launch_args,
    hostile_world,
    look,
    refusals_not_logged,
)


@pytest.fixture(scope="session")
def rounds():
    """How often everything is filled with other payloads and opened."""
    return int(os.environ.get("SWEEP_ROUNDS", "2"))
