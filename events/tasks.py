"""Background work for events: places that pass on, and reminders."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .actions.places import lapse_offers
from .actions.reminding import send_reminders


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="pass_on_places")
def pass_on_places(timestamp):
    """Every minute: what nobody took in time goes to the next."""
    lapse_offers(now=timezone.now())


@app.periodic(cron="0 9 * * *")
@app.task(queueing_lock="remind_attendees")
def remind_attendees(timestamp):
    """Every morning: mail who comes soon."""
    send_reminders(today=timezone.localdate())
