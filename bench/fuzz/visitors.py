"""One visitor of every kind: logged in with all that the site asks of them, or half."""

from importlib import import_module
from types import SimpleNamespace

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from django.urls import reverse

from accounts.adapters import MFAAdapter

from .question import HOST

NOBODY = "niemand"
ROLES = {  # visitor: who that is in the world of ``tests.permissions``
    NOBODY: "anonymous",
    "lid": "member",
    "provincie": "curator_b",
    "landelijk": "national",
    "beheerder": "administrator",
}
CURATORS = ["provincie", "landelijk", "beheerder"]
WAITS_FOR_CODE, WAITS_FOR_SECOND_STEP = "met code in de mail", "voor stap 2"
VISITORS = [*ROLES, WAITS_FOR_CODE, WAITS_FOR_SECOND_STEP]
PASSWORD = "een-lang-wachtwoord-van-niemand"  # noqa: S105
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 of an app that nobody has


def sessions_of(users):
    """{visitor: key of a session}; empty for nobody."""
    sessions = {
        visitor: _session(users[role]) for visitor, role in ROLES.items() if users[role]
    }
    return {NOBODY: ""} | sessions | _halfway(users["reader"])


def _halfway(user):
    """The sessions of who asked for a code in the mail, and of who typed a password and has a second step."""
    user.set_password(PASSWORD)
    user.save()
    _give_app(user)
    login = {"login": user.email, "password": PASSWORD}
    return {
        WAITS_FOR_CODE: _session_after(
            "account_request_login_code", {"email": user.email}
        ),
        WAITS_FOR_SECOND_STEP: _session_after("account_login", login),
    }


def _session_after(page, typed):
    visitor = Client(SERVER_NAME=HOST)
    visitor.post(reverse(page), typed, secure=True)
    return visitor.cookies[settings.SESSION_COOKIE_NAME].value


def _give_app(user):
    data = {"secret": MFAAdapter().encrypt(SECRET)}
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data=data)


def _session(user):
    _give_app(user)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    record_authentication(
        SimpleNamespace(session=session), user, "password", reauthenticated=True
    )
    session.save()
    return session.session_key
