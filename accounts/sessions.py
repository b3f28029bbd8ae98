"""Ending what somebody has open elsewhere."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(*, users):
    """Log these users out everywhere; sessions say whose they are only inside, so all live ones are read."""
    keys = {str(user.pk) for user in users}
    live = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [session.pk for session in live if session.get_decoded().get(SESSION_KEY) in keys]
    Session.objects.filter(pk__in=theirs).delete()
