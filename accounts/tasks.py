"""Background work for accounts: forgetting in time; mail has a file of its own."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

from .mail import send_outgoing_mail
from .models import HandledMail

__all__ = ["forget_logins", "send_outgoing_mail"]
KEPT = timedelta(days=7)


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="forget_logins")
def forget_logins(timestamp):
    """Delete failed log-ins of a week ago, numbers of mail handled long ago, and sessions that ended.

    Mail that still waits stays until it is sent or somebody throws it away: *Mislukte taken* shows it.
    """
    now = timezone.now()
    AccessAttempt.objects.filter(attempt_time__lt=now - KEPT).delete()
    HandledMail.objects.filter(handled_at__lt=now - KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()
