"""The second step: obligatory where entries are kept, and never readable in the database."""

import base64

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt

from accounts.models import User
from tests.factories import ProvinceFactory, UserFactory
from tests.role_factories import administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 of nobody
SECURITY = "/inloggen/beveiliging/"


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_STEP_REQUIRED = True


def curator_of_a_province(**fields):
    return province_curator(ProvinceFactory(), **fields)


# --- obligatory -------------------------------------------------------------------------------------
def test_a_curator_without_second_step_is_sent_to_set_one_up(client):
    addresses = ["/beheer/", "/beheer/initiatives/initiative/", "/beheer/statistiek/"]
    answers = []

    for make in (administrator, national_curator, curator_of_a_province):
        client.force_login(make())
        answers += [client.get(address) for address in addresses]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, SECURITY)] * 9


def test_a_curator_without_second_step_cannot_post_either(client):
    client.force_login(administrator())

    response = client.post("/beheer/accounts/user/add/", {"email": "wie@voorbeeld.nl"})

    assert response.url == SECURITY
    assert User.objects.filter(email="wie@voorbeeld.nl").count() == 0


def test_a_curator_with_an_app_comes_in(client):
    user = curator_of_a_province()
    TOTP.activate(user, SECRET)
    client.force_login(user)

    assert client.get("/beheer/").status_code == 200


def test_a_curator_with_a_passkey_comes_in(client):
    user = curator_of_a_province()
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={})
    client.force_login(user)

    assert client.get("/beheer/").status_code == 200


def test_recovery_codes_alone_are_no_second_step(client):
    user = curator_of_a_province()
    RecoveryCodes.activate(user)
    client.force_login(user)

    assert client.get("/beheer/").url == SECURITY


def test_a_curator_without_second_step_can_log_out(client):
    client.force_login(curator_of_a_province())

    client.post("/beheer/logout/")

    assert "_auth_user_id" not in client.session


def test_readers_and_members_are_not_bothered(client):
    for user in (UserFactory(), library_member()):
        client.force_login(user)

        assert [client.get(address).status_code for address in ["/", "/mijn/", "/inloggen/beveiliging/"]] == [200] * 3


def test_a_curator_without_second_step_reads_the_public_pages(client):
    client.force_login(curator_of_a_province())

    assert [client.get(address).status_code for address in ["/", "/mijn/", "/praktijkvoorbeelden/"]] == [200] * 3


def test_a_visitor_is_sent_to_log_in_and_not_to_a_second_step(client):
    assert client.get("/beheer/").url == "/beheer/login/?next=/beheer/"


def test_without_the_setting_nobody_is_sent(client, settings):
    settings.SECOND_STEP_REQUIRED = False
    client.force_login(curator_of_a_province())

    assert client.get("/beheer/").status_code == 200


# --- in the database --------------------------------------------------------------------------------
def test_the_secret_is_encrypted_in_the_database():
    TOTP.activate(UserFactory(), SECRET)

    kept = str(Authenticator.objects.get().data)

    assert SECRET not in kept
    assert base64.b32decode(SECRET).hex() not in kept
    assert decrypt(Authenticator.objects.get().data["secret"]) == SECRET


def test_recovery_codes_are_encrypted_in_the_database():
    codes = RecoveryCodes.activate(UserFactory()).get_unused_codes()

    kept = str(Authenticator.objects.get().data)

    assert [code for code in codes if code in kept] == []


def test_the_same_secret_is_never_kept_in_the_same_way():
    for _ in range(2):
        TOTP.activate(UserFactory(), SECRET)

    first, second = [each.data["secret"] for each in Authenticator.objects.all()]

    assert first != second
