"""How long somebody stays logged in, where they are, and ending what they have open elsewhere."""

from datetime import UTC, datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

# after which a curator logs in again; members stay logged in for two weeks
IDLE = timedelta(hours=8)
LONGEST = timedelta(hours=12)  # after which a curator logs in again, whatever they do
NOTED_EVERY = timedelta(minutes=5)
BEGAN = "began_at"
SEEN = "seen_at"


def end_in_time(session, *, now):
    """Let a session end some hours after its last use, and at last some hours after its first.

    That it is used is noted every few minutes. The end is a moment: seconds would begin anew at every save.
    """
    if now.timestamp() - session.get(SEEN, 0) >= NOTED_EVERY.total_seconds():
        session[SEEN] = int(now.timestamp())
        began = datetime.fromtimestamp(
            session.setdefault(BEGAN, session[SEEN]),
            UTC,
        )
        session.set_expiry(min(now + IDLE, began + LONGEST))


def open_sessions(user):
    """Where this user is logged in, the newest first; not where another password ended it."""
    live = Session.objects.filter(expire_date__gt=timezone.now())
    noted = UserSession.objects.filter(
        user=user,
        session_key__in=live.values("pk"),
    ).order_by("-created_at")
    known = {}
    for session in live.filter(pk__in=noted.values("session_key")):
        known[session.pk] = session
    hashes = [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
    lasting = []
    for browser in noted:
        session = known[browser.session_key].get_decoded()
        if session.get(HASH_SESSION_KEY) in hashes:
            lasting.append(browser)
    return lasting


def end_noted_sessions(noted):
    """Log out the browsers of these ``UserSession`` rows."""
    keys = [browser.session_key for browser in noted]
    Session.objects.filter(pk__in=keys).delete()
    UserSession.objects.filter(pk__in=[browser.pk for browser in noted]).delete()


def end_sessions(*, users):
    """Log these users out everywhere; sessions say whose they are only inside, so all live ones are read."""
    keys = {str(user.pk) for user in users}
    live = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = []
    for session in live:
        if session.get_decoded().get(SESSION_KEY) in keys:
            theirs.append(session.pk)
    Session.objects.filter(pk__in=theirs).delete()
