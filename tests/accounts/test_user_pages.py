"""The pages about users in the curators' room."""

import pytest

from accounts.models import User
from tests.factories import UserFactory
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client):
    """A user, looked at by an administrator."""
    client.force_login(administrator())
    return UserFactory(email="wie@voorbeeld.nl")


def test_every_page_about_a_user_opens(client, user):
    pages = [f"/beheer/accounts/user/{user.pk}/{name}/" for name in ("change", "history", "delete", "password")]

    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_the_history_of_who_is_not_there_is_not_found(client, user):
    names = ["history", "history/herstel"]
    pages = [f"/beheer/accounts/user/{number}/{name}/" for number in ("999999", "abc") for name in names]

    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_a_user_has_no_versions_to_bring_back(client, user):
    address = f"/beheer/accounts/user/{user.pk}/history/"

    response = client.post(f"{address}herstel/", {"versie": "2026-01-01T00:00:00+00:00"})

    assert response.status_code in (302, 404)
    assert User.objects.get(pk=user.pk) == user


def test_the_form_shows_no_password(client, user):
    user.set_password("een lang wachtwoord")
    user.save()

    page = client.get(f"/beheer/accounts/user/{user.pk}/change/").content.decode()

    assert user.password not in page
