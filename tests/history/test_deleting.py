"""The page that asks whether to delete says in Dutch what would go along."""

import pytest

from tests.factories import InitiativeFactory, ThemeFactory
from tests.role_factories import administrator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_links_are_named_after_their_field_and_the_other_side(client):
    initiative = InitiativeFactory(themes=[ThemeFactory(name="Taal")])
    client.force_login(administrator())

    page = client.get(f"/beheer/initiatives/initiative/{initiative.pk}/delete/").content.decode()

    assert "Thema’s: Taal" in page
    assert "Initiative_themes object" not in page
