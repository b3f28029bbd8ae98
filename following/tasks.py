"""Background work: noting what is new, and telling it."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .digests import send_digests
from .noting import note_news

ONE_AT_A_TIME = "following"  # what is noted while digests are made would be missed


@app.periodic(cron="*/10 * * * *")
@app.task(lock=ONE_AT_A_TIME, queueing_lock="note_news")
def note_what_is_new(timestamp):
    """Every ten minutes: note what came and changed."""
    note_news(now=timezone.now())


@app.periodic(cron="15 7 * * *")
@app.task(
    lock=ONE_AT_A_TIME,
    queueing_lock="send_followed",
)
def tell_followers(timestamp):
    """Every morning: mail who follows something what is new."""
    send_digests(now=timezone.now())
