"""Setting up a second step, and logging in with it."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from accounts.models import User
from tests.accounts.logging_in import PASSWORD, SECURITY, ask_code, code_in, fill_in, is_logged_in, log_in, reset
from tests.factories import ProvinceFactory
from tests.role_factories import province_curator

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 of nobody
APP = "/inloggen/beveiliging/app/"


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_STEP_REQUIRED = True


def curator_of_a_province(**fields):
    return province_curator(ProvinceFactory(), **fields)


def code_of(secret, steps=0):
    """What an app with this secret shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def log_in_as(client, user):
    """Log in with a password; with a second step that is halfway."""
    user.set_password(PASSWORD)
    user.save()
    return log_in(client, user.email)


@pytest.fixture
def user(client):
    """A curator who logged in with a password and gave it once more, as the pages about security ask."""
    user = curator_of_a_province()
    log_in_as(client, user)
    client.post("/inloggen/bevestigen/", {"password": PASSWORD})
    return user


# --- setting up -------------------------------------------------------------------------------------
def test_an_app_is_set_up_through_the_page(client, user):
    page = client.get(APP)
    secret = page.context["form"].secret

    response = client.post(APP, {"code": code_of(secret)})

    assert secret in page.content.decode()
    assert response.status_code == 302
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).count() == 1
    assert client.get("/beheer/").status_code == 200


def test_setting_up_an_app_gives_recovery_codes(client, user):
    secret = client.get(APP).context["form"].secret
    client.post(APP, {"code": code_of(secret)})

    page = client.get("/inloggen/beveiliging/herstelcodes/").content.decode()

    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    assert len(codes) == 10
    assert [code for code in codes if code not in page] == []


def test_a_wrong_code_sets_up_nothing_and_is_told_in_dutch(client, user):
    client.get(APP)

    response = client.post(APP, {"code": "000000"})

    assert "Dat klopt niet. Probeer het nog een keer." in response.content.decode()
    assert Authenticator.objects.count() == 0


def test_the_password_is_asked_once_more_before_an_app_is_set_up(client):
    log_in_as(client, curator_of_a_province())

    asked = client.get(APP)
    wrong = client.post(asked.url, {"password": "fout"})

    assert asked.url == "/inloggen/bevestigen/?next=%2Finloggen%2Fbeveiliging%2Fapp%2F"
    assert "Dit wachtwoord klopt niet." in wrong.content.decode()
    assert client.get(APP).status_code == 302


def test_who_has_no_password_sets_up_an_app_without_one(client):
    user = curator_of_a_province()
    user.set_unusable_password()
    user.save()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert client.get(APP).status_code == 200


def test_an_app_is_put_off_and_the_room_is_closed_again(client, user):
    secret = client.get(APP).context["form"].secret
    client.post(APP, {"code": code_of(secret)})

    client.post("/inloggen/beveiliging/app/uitzetten/")

    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 0
    assert client.get("/beheer/").url == SECURITY


def test_every_page_about_security_opens(client, user):
    secret = client.get(APP).context["form"].secret
    client.post(APP, {"code": code_of(secret)})
    pages = ["", "app/uitzetten/", "herstelcodes/", "herstelcodes/nieuw/", "herstelcodes/bestand/", "sleutels/nieuw/"]

    answers = [client.get(SECURITY + page) for page in pages]

    assert [answer.status_code for answer in answers] == [200] * 6


def test_the_drawing_stands_in_the_page_and_the_policy_stays_strict(client, user):
    response = client.get(APP)

    assert "<svg" in response.content.decode()
    assert "data:image" not in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]


def test_a_visitor_comes_at_no_page_about_security(client):
    addresses = [SECURITY, APP, "/inloggen/beveiliging/sleutels/nieuw/", "/inloggen/wachtwoord/"]

    answers = [client.get(address) for address in addresses]

    assert [(answer.status_code, answer.url[:16]) for answer in answers] == [(302, "/inloggen/?next=")] * 4


# --- logging in with it -----------------------------------------------------------------------------
@pytest.fixture
def halfway(client):
    """A curator with an app, after the password and before the second step."""
    user = curator_of_a_province()
    TOTP.activate(user, SECRET)
    return log_in_as(client, user)


def test_after_the_password_the_app_is_asked(client, halfway):
    assert halfway.url == "/inloggen/beveiliging/stap-2/"
    assert is_logged_in(client) is False
    assert client.get("/beheer/").url == "/beheer/login/?next=/beheer/"


def test_the_code_of_the_app_finishes_logging_in(client, halfway):
    response = client.post(halfway.url, {"code": code_of(SECRET)})

    assert response.url == "/beheer/"
    assert client.get("/beheer/").status_code == 200


def test_a_wrong_code_of_the_app_does_not(client, halfway):
    response = client.post(halfway.url, {"code": "000000"})

    assert "Dat klopt niet. Probeer het nog een keer." in response.content.decode()
    assert is_logged_in(client) is False


def test_a_code_of_half_a_minute_ago_works_and_an_older_one_does_not(client, halfway):
    client.post(halfway.url, {"code": code_of(SECRET, steps=-3)})
    refused = is_logged_in(client) is False

    client.post(halfway.url, {"code": code_of(SECRET, steps=-1)})

    assert refused is True
    assert is_logged_in(client) is True


def test_a_code_of_the_app_works_once(client, client_elsewhere, halfway):
    code = code_of(SECRET)
    client.post(halfway.url, {"code": code})
    again = log_in_as(client_elsewhere, User.objects.get())

    client_elsewhere.post(again.url, {"code": code})

    assert is_logged_in(client_elsewhere) is False


def test_after_a_code_by_mail_the_app_is_asked_too(client, post):
    user = curator_of_a_province(email="wie@voorbeeld.nl")
    TOTP.activate(user, SECRET)
    ask_code(client)
    [sent] = post()

    response = fill_in(client, code_in(sent))

    assert response.url == "/inloggen/beveiliging/stap-2/"
    assert is_logged_in(client) is False


def test_a_new_password_by_mail_does_not_pass_by_the_app(client, post):
    user = curator_of_a_province(email="wie@voorbeeld.nl")
    TOTP.activate(user, SECRET)

    reset(client, post)

    assert is_logged_in(client) is False
    assert Authenticator.objects.filter(user=user).count() == 1


def test_a_recovery_code_finishes_logging_in_once(client, client_elsewhere, halfway):
    code = RecoveryCodes.activate(User.objects.get()).get_unused_codes()[0]
    client.post(halfway.url, {"code": code})
    again = log_in_as(client_elsewhere, User.objects.get())

    client_elsewhere.post(again.url, {"code": code})

    assert is_logged_in(client) is True
    assert is_logged_in(client_elsewhere) is False
