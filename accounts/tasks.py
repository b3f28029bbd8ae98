"""Background work for accounts: forgetting in time, for the whole site; mail has a file of its own."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .mail import send_outgoing_mail
from .retention_schedule import forget_what_is_due

__all__ = ["forget_in_time", "send_outgoing_mail"]


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_in_time")
def forget_in_time(timestamp):
    """Every night: forget what has had its term."""
    forget_what_is_due(now=timezone.now())
