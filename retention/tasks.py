"""Background work: forgetting in time, for the whole site."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .schedule import forget_what_is_due


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_in_time")
def forget_in_time(timestamp):
    """Every night: forget what has had its term."""
    forget_what_is_due(now=timezone.now())
