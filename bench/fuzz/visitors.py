"""One visitor of every kind, logged in with all that the site asks of them."""

from importlib import import_module
from types import SimpleNamespace

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from accounts.adapters import MFAAdapter

NOBODY = "niemand"
ROLES = {  # visitor: who that is in the world of ``tests.permissions``
    NOBODY: "anonymous",
    "lid": "member",
    "provincie": "curator_b",
    "landelijk": "national",
    "beheerder": "administrator",
}
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 of an app that nobody has


def sessions_of(users):
    """{visitor: key of a session}; empty for nobody."""
    return {visitor: _session(users[role]) if users[role] else "" for visitor, role in ROLES.items()}


def _session(user):
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": MFAAdapter().encrypt(SECRET)})
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    record_authentication(SimpleNamespace(session=session), user, "password", reauthenticated=True)
    session.save()
    return session.session_key
