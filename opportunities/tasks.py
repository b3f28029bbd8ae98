"""Background work: keeping the kansenkaarten and asking who took an example over, each once a year."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .adoptions.actions import ask_tellers
from .change import take_snapshots
from .reading.intake import take_in


@app.periodic(cron="47 4 * * *")
@app.task(queueing_lock="take_snapshots")
def take_yearly_snapshots(timestamp: int) -> None:
    """Every night: keep the kansenkaart of municipalities of which there is none of this year; seldom any."""
    take_snapshots(today=timezone.localdate())


@app.periodic(cron="20 8 * * *")
@app.task(queueing_lock="ask_tellers")
def ask_who_took_over(timestamp: int) -> None:
    """Every morning: mail who told a year ago that they do an example too, whether that is still so."""
    ask_tellers(today=timezone.localdate())


@app.task(queue="policy", lock="policy")
def take_in_text(intake_id: int) -> None:
    """Take in the text of one document that a curator put in the queue."""
    take_in(intake_id)
