"""Background work for accounts: forgetting in time; mail has a file of its own."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

from .mail import send_outgoing_mail
from .models import OutgoingMail

__all__ = ["forget_logins", "send_outgoing_mail"]
KEPT = timedelta(days=7)


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="forget_logins")
def forget_logins(timestamp):
    """Delete failed log-ins and unsent mail of a week ago, and sessions that ended."""
    now = timezone.now()
    AccessAttempt.objects.filter(attempt_time__lt=now - KEPT).delete()
    OutgoingMail.objects.filter(made_at__lt=now - KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()
