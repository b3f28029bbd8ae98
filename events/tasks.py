"""Background work for events: places that pass on, reminders, and forgetting in time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .actions.forgetting import forget_attendees, forget_needs
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


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_attendees")
def forget_attendees_in_time(timestamp):
    """Every night: take out what has had its term."""
    today = timezone.localdate()
    forget_needs(today=today)
    forget_attendees(today=today)
