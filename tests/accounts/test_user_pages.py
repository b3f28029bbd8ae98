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


@pytest.mark.parametrize("place", ["change", "history", "delete", "password"])
def test_every_page_about_a_user_opens(client, user, place):
    assert client.get(f"/beheer/accounts/user/{user.pk}/{place}/").status_code == 200


@pytest.mark.parametrize("place", ["history", "history/herstel"])
@pytest.mark.parametrize("number", ["999999", "abc"])
def test_the_history_of_who_is_not_there_is_not_found(client, user, number, place):
    assert client.get(f"/beheer/accounts/user/{number}/{place}/").status_code == 404


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
