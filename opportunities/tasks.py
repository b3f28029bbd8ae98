"""Background work: forgetting notes in time, and keeping the kansenkaarten once a year."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .change import take_snapshots
from .notes.actions import forget_notes


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_notes")
def forget_notes_in_time(timestamp):
    """Every night: delete notes whose term is over."""
    forget_notes(today=timezone.localdate())


@app.periodic(cron="47 4 * * *")
@app.task(queueing_lock="take_snapshots")
def take_yearly_snapshots(timestamp):
    """Every night: keep the kansenkaart of municipalities of which there is none of this year; seldom any."""
    take_snapshots(today=timezone.localdate())
