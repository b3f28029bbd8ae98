"""Background work for curators: looking at web addresses and picking up lost work."""

import time

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from .links import check_link, collect_links
from .models import CheckedLink

MOST_LINKS = 300  # in one night
# a worker that has to stop finishes its task first: that may take seconds, not minutes
AT_ONCE = 10
BETWEEN = 1  # seconds between two addresses of one website
# seconds without a sign of life of the worker, which gives one every ten
LOST_AFTER = 40


@app.periodic(cron="11 2 * * *")
@app.task(
    queue="links",
    lock="links",
    queueing_lock="check_links",
)
def check_links(timestamp):
    """Every night: look at the addresses that were not looked at for a week."""
    collect_links()
    check_some_links(MOST_LINKS)


@app.task(queue="links", lock="links")
def check_more_links(left):
    """Go on with this night's addresses, of which so many are left at most."""
    check_some_links(left)


def check_some_links(left):
    """Look at a few addresses, and leave the others to a next task."""
    count = min(left, AT_ONCE)
    due = CheckedLink.objects.due(timezone.now())
    links = list(due[:count])
    for link in links:
        check_link(link)
        time.sleep(BETWEEN)
    left -= count
    if left and len(links) == count:
        check_more_links.defer(left=left)


@app.task(queue="links", lock="links")
def check_chosen_links(links):
    """Look at these addresses now: a curator mended something."""
    for link in CheckedLink.objects.filter(pk__in=links):
        check_link(link)
        time.sleep(BETWEEN)


# every quarter of a minute: lost work goes on within the minute
@app.periodic(cron="* * * * * */15")
# not behind a thousand mails
@app.task(
    queueing_lock="pick_up_lost_work",
    pass_context=True,
    priority=1,
)
async def pick_up_lost_work(context, timestamp):
    """Give tasks whose worker was killed to another one; every task here can be done twice."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=LOST_AFTER):
        try:
            await manager.retry_job(job)
        except UniqueViolation:  # the same work waits already
            await manager.finish_job(job, Status.ABORTED, delete_job=True)
