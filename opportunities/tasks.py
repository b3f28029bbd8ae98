"""Background work: keeping the kansenkaarten once a year."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .change import take_snapshots


@app.periodic(cron="47 4 * * *")
@app.task(queueing_lock="take_snapshots")
def take_yearly_snapshots(timestamp):
    """Every night: keep the kansenkaart of municipalities of which there is none of this year; seldom any."""
    take_snapshots(today=timezone.localdate())
