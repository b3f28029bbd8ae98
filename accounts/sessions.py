"""How long somebody stays logged in, and ending what they have open elsewhere."""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

IDLE = timedelta(hours=8)  # after which a curator logs in again; members stay logged in for two weeks
NOTED_EVERY = timedelta(minutes=5)
SEEN = "seen_at"


def end_when_idle(session, *, now):
    """Let a session end when nobody used it for some hours; that it is used is noted every few minutes."""
    if now.timestamp() - session.get(SEEN, 0) >= NOTED_EVERY.total_seconds():
        session[SEEN] = int(now.timestamp())
        session.set_expiry(int(IDLE.total_seconds()))


def end_sessions(*, users):
    """Log these users out everywhere; sessions say whose they are only inside, so all live ones are read."""
    keys = {str(user.pk) for user in users}
    live = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [session.pk for session in live if session.get_decoded().get(SESSION_KEY) in keys]
    Session.objects.filter(pk__in=theirs).delete()
