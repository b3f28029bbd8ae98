"""Background work for events: places that pass on, reminders, planned mailings, and news for who organises."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .actions.announcing import remember_what_is_new
from .actions.mailing import send_planned_mailings
from .actions.moving import move_mailings
from .actions.places import lapse_offers
from .actions.reminding import send_reminders
from .actions.telling import tell_organisers
from .choices import OrganiserMail


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="pass_on_places")
def pass_on_places(timestamp):
    """Every minute: what nobody took in time goes to the next; what people plan by now is written down."""
    lapse_offers(now=timezone.now())
    remember_what_is_new()


@app.periodic(cron="0 9 * * *")
@app.task(queueing_lock="remind_attendees")
def remind_attendees(timestamp):
    """Every morning: mail who comes soon."""
    send_reminders(today=timezone.localdate())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="mail_of_this_minute")
def mail_of_this_minute(timestamp):
    """Every minute: mailings of which the time has come, and organisers who want to hear everything."""
    now = timezone.now()
    move_mailings(now=now)
    send_planned_mailings(now=now)
    tell_organisers(how_often=OrganiserMail.EACH)


@app.periodic(cron="0 8 * * *")
@app.task(queueing_lock="tell_organisers_daily")
def tell_organisers_daily(timestamp):
    """Every morning: who organises hears what changed since yesterday."""
    tell_organisers(how_often=OrganiserMail.DAILY)
