"""Background work for the curators' pages over all apps: looking for doubles, and mail about what waits."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import work_mail
from .double_kinds import KINDS, begin_comparison, compare_all


@app.periodic(cron="7 4 * * *")
@app.task(queueing_lock="look_for_doubles")
def look_for_doubles(timestamp):
    """Every night: compare all entries of every kind."""
    for kind in KINDS.values():
        begin_comparison(kind, timezone.now())
        compare_all(kind)


@app.task(lock="look_for_doubles")
def compare_kind(name):
    """Compare all entries of one kind, since a curator asked."""
    compare_all(KINDS[name])


@app.periodic(cron="0 7 * * 1-5")
@app.task(queueing_lock="mail_what_waits")
def mail_what_waits(timestamp):
    """Every working day: mail curators who chose the morning what waits for them."""
    work_mail.mail_what_waits()
