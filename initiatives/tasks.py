"""Background work for initiatives: asking whether they are still right."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .freshness import send_digests


@app.periodic(cron="0 8 * * 1")
@app.task(queueing_lock="ask_owners")
def ask_owners(timestamp):
    """Every Monday: mail each owner one list of what they should confirm."""
    send_digests(today=timezone.localdate())
