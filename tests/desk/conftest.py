"""Who works in the room."""

import pytest

from tests.role_factories import national_curator


@pytest.fixture
def curator(client):
    """A curator of everything, logged in."""
    user = national_curator(name="Carla")
    client.force_login(user)
    return user
