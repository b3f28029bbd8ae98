"""Background work for initiatives: asking whether they are still right, publishing many, reading a pasted page."""

from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.models import User

from .freshness import send_digests
from .many_steps import take_steps, take_steps_back
from .models import StepRun
from .pasted_pages import read_page

OUR_FAULT = "Er ging iets mis. De beheerder ziet het bij de mislukte taken. Wat al gelukt was, is gelukt."


@app.periodic(cron="0 8 * * 1")
@app.task(queueing_lock="ask_owners")
def ask_owners(timestamp):
    """Every Monday: mail each owner one list of what they should confirm."""
    send_digests(today=timezone.localdate())


@app.task(queue="spreadsheets", lock="many_steps")
def take_run_further(run_id, user_id):
    """Do what the state of the run asks for; one that was stopped is left alone."""
    run = StepRun.objects.select_related("user").get(pk=run_id)
    try:
        if run.state == StepRun.State.BUSY:
            take_steps(run=run, now=timezone.now())
        elif run.state == StepRun.State.UNDOING:
            take_steps_back(
                run=run,
                user=User.objects.get(pk=user_id),
                now=timezone.now(),
            )
    except Exception:
        # a fault of ours: who waits hears so, and the task fails as any other
        StepRun.objects.filter(pk=run_id).update(
            state=StepRun.State.STOPPED,
            problem=OUR_FAULT,
        )
        raise


@app.task
def read_pasted_page(sharing_id):
    """Read the page of which somebody who shares an example pasted the address."""
    read_page(sharing_id)
