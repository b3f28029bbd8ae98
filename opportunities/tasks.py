"""Background work: keeping the kansenkaarten once a year."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .change import take_snapshots
from .reading.intake import take_in


@app.periodic(cron="47 4 * * *")
@app.task(queueing_lock="take_snapshots")
def take_yearly_snapshots(timestamp):
    """Every night: keep the kansenkaart of municipalities of which there is none of this year; seldom any."""
    take_snapshots(today=timezone.localdate())


@app.task(queue="policy", lock="policy")
def take_in_text(intake_id):
    """Take in the text of one document that a curator put in the queue."""
    take_in(intake_id)
